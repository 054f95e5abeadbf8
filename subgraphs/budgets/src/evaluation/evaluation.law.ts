import type { Rule } from '@coop/shared/problems';

/** What the answers of this folder cite. */
export const EVALUATION_RULES = {
  betterForLess: {
    title: "The council's policy for the evaluation of community budgets",
    section:
      'better outcomes for less money: every measure has an outcome, some are better, none is worse, and the cost of a year is lower',
    url: null,
  },
  measures: {
    title: "The council's policy for the evaluation of community budgets",
    section: 'a measure has a baseline and a target before its outcome',
    url: null,
  },
} as const satisfies Record<string, Rule>;

/** Which way is better. */
export const DIRECTIONS = {
  HIGHER: 'More of it is better: people in work.',
  LOWER: 'Less of it is better: reported crimes.',
} as const;

/** Code of a direction. */
export type MeasureDirection = keyof typeof DIRECTIONS;

/** What came of a community budget. */
export const VERDICTS = {
  BETTER_FOR_LESS: 'Some outcomes are better, none is worse, and a year costs less than before.',
  BETTER_FOR_NO_LESS:
    'Some outcomes are better and none is worse, but a year costs as much as before, or more.',
  LESS_BUT_NOT_BETTER: 'A year costs less than before, but no outcome is better, or one is worse.',
  NEITHER: 'Outcomes are not better, and a year costs no less.',
  NOT_KNOWN: 'Measures without an outcome, or costs that are not known, stand in the way of an answer.',
} as const;

/** Code of what came of a community budget. */
export type EvaluationVerdict = keyof typeof VERDICTS;
