/**
 * Between which days and amounts a row can be a payment of a council. Not law but sense: what lies outside is a slip
 * of whoever made the file, and would bend every total.
 */
export const PAYMENT_LIMITS = {
  /**
   * Councils publish since 2010, and what they publish may have been paid before. Older than twenty years before that
   * are the zeros of spreadsheets (1900, 1904) and years of two digits that were read wrongly.
   */
  earliestDay: '1990-01-01',
  /** Ten thousand million pounds, in pence: several times what the largest council spends in a year. */
  largestPence: 1_000_000_000_000,
} as const;

/** How many characters the columns of payments keep. */
export const LONGEST = { name: 255, text: 255, code: 100 } as const;
