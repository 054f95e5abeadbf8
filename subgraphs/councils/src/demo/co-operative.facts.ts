import type { LocalDate } from '@coop/shared/time';
import type { Commitment } from '../co-operative/commitments.rules';

/** A co-operative commitment of the demo world. */
export interface CommitmentFact extends Commitment {
  readonly council: string;
  /** Where the day comes from. */
  readonly note: string;
  /** True where the day, or which approaches, stands for what is not on record. */
  readonly illustrative: boolean;
}

function own(
  council: string,
  since: LocalDate | null,
  note: string,
  approaches: Commitment['approaches'],
): CommitmentFact {
  return {
    council,
    madeBy: 'COUNCIL',
    group: null,
    since,
    until: null,
    approaches,
    note,
    illustrative: true,
  };
}

const NETWORK =
  'A member of the co-operative councils’ network in its early years; the day and approaches are illustrative.';

/** Co-operative councils of 2012, and a group in opposition. */
export const COMMITMENT_FACTS: readonly CommitmentFact[] = [
  own('E08000004', '2011-05-01', 'The ambition dates from May 2011; the day is illustrative.', [
    'ASSETS_TO_COMMUNITIES',
    'EMPLOYEE_LED_MUTUALS',
    'NEIGHBOURHOOD_LEVEL_SERVICES',
    'STAFF_VOLUNTEERING',
    'DEVOLVED_BUDGETS',
  ]),
  own('E09000022', '2011-01-01', NETWORK, [
    'ASSETS_TO_COMMUNITIES',
    'EMPLOYEE_LED_MUTUALS',
    'NEIGHBOURHOOD_LEVEL_SERVICES',
  ]),
  own('E08000005', '2012-01-01', NETWORK, ['EMPLOYEE_LED_MUTUALS', 'ASSETS_TO_COMMUNITIES']),
  own('E08000021', '2012-01-01', NETWORK, ['NEIGHBOURHOOD_LEVEL_SERVICES', 'DEVOLVED_BUDGETS']),
  own('E06000026', '2012-05-03', NETWORK, ['ASSETS_TO_COMMUNITIES', 'EMPLOYEE_LED_MUTUALS']),
  own('E08000024', '2012-01-01', NETWORK, ['NEIGHBOURHOOD_LEVEL_SERVICES', 'DEVOLVED_BUDGETS']),
  own('S12000036', '2012-05-03', NETWORK, ['EMPLOYEE_LED_MUTUALS', 'ASSETS_TO_COMMUNITIES']),
  own('W06000015', '2012-05-03', NETWORK, ['EMPLOYEE_LED_MUTUALS', 'NEIGHBOURHOOD_LEVEL_SERVICES']),
  {
    council: 'E08000009',
    madeBy: 'OPPOSITION_GROUP',
    group: 'Example Co-operative Group',
    since: '2012-03-01',
    until: null,
    approaches: ['STAFF_VOLUNTEERING', 'ASSETS_TO_COMMUNITIES'],
    note: 'Made up, to show a commitment that no council made.',
    illustrative: true,
  },
];
