import type { Rule } from '@coop/shared/problems';

const regulations = (section: string): Rule => ({
  title: "The council's financial regulations for pooled budgets",
  section,
  url: null,
});

/** The law, and the council's own regulations, that the answers of the ledger cite. */
export const LEDGER_RULES = {
  administration: {
    title: 'Local Government Act 1972',
    section: 's. 151',
    url: 'https://www.legislation.gov.uk/ukpga/1972/70/section/151',
  },
  accountingRecords: {
    title: 'Accounts and Audit Regulations 2015',
    section: 'reg. 4',
    url: 'https://www.legislation.gov.uk/uksi/2015/234/regulation/4',
  },
  doubleEntry: regulations('double entry: every posting balances'),
  available: regulations('no spending beyond what is available'),
  ownContribution: regulations('contributions: each partner speaks for its own'),
  aligned: regulations('aligned money and gifts in kind stay with the partner'),
  approval: regulations('spending is approved by several of the panel'),
  separation: regulations('nobody approves a payment to themselves or a request of their own'),
  periods: regulations('a closed period is corrected by postings in an open one'),
} as const satisfies Record<string, Rule>;

/** In which form a partner puts something in. */
export const RESOURCE_FORMS = {
  CASH: 'Money that is paid into the pool and held by the council.',
  IN_KIND: 'Time of staff, rooms or things, at their value; the partner gives them when they are needed.',
  ALIGNED: 'Money that the partner keeps and spends itself, for what was agreed.',
} as const;

/** Code of a form of contribution. */
export type ResourceForm = keyof typeof RESOURCE_FORMS;

/** What an account stands for. Of every pound that was put in, each account says where it is now. */
export const ACCOUNT_KINDS = {
  CONTRIBUTED: 'What a partner has put in. The only accounts whose normal balance is a credit.',
  RETURNED: 'What was given back to a partner.',
  AVAILABLE: 'Put in, and not yet allocated to anything.',
  ALLOCATED: 'Set aside for a priority or service, and not yet committed.',
  COMMITTED: 'Approved for somebody, and not yet paid.',
  SPENT: 'Paid out, or used.',
} as const;

/** Code of a kind of account. */
export type AccountKind = keyof typeof ACCOUNT_KINDS;

/** Why something was posted. */
export const POSTING_KINDS = {
  CONTRIBUTION: 'Something that a partner pledged has arrived.',
  RETURN: 'Something was given back to a partner.',
  ALLOCATION: 'Set aside for a priority or service.',
  COMMITMENT: 'Spending that the panel approved.',
  RELEASE: 'A commitment, or what is left of it, that will not be paid.',
  PAYMENT: 'Paid to whom it was committed.',
  USE: 'Aligned money or a gift in kind that the partner has used for what was agreed.',
  JOURNAL: 'Moved between allocations, or spending recoded from one to another.',
  CORRECTION: 'An earlier posting turned round: the same accounts with opposite signs.',
} as const;

/** Code of a kind of posting. */
export type PostingKind = keyof typeof POSTING_KINDS;

/** No single amount is larger: £100,000,000,000, so that sums of thousands stay exact. */
export const MOST_PENCE = 10_000_000_000_000;
