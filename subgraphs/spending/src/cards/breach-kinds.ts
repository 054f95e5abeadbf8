/** The kinds of breach that purchases by card are checked for, each with what it says. */
export const BREACH_KINDS = {
  APPROVER_IS_CARDHOLDER: 'Whoever approved the purchase is the cardholder.',
  NO_APPROVER: 'Nobody approved the purchase.',
  OVER_TRANSACTION_LIMIT: 'The purchase is above the limit for one purchase.',
  OVER_MONTHLY_LIMIT: 'The purchases of a month are above the limit of the card.',
  BLOCKED_CATEGORY: 'The merchant is of a kind that cards must not be used with.',
  RECEIPT_LATE: 'The receipt came later than the policy allows.',
  RECEIPT_MISSING: 'No receipt has come, and the time for it is over.',
  WEEKEND: 'The purchase was made on a Saturday or Sunday.',
  SPLIT_PURCHASE: 'Several purchases from one merchant are each within the limit and together above it.',
} as const;

/** What a breach is of. */
export type BreachKind = keyof typeof BREACH_KINDS;
