import type { Rule } from '@coop/shared/problems';

/** What the answers of this folder cite. */
export const WARD_RULES = {
  wardFunctions: {
    title: 'Local Government and Public Involvement in Health Act 2007',
    section: 's. 236',
    url: 'https://www.legislation.gov.uk/ukpga/2007/28/section/236',
  },
  interests: {
    title: 'Localism Act 2011',
    section: 's. 31',
    url: 'https://www.legislation.gov.uk/ukpga/2011/20/section/31',
  },
  limit: {
    title: "The council's scheme for ward councillors' budgets",
    section: "the year's limit",
    url: null,
  },
  separation: {
    title: "The council's scheme for ward councillors' budgets",
    section: 'who proposes, who approves and who is paid are three',
    url: null,
  },
} as const satisfies Record<string, Rule>;
