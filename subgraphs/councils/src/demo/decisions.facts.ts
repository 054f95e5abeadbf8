import type { DecisionRecord } from '../decisions/decision-records.rules';
import type { DecisionPublicity, ExemptGround } from '../decisions/publicity.law';
import type { Participant } from '../decisions/participation.rules';
import type { DemoDay } from './demo-day.rules';

/** A decision of the demo world, as entered on the record. */
export interface DecisionFact extends Omit<DecisionRecord, 'takenOn'> {
  readonly key: string;
  readonly council: string;
  readonly takenOn: DemoDay;
  /** Councillors who took part, or declared an interest and did not; `councillor` is a key of the councillors' facts. */
  readonly participants: readonly Omit<Participant, 'name'>[];
  /** Whether everybody may read it; PUBLIC unless told. */
  readonly publicity?: DecisionPublicity;
  readonly exemptGround?: ExemptGround;
  readonly illustrative: true;
}

const OLDHAM = 'E08000004';
const took = (councillor: string, more: Partial<Participant> = {}) => ({
  councillor,
  hasPecuniaryInterest: false,
  discussed: true,
  voted: true,
  hadShownView: false,
  ...more,
});
const BASE = {
  isExecutive: false,
  isKeyDecision: false,
  delegation: null,
  alternativesRejected: null,
  noAlternatives: false,
  power: null,
  powerDetail: null,
  participants: [],
  illustrative: true,
} as const;

/** Illustrative decisions, one of every kind of decision-maker for Oldham. */
export const DECISION_FACTS: readonly DecisionFact[] = [
  {
    ...BASE,
    key: 'budget',
    council: OLDHAM,
    takenOn: -21,
    decidedBy: 'FULL_COUNCIL',
    decision: 'To set the revenue budget, with £250,000 for ward councillors to spend in their wards.',
    statementOfReasons: 'Neighbourhoods know best what small sums can do there.',
    alternativesRejected: 'Keeping the sum in one central fund.',
    participants: [
      took('sample', { hadShownView: true }),
      took('model', { hasPecuniaryInterest: true }),
      took('pattern'),
    ],
  },
  {
    ...BASE,
    key: 'hall',
    council: OLDHAM,
    takenOn: -45,
    decidedBy: 'CABINET',
    isExecutive: true,
    isKeyDecision: true,
    decision: 'To lease a village hall to its committee for 30 years at a peppercorn.',
    statementOfReasons: 'The hall stays open, cared for by those who use it; the council saves its upkeep.',
    alternativesRejected: 'Sale at auction; running the hall from the council’s own budget.',
    power: 'DISPOSAL_OF_LAND',
    participants: [
      took('sample'),
      took('specimen', { hadShownView: true }),
      took('template', { hasPecuniaryInterest: true, discussed: false, voted: false }),
    ],
  },
  {
    ...BASE,
    key: 'energy',
    council: OLDHAM,
    takenOn: -200,
    decidedBy: 'CABINET_MEMBER',
    isExecutive: true,
    decision: 'To run a collective energy switch for residents.',
    statementOfReasons: 'Many households together get a better price than each alone.',
    noAlternatives: true,
    power: 'GENERAL_POWER_OF_COMPETENCE',
    participants: [took('specimen')],
  },
  {
    ...BASE,
    key: 'listing',
    council: OLDHAM,
    takenOn: -30,
    decidedBy: 'OFFICER',
    delegation: 'GENERAL',
    decision: 'To list a public house as an asset of community value.',
    statementOfReasons:
      'It furthers the social wellbeing of the village, and it is realistic that it will go on to.',
    alternativesRejected: 'To refuse the nomination.',
    power: 'ASSETS_OF_COMMUNITY_VALUE',
  },
  {
    ...BASE,
    key: 'plan',
    council: OLDHAM,
    takenOn: -70,
    decidedBy: 'COMMITTEE',
    decision: 'To designate a neighbourhood area for a neighbourhood plan.',
    statementOfReasons: 'The area is the one its residents know as theirs.',
    power: 'NEIGHBOURHOOD_PLANNING',
    participants: [took('pattern'), took('instance')],
  },
  {
    ...BASE,
    key: 'benches',
    council: OLDHAM,
    takenOn: -10,
    decidedBy: 'WARD_COUNCILLOR',
    decision: 'To spend £850 of the ward budget on benches by the bowling green.',
    statementOfReasons: 'Older residents asked for somewhere to rest on the way to the shops.',
    participants: [took('instance')],
  },
  {
    ...BASE,
    key: 'settlement',
    council: OLDHAM,
    takenOn: -15,
    decidedBy: 'OFFICER',
    delegation: 'EXPRESS',
    decision: 'To settle a claim about a former community centre on the terms advised.',
    statementOfReasons: 'Counsel advised that a trial would cost more than it could win.',
    alternativesRejected: 'To go to trial.',
    publicity: 'EXEMPT',
    exemptGround: 'LEGAL_PRIVILEGE',
  },
  {
    ...BASE,
    key: 'norbiton-priorities',
    council: 'E09000021',
    takenOn: -90,
    decidedBy: 'COMMITTEE',
    decision: 'To take up the community priorities for Norbiton.',
    statementOfReasons: 'Residents named housing, safety, public realm, worklessness and youth activities.',
    participants: [took('mockup')],
  },
  {
    ...BASE,
    key: 'queens-park-devolution',
    council: 'E09000033',
    takenOn: -120,
    decidedBy: 'CABINET',
    isExecutive: true,
    decision: 'To work with the community council on a devolved early years service.',
    statementOfReasons: 'Families are reached better from within the neighbourhood.',
    alternativesRejected: 'One service for the whole city.',
    participants: [took('placeholder')],
  },
];
