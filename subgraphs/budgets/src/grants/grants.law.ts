import type { Rule } from '@coop/shared/problems';

/** What the answers of this folder cite. */
export const GRANT_RULES = {
  standard: {
    title: '360Giving Data Standard',
    section: 'required fields of a grant',
    url: 'https://standard.threesixtygiving.org/en/latest/technical/reference/',
  },
  transparency: {
    title: 'Local Government Transparency Code 2015',
    section: 'paras. 42–43: grants to voluntary, community and social enterprise organisations',
    url: 'https://www.gov.uk/government/publications/local-government-transparency-code-2015',
  },
} as const satisfies Record<string, Rule>;

/** By what a summary of grants is broken down. */
export const GRANT_GROUPS = {
  YEAR: 'By the financial year of the award, from 1 April: `2023-24`.',
  PROGRAMME: 'By the grant programme.',
  RECIPIENT: 'By the recipient, by its identifier.',
} as const;

/** Code of a breakdown. */
export type GrantGroup = keyof typeof GRANT_GROUPS;
