import type { LocalDate } from '@coop/shared/time';
import type { AccountabilityDuty, BudgetLeadKind, CommunityBudgetKind } from './community-budgets.law';

/**
 * A community budget of the demo world. That there was one for the place, and in which council's area, is a fact, and so is
 * which councils a whole place is of. The source says of which kinds the leads of the neighbourhoods were, not who led
 * which: those leads are marked, and so are all partners but the councils of the tri-borough.
 */
export interface CommunityBudgetFact {
  /** The key of its id, and of its neighbourhood's: `fixedId('communitybudget', 'norbiton')`. */
  readonly key: string;
  readonly name: string;
  readonly kind: CommunityBudgetKind;
  /** Code of the council that keeps it; the first of those in whose areas it is. */
  readonly council: string;
  readonly otherCouncils: readonly string[];
  readonly lead: {
    readonly kind: BudgetLeadKind;
    readonly name: string;
    /** Key of the lead's entry in the directory, a council's by its code; null where it has none. */
    readonly organisation: string | null;
    /** Whether it only stands for the body that led. */
    readonly illustrative: boolean;
  };
  /** Who takes part beside the lead: names, and keys in the directory. */
  readonly partners: readonly PartnerFact[];
  readonly priorities: readonly string[];
  readonly description: string;
}

/** A partner of a community budget. */
export interface PartnerFact {
  readonly name: string;
  readonly organisation: string | null;
  /** Whether that it takes part is made up. */
  readonly illustrative: boolean;
}

/** Day on which the pilots, of neighbourhoods and of whole places, were announced. */
export const ANNOUNCED: LocalDate = '2011-12-21';

/** Day from which the plans of the pilots were to be carried out. */
export const LIVE_FROM: LocalDate = '2013-04-01';

const council = (name: string, gssCode: string): PartnerFact => ({
  ...{ name, organisation: gssCode, illustrative: true },
});
const body = (name: string, organisation: string | null = null): PartnerFact => ({
  ...{ name, organisation, illustrative: true },
});

const POLICE = body('Police (example partner)');
const HEALTH = body('Health service (example partner)');

type Lead = readonly [kind: BudgetLeadKind, name: string, organisation: string | null];

function pilot(
  kind: CommunityBudgetKind,
  key: string,
  name: string,
  councils: readonly [string, ...string[]],
  lead: Lead,
  partners: readonly PartnerFact[],
  priorities: readonly string[],
  description: string,
): CommunityBudgetFact {
  const [first, ...otherCouncils] = councils;
  return {
    ...{ key, name, kind, council: first, otherCouncils, partners, priorities, description },
    lead: {
      ...{ kind: lead[0], name: lead[1], organisation: lead[2] },
      illustrative: kind === 'NEIGHBOURHOOD',
    },
  };
}

/** The ten neighbourhood pilots and the four whole places. */
export const COMMUNITY_BUDGET_FACTS: readonly CommunityBudgetFact[] = [
  pilot(
    'NEIGHBOURHOOD',
    'norbiton',
    'Norbiton community budget',
    ['E09000021'],
    ['LOCAL_AUTHORITY', 'Royal Borough of Kingston upon Thames', 'E09000021'],
    [
      body('Example Norbiton Homes', 'example-norbiton-homes'),
      body('Example Norbiton Youth Club', 'example-norbiton-youth'),
      POLICE,
    ],
    ['Housing', 'Community safety', 'Public realm', 'Worklessness', 'Youth activities'],
    'Residents of Norbiton and those who serve them decide together on five priorities.',
  ),
  pilot(
    'NEIGHBOURHOOD',
    'white-city',
    'White City community budget',
    ['E09000013'],
    ['LOCAL_AUTHORITY', 'London Borough of Hammersmith & Fulham', 'E09000013'],
    [HEALTH, POLICE],
    ['Worklessness', 'Health', 'Families'],
    'Services on and around the White City estate.',
  ),
  pilot(
    'NEIGHBOURHOOD',
    'cowgate',
    'Cowgate, Kenton Bar and Montague community budget',
    ['E08000021'],
    ['LOCAL_AUTHORITY', 'Newcastle City Council', 'E08000021'],
    [HEALTH, POLICE],
    ['Early years', 'Families', 'Worklessness'],
    'Three estates in the west of Newcastle.',
  ),
  pilot(
    'NEIGHBOURHOOD',
    'ilfracombe',
    'Ilfracombe community budget',
    ['E07000043'],
    ['PARISH_COUNCIL', 'Ilfracombe Town Council', 'ilfracombe-town'],
    [council('North Devon Council', 'E07000043'), HEALTH, POLICE],
    ['Health', 'Public realm', 'Worklessness'],
    'A seaside town looks at all public spending in it as one budget.',
  ),
  pilot(
    'NEIGHBOURHOOD',
    'haverhill',
    'Haverhill community budget',
    ['E07000204'],
    ['PARISH_COUNCIL', 'Haverhill Town Council', 'haverhill-town'],
    [council('St Edmundsbury Borough Council', 'E07000204'), POLICE],
    ['Youth activities', 'Skills', 'Community safety'],
    'A market town, led by its town council.',
  ),
  pilot(
    'NEIGHBOURHOOD',
    'bradford-trident',
    'Little Horton community budget',
    ['E08000032'],
    ['VOLUNTARY_AND_COMMUNITY_SECTOR', 'Bradford Trident', 'bradford-trident'],
    [council('City of Bradford Metropolitan District Council', 'E08000032'), HEALTH],
    ['Early years', 'Health'],
    'The area of a community-led company in Little Horton.',
  ),
  pilot(
    'NEIGHBOURHOOD',
    'birmingham',
    'Castle Vale, Shard End and Balsall Heath community budget',
    ['E08000025'],
    ['PARTNERSHIP', 'Be Birmingham with three neighbourhood bodies', null],
    [
      council('Birmingham City Council', 'E08000025'),
      body('Balsall Heath Neighbourhood Forum', 'balsall-heath'),
      POLICE,
    ],
    ['Community safety', 'Health', 'Public realm'],
    'Three neighbourhoods of one city, each with a body of its own.',
  ),
  pilot(
    'NEIGHBOURHOOD',
    'poplar',
    'Poplar community budget',
    ['E09000030'],
    ['REGISTERED_PROVIDER', 'Poplar HARCA', 'poplar-harca'],
    [council('London Borough of Tower Hamlets', 'E09000030'), HEALTH],
    ['Health', 'Worklessness', 'Youth activities'],
    'Led by the housing association of the neighbourhood.',
  ),
  pilot(
    'NEIGHBOURHOOD',
    'queens-park',
    'Queen’s Park community budget',
    ['E09000033'],
    ['VOLUNTARY_AND_COMMUNITY_SECTOR', 'Paddington Development Trust', 'paddington'],
    [council('City of Westminster', 'E09000033'), HEALTH],
    ['Early years', 'Youth activities', 'Public realm'],
    'A ward of Westminster whose residents later got a parish council.',
  ),
  pilot(
    'NEIGHBOURHOOD',
    'sherwood',
    'Sherwood community budget',
    ['E07000116'],
    ['DISTRICT_COUNCIL', 'Tunbridge Wells Borough Council', 'E07000116'],
    [HEALTH, POLICE],
    ['Families', 'Worklessness', 'Youth activities'],
    'A ward of Tunbridge Wells.',
  ),
  pilot(
    'WHOLE_PLACE',
    'cheshire-west',
    'West Cheshire whole-place community budget',
    ['E06000050'],
    ['LOCAL_AUTHORITY', 'Cheshire West and Chester Council', 'E06000050'],
    [HEALTH, POLICE],
    ['Families', 'Ageing well', 'Work-ready individuals'],
    'All public services of a unitary council’s area.',
  ),
  pilot(
    'WHOLE_PLACE',
    'greater-manchester',
    'Greater Manchester whole-place community budget',
    ['E47000001', 'E08000004', 'E08000005', 'E08000009'],
    ['PARTNERSHIP', 'Greater Manchester Combined Authority', 'E47000001'],
    [
      council('Oldham Metropolitan Borough Council', 'E08000004'),
      council('Rochdale Metropolitan Borough Council', 'E08000005'),
      council('Trafford Metropolitan Borough Council', 'E08000009'),
      body('Greater Manchester Police', 'gm-police'),
    ],
    ['Early years', 'Transforming justice', 'Troubled families', 'Health and social care'],
    'Ten councils and their partners; the demo world knows three of the ten.',
  ),
  pilot(
    'WHOLE_PLACE',
    'essex',
    'Essex whole-place community budget',
    ['E10000012'],
    ['LOCAL_AUTHORITY', 'Essex County Council', 'E10000012'],
    [HEALTH, POLICE],
    ['Reducing reoffending', 'Skills', 'Families'],
    'A county with its districts, police and health service.',
  ),
  pilot(
    'WHOLE_PLACE',
    'tri-borough',
    'West London tri-borough whole-place community budget',
    ['E09000033', 'E09000013', 'E09000020'],
    ['PARTNERSHIP', 'Westminster, Hammersmith & Fulham, Kensington and Chelsea', 'E09000033'],
    [
      { ...council('London Borough of Hammersmith & Fulham', 'E09000013'), illustrative: false },
      { ...council('Royal Borough of Kensington and Chelsea', 'E09000020'), illustrative: false },
      POLICE,
    ],
    ['Work and skills', 'Health and social care', 'Community safety'],
    'Three London boroughs that share services.',
  ),
];

/** How many of the panel have to approve spending in the demo world. */
export const DEMO_APPROVALS_NEEDED = 2;

/** A body that is asked to take part in Norbiton's budget, so that there is something to agree to. */
export const INVITED_TO_NORBITON = 'Example Norbiton Traders';

/** Who answers for what in the budgets of the demo world, beside the lead, which keeps the accounts. */
export const DUTY_FACTS: readonly (readonly [duty: AccountabilityDuty, name: string, statement: string])[] = [
  ['DECIDES', 'Board of residents and partners (example)', 'Made up: by majority, at meetings open to all.'],
  ['REPORTS', 'Chair of the board (example)', 'Made up: to a public meeting of residents, every quarter.'],
  ['AUDITS', 'Auditor of the accounts (example)', 'Made up: once a year, with what the council audits.'],
];
