import { lawTable } from '@coop/shared/law';

/** The sizes below which a body is a small or medium-sized enterprise. */
export interface SmeLimits {
  /** A body with this many people or more is none. */
  readonly staffBelow: number;
  /** The largest yearly turnover, in hundredths of the currency. */
  readonly turnoverAtMost: number;
  /** The largest balance sheet total, in hundredths of the currency. One of the two sums is enough. */
  readonly balanceSheetAtMost: number;
  readonly currency: 'EUR' | 'GBP';
}

/** What councils' published figures count as an SME. */
export const SME_LIMITS = lawTable<SmeLimits>('small and medium-sized enterprises', [
  {
    from: '2005-01-01',
    until: '2025-02-23',
    source: {
      title: 'Commission Recommendation 2003/361/EC',
      section: 'Annex, Article 2(1)',
      url: 'https://www.legislation.gov.uk/eur/2003/361/annex',
    },
    value: {
      staffBelow: 250,
      turnoverAtMost: 5_000_000_000,
      balanceSheetAtMost: 4_300_000_000,
      currency: 'EUR',
    },
  },
  {
    from: '2025-02-24',
    until: null,
    source: {
      title: 'Procurement Act 2023',
      section: 's. 123(1)',
      url: 'https://www.legislation.gov.uk/ukpga/2023/54/section/123',
    },
    value: {
      staffBelow: 250,
      turnoverAtMost: 4_400_000_000,
      balanceSheetAtMost: 3_800_000_000,
      currency: 'GBP',
    },
  },
]);
