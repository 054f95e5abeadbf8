import type { Pence } from '@coop/shared/money';
import type { CouncilPower } from '../decisions/council-powers.law';
import type { DemoDay } from './demo-day.rules';

/** A power as used in the demo world. */
export interface PowerUseFact {
  readonly key: string;
  readonly council: string;
  readonly title: string;
  readonly power: CouncilPower;
  readonly usedOn: DemoDay;
  readonly barrierRemoved: string;
  readonly savingClaimedPence: Pence | null;
  readonly isCommercial: boolean;
  readonly throughCompany: boolean;
  /** Key of the decision in the decisions' facts; null for none. */
  readonly decision: string | null;
  readonly illustrative: boolean;
}

const OLDHAM = 'E08000004';
const BASE = {
  savingClaimedPence: null,
  isCommercial: false,
  throughCompany: false,
  decision: null,
  illustrative: true,
};

/** Illustrative uses of the powers that the paper names. */
export const POWER_USE_FACTS: readonly PowerUseFact[] = [
  {
    ...BASE,
    key: 'energy',
    council: OLDHAM,
    title: 'Collective energy switching for residents',
    power: 'GENERAL_POWER_OF_COMPETENCE',
    usedOn: -190,
    barrierRemoved: 'No statute named buying energy on behalf of households as a function of a council.',
    savingClaimedPence: 125_000_00,
    decision: 'energy',
  },
  {
    ...BASE,
    key: 'pub',
    council: OLDHAM,
    title: 'The last public house of a village listed',
    power: 'ASSETS_OF_COMMUNITY_VALUE',
    usedOn: -30,
    barrierRemoved: 'A sale could close before residents heard of it.',
    decision: 'listing',
  },
  {
    ...BASE,
    key: 'lending',
    council: OLDHAM,
    title: 'A lending company with the credit union',
    power: 'GENERAL_POWER_OF_COMPETENCE',
    usedOn: -400,
    barrierRemoved: 'Trading powers did not reach lending to residents.',
    isCommercial: true,
    throughCompany: true,
  },
  {
    ...BASE,
    key: 'views',
    council: OLDHAM,
    title: 'Ward councillors vote on schemes that they campaigned for',
    power: 'VIEWS_SHOWN_BEFORE',
    usedOn: -21,
    barrierRemoved: 'Councillors stayed silent for fear of a closed mind.',
    decision: 'budget',
  },
  {
    ...BASE,
    key: 'kingston-committees',
    council: 'E09000021',
    title: 'Back to the committee system',
    power: 'GOVERNANCE_CHANGE',
    usedOn: '2012-05-04',
    barrierRemoved: 'A council of this size had to have an executive.',
  },
];
