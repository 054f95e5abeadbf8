import { graphqlEnum } from '@coop/shared/graphql';
import { DIRECTIONS, VERDICTS } from './evaluation.law';

/** Which way is better. */
export const MeasureDirection = graphqlEnum(
  'MeasureDirection',
  'Which way of a measure is better.',
  DIRECTIONS,
);
export type MeasureDirection = keyof typeof MeasureDirection;

/** What came of a community budget. */
export const EvaluationVerdict = graphqlEnum(
  'EvaluationVerdict',
  'What came of a community budget, worked out of its measures and costs.',
  VERDICTS,
);
export type EvaluationVerdict = keyof typeof EvaluationVerdict;

/** The orders of a comparison. */
export const ComparisonOrder = graphqlEnum('CommunityBudgetComparisonOrder', 'The order of a comparison.', {
  NAME: 'By name.',
  SAVING: 'The largest saving of a year first; where it is not known comes last.',
});
export type ComparisonOrder = keyof typeof ComparisonOrder;
