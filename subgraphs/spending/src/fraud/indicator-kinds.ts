/** The indicators, each with what it measures. None of them proves anything. */
export const INDICATORS = {
  SPLITTING:
    'The most payments to a supplier within a week that are each 80 to 100% of a limit and together over one and a half times it.',
  ROUND_SUMS: 'The share of payments to a supplier that are whole thousands of pounds.',
  BENFORD: "How far the first digits of a supplier's amounts are from Benford's law, on average.",
  NEW_SUPPLIER_FAST: 'In how many days from its first payment a new supplier was paid a large sum.',
  SHARED_IDENTIFIER: 'How many supplier records of different names share one registration number.',
} as const;

/** What an indicator is about. */
export type IndicatorKind = keyof typeof INDICATORS;

/** The indicators in order. */
export const INDICATOR_KINDS = Object.keys(INDICATORS) as readonly IndicatorKind[];
