import type { Rule } from '@coop/shared/problems';

const policy = (section: string): Rule => ({
  title: "The council's policy for community budgets",
  section,
  url: null,
});

/** The policy and papers that the answers of this folder cite. */
export const BUDGET_RULES = {
  prospectus: {
    title: 'Community Budgets Prospectus (Department for Communities and Local Government, October 2011)',
    section: 'neighbourhood-level and whole-place pilots',
    url: 'https://www.gov.uk/government/publications/community-budgets-prospectus',
  },
  agreement: policy('a partner takes part by its own agreement'),
  standing: policy('what is closed takes nothing new'),
  settlement: policy('nothing is left behind of which it is not recorded what becomes'),
  priorities: policy('priorities are an ordered list'),
  accountability: policy('one partner keeps the accounts and answers for them'),
  opening: policy('opening a community budget'),
} as const satisfies Record<string, Rule>;

/** Kinds of community budget. */
export const BUDGET_KINDS = {
  NEIGHBOURHOOD: 'For one neighbourhood: residents shape and help to run services where they live.',
  WHOLE_PLACE:
    'For a whole place, of one or several councils: all public spending there is looked at as one.',
} as const;

/** Code of a kind of community budget. */
export type CommunityBudgetKind = keyof typeof BUDGET_KINDS;

/** Kinds of body that lead a community budget. */
export const LEAD_KINDS = {
  LOCAL_AUTHORITY: 'A borough, city, county or unitary council, or several together.',
  DISTRICT_COUNCIL: 'A district council in an area with two tiers.',
  PARISH_COUNCIL: 'A parish, town or community council.',
  REGISTERED_PROVIDER: 'A registered provider of social housing.',
  VOLUNTARY_AND_COMMUNITY_SECTOR: 'A voluntary or community organisation.',
  PARTNERSHIP: 'A partnership of several bodies without one of them in the lead.',
} as const;

/** Code of a kind of lead. */
export type BudgetLeadKind = keyof typeof LEAD_KINDS;

/** What somebody answers for in a community budget. */
export const ACCOUNTABILITY_DUTIES = {
  DECIDES: 'Decides what the money is spent on.',
  KEEPS_ACCOUNTS: 'Holds the money, keeps the accounts and answers for them: the accountable body.',
  REPORTS: 'Reports to residents and partners what was done.',
  SCRUTINISES: 'Looks at decisions from outside and asks about them.',
  AUDITS: 'Audits the accounts.',
} as const;

/** Code of a duty. */
export type AccountabilityDuty = keyof typeof ACCOUNTABILITY_DUTIES;
