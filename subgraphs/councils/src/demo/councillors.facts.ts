import type { DispensationGround, DispensedRestriction } from '../decisions/interests.law';
import type { InterestHolder, InterestKind } from '../councillors/interests-register.law';
import type { DemoDay } from './demo-day.rules';

/** A councillor of the demo world. The people are invented. */
export interface CouncillorFact {
  readonly key: string;
  readonly name: string;
  readonly council: string;
  readonly ward: string;
  /** What he or she is on the council beside: null for nothing. */
  readonly role: string | null;
  readonly from: DemoDay;
  /** Subject of the tokens by which he or she signs in; null for nobody who signs in. */
  readonly account: string | null;
  readonly illustrative: true;
}

/** An interest of a councillor of the demo world, as the public register has it. */
export interface InterestFact {
  readonly councillor: string;
  readonly council: string;
  readonly kind: InterestKind;
  readonly holder: InterestHolder;
  readonly details: string | null;
  readonly isSensitive: boolean;
  readonly heldFrom: DemoDay;
  readonly heldUntil: DemoDay | null;
  readonly notifiedOn: DemoDay;
  readonly illustrative: true;
}

/** A dispensation of the demo world. */
export interface DispensationFact {
  readonly key: string;
  readonly councillor: string;
  readonly council: string;
  readonly matter: string;
  readonly ground: DispensationGround;
  readonly restrictions: readonly DispensedRestriction[];
  readonly from: DemoDay;
  readonly until: DemoDay;
  readonly withdrawnOn: DemoDay | null;
  readonly illustrative: true;
}

const OLDHAM = 'E08000004';
const councillor = (
  key: string,
  name: string,
  council: string,
  ward: string,
  role: string | null = null,
  account: string | null = null,
): CouncillorFact => ({
  key,
  name,
  council,
  ward,
  role,
  from: -600,
  account,
  illustrative: true,
});

/** Invented councillors on real wards. */
export const COUNCILLOR_FACTS: readonly CouncillorFact[] = [
  councillor('sample', 'Avery Sample', OLDHAM, 'E05014646', 'Leader'),
  councillor('specimen', 'Blake Specimen', OLDHAM, 'E05014650', 'Cabinet member for neighbourhoods'),
  councillor('model', 'Casey Model', OLDHAM, 'E05014658'),
  councillor('pattern', 'Devon Pattern', OLDHAM, 'E05014661', 'Chair of planning'),
  councillor('template', 'Ellis Template', OLDHAM, 'E05014664'),
  councillor('instance', 'Frankie Instance', OLDHAM, 'E05014652', null, 'demo-councillor'),
  councillor('mockup', 'Gray Mockup', 'E09000021', 'E05013941'),
  councillor('placeholder', 'Harper Placeholder', 'E09000033', 'E05013804'),
];

/** Invented dispensations: one in effect, one past, one taken back. */
export const DISPENSATION_FACTS: readonly DispensationFact[] = [
  {
    key: 'budget',
    councillor: 'model',
    council: OLDHAM,
    matter: 'Setting the budget and council tax',
    ground: 'BUSINESS_IMPEDED',
    restrictions: ['DISCUSSION', 'VOTE'],
    from: -300,
    until: 700,
    withdrawnOn: null,
    illustrative: true,
  },
  {
    key: 'allotments',
    councillor: 'template',
    council: OLDHAM,
    matter: 'Allotment rents',
    ground: 'INTERESTS_OF_RESIDENTS',
    restrictions: ['DISCUSSION'],
    from: -500,
    until: -140,
    withdrawnOn: null,
    illustrative: true,
  },
  {
    key: 'markets',
    councillor: 'pattern',
    council: OLDHAM,
    matter: 'Market stall licences',
    ground: 'OTHERWISE_APPROPRIATE',
    restrictions: ['DISCUSSION', 'VOTE'],
    from: -400,
    until: 300,
    withdrawnOn: -60,
    illustrative: true,
  },
];

const interest = (
  whose: string,
  kind: InterestKind,
  details: string | null,
  more: Partial<InterestFact> = {},
): InterestFact => ({
  councillor: whose,
  council: OLDHAM,
  kind,
  holder: 'COUNCILLOR',
  details,
  isSensitive: details === null,
  heldFrom: -600,
  heldUntil: null,
  notifiedOn: -590,
  illustrative: true,
  ...more,
});

/** Invented interests: a partner’s, one that has ended, and one whose details are withheld. */
export const INTEREST_FACTS: readonly InterestFact[] = [
  interest('model', 'EMPLOYMENT', 'Teacher at a school in the borough.'),
  interest('template', 'LAND', 'An allotment garden in the ward.', { heldUntil: -100 }),
  interest('pattern', 'CONTRACTS', 'A stall in the covered market.', { holder: 'PARTNER' }),
  interest('specimen', 'LAND', null),
];
