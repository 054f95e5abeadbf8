import { lawTable } from '@coop/shared/law';
import type { Rule } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';

/** What the answers of this folder cite. */
export const GRANT_RULES = {
  standard: {
    title: '360Giving Data Standard',
    section: 'required fields of a grant',
    url: 'https://standard.threesixtygiving.org/en/latest/technical/reference/',
  },
  power: {
    title: 'Local Government Act 1972',
    section: 's. 137: contributions to charities and to bodies that provide a public service',
    url: 'https://www.legislation.gov.uk/ukpga/1972/70/section/137',
  },
  transparency: {
    title: 'Local Government Transparency Code 2015',
    section: 'paras. 42–43: grants to voluntary, community and social enterprise organisations',
    url: 'https://www.gov.uk/government/publications/local-government-transparency-code-2015',
  },
} as const satisfies Record<string, Rule>;

/** Between which days a grant that is put on record can lie. */
export interface GrantDays {
  /** No earlier award is put on record here. */
  readonly earliestAward: LocalDate;
  /** So many years after the award it has begun and ended at the latest: a figure of this project's own. */
  readonly mostYears: number;
}

/** The days of grants by date: councils give since the Act came into force. */
export const grantDays = lawTable<GrantDays>('days of grants', [
  {
    from: '1974-04-01',
    until: null,
    source: GRANT_RULES.power,
    value: { earliestAward: '1974-04-01', mostYears: 50 },
  },
]);

/** By what a summary of grants is broken down. */
export const GRANT_GROUPS = {
  YEAR: 'By the financial year of the award, from 1 April: `2023-24`.',
  PROGRAMME: 'By the grant programme.',
  RECIPIENT: 'By the recipient, by its identifier.',
} as const;

/** Code of a breakdown. */
export type GrantGroup = keyof typeof GRANT_GROUPS;
