/** A made-up supplier that is paid just under a limit, again and again. */
export const SPLIT_SUPPLIER = { publishedId: '100401', name: 'Example Site Services Ltd' } as const;

/** Days before loading, and pounds: five payments within a week close under £5,000. */
export const SPLIT_FACTS: readonly (readonly [daysAgo: number, pounds: number])[] = [
  [38, 4890],
  [37, 4950],
  [36, 4725],
  [35, 4980],
  [34, 4810],
];

/** A made-up suspicion. */
export const CASE_FACT = {
  title: 'Work ordered in parts close under £5,000 (made up)',
  allegation:
    'Five orders to one supplier within a week, each just under the value from which contracts are published. Made up for demonstration.',
  source: 'INDICATOR',
  suspectedPounds: 24_355,
} as const;

/** The figures of years that are over, by how many years back. All made up. */
export const FIGURES_FACTS = [
  {
    ...{ yearsBack: 1, powersUsedCount: 3, investigatorCount: 5, investigatorFteHundredths: 420 },
    ...{ specialistCount: 4, specialistFteHundredths: 350, spentPounds: 214_000, caseCount: 61 },
    ...{ detectedPounds: 138_500, recoveredPounds: 47_200 },
  },
  {
    ...{ yearsBack: 2, powersUsedCount: 2, investigatorCount: 5, investigatorFteHundredths: 400 },
    ...{ specialistCount: 3, specialistFteHundredths: 250, spentPounds: 198_000, caseCount: 54 },
    ...{ detectedPounds: null, recoveredPounds: null },
  },
] as const;
