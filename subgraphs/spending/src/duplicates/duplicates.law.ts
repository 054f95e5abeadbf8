import { lawTable } from '@coop/shared/law';
import type { Rule } from '@coop/shared/problems';

/** What the search for payments made twice goes by: practice of auditors, no statute. */
export const DUPLICATE_RULE: Rule = {
  title: 'Search for duplicate payments',
  section: 'tiers of evidence',
  url: null,
};

/** The figures of the search. */
export interface DuplicatePolicy {
  /** So many payments alike (supplier and amount) are regular ones, such as rent: no evidence of anything. */
  readonly regularFrom: number;
  /** Two payments further apart than this are not compared. */
  readonly horizonDays: number;
  /** References whose numbers differ by at most this are close. */
  readonly closeReferences: number;
  /** Amounts below this, in pence, are not worth a person's time. */
  readonly leastPence: number;
  /** An "invoice number" that so many suppliers share within one file is the number of a batch. */
  readonly batchSuppliers: number;
  /** Transposed digits are looked for in numbers of at least so many characters. */
  readonly transposedFrom: number;
}

/** The search as it stands on the day of a scan. */
export const duplicatePolicies = lawTable<DuplicatePolicy>('search for duplicate payments', [
  {
    from: '2010-01-01',
    until: null,
    source: DUPLICATE_RULE,
    value: {
      regularFrom: 10,
      horizonDays: 730,
      closeReferences: 10,
      leastPence: 1,
      batchSuppliers: 5,
      transposedFrom: 4,
    },
  },
]);
