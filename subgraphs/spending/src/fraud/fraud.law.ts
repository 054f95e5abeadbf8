import { lawTable } from '@coop/shared/law';
import type { Rule } from '@coop/shared/problems';

/** The yearly figures that a council publishes on its work against fraud. */
export const FRAUD_FIGURES_RULE: Rule = {
  title: 'Local Government Transparency Code 2015',
  section: 'part 2, information to be published annually: fraud',
  url: 'https://www.gov.uk/government/publications/local-government-transparency-code-2015',
};

/** Practice of auditors: whoever opened a case does not close it. */
export const SEPARATION_RULE: Rule = {
  title: 'Register of fraud cases',
  section: 'separation of duties',
  url: null,
};

/** A limit under which somebody may want to stay, in pence. */
export interface SpendLimit {
  readonly pence: number;
  /** What applies from the limit on. */
  readonly meaning: string;
}

/** From this value on a council's contracts are published in its register. */
const REGISTER: SpendLimit = { pence: 500_000, meaning: 'contracts are published in the register' };

/**
 * The limits that payments may be split to stay under, by day. Payments are published without VAT as a rule; a limit
 * that is set with VAT stands here without, at 20%.
 */
export const spendLimits = lawTable<readonly SpendLimit[]>(
  'limits that payments may be split to stay under',
  [
    {
      from: '2014-10-31',
      until: '2015-03-31',
      source: {
        title: 'Local Government (Transparency Requirements) (England) Regulations 2014 (SI 2014/2680)',
        section: 'and the Code: contracts with a value above £5,000',
        url: 'https://www.legislation.gov.uk/uksi/2014/2680/contents/made',
      },
      value: [REGISTER],
    },
    {
      from: '2015-04-01',
      until: '2025-02-23',
      source: {
        title: 'Public Contracts Regulations 2015 (SI 2015/102)',
        section: 'regs. 109 and 110',
        url: 'https://www.legislation.gov.uk/uksi/2015/102/regulation/110',
      },
      value: [REGISTER, { pence: 2_500_000, meaning: 'opportunities are published on Contracts Finder' }],
    },
    {
      from: '2025-02-24',
      until: null,
      source: {
        title: 'Procurement Act 2023',
        section: 'part 6: regulated below-threshold contracts, £30,000 with VAT',
        url: 'https://www.legislation.gov.uk/ukpga/2023/54/part/6',
      },
      value: [REGISTER, { pence: 2_500_000, meaning: 'contracts below the threshold are notified' }],
    },
  ],
);

/** Where the indicators begin to point at something: practice of auditors, no statute. */
export interface IndicatorFences {
  readonly splitting: {
    readonly payments: number;
    readonly days: number;
    readonly from: number;
    readonly together: number;
  };
  readonly roundSums: { readonly payments: number; readonly share: number; readonly leastPence: number };
  /** Mean absolute deviation from the law's shares (Nigrini: above 0.015 is no conformity). */
  readonly benford: { readonly payments: number; readonly deviation: number };
  readonly newSupplier: { readonly sumPence: number; readonly days: number; readonly historyDays: number };
  readonly sharedIdentifier: { readonly records: number };
}

/** The fences by day. */
export const indicatorFences = lawTable<IndicatorFences>('fences of fraud indicators', [
  {
    from: '2010-01-01',
    until: null,
    source: { title: 'Fraud indicators', section: 'fences', url: null },
    value: {
      splitting: { payments: 5, days: 7, from: 0.8, together: 1.5 },
      roundSums: { payments: 10, share: 0.5, leastPence: 100_000 },
      benford: { payments: 300, deviation: 0.015 },
      newSupplier: { sumPence: 2_500_000, days: 30, historyDays: 180 },
      sharedIdentifier: { records: 2 },
    },
  },
]);
