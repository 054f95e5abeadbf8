/**
 * Between which days and amounts a row can be a payment of a council. Not law but sense: what lies outside is a slip
 * of whoever made the file, and would bend every total.
 */
export const PAYMENT_LIMITS = {
  /** Publication began in 2010; older days are spreadsheet zeros and two-digit years. */
  earliestDay: '1990-01-01',
  /** Ten thousand million pounds, in pence: several times what the largest council spends in a year. */
  largestPence: 1_000_000_000_000,
} as const;
