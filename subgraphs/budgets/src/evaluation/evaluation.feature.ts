import type { Feature } from '@coop/shared/graphql';
import { evaluationDemo } from './evaluation.demo';
import { EvaluationCost, EvaluationMeasure } from './evaluation.entity';
import { evaluationMigrations } from './evaluation.migrations';
import { measureById } from './evaluation.queries';
import {
  BudgetEvaluationResolver,
  EvaluationMutations,
  EvaluationResolver,
  MeasureResolver,
} from './evaluation.resolver';

/** What came of community budgets: measures, costs, better for less, and the comparison of pilots. */
export const evaluation: Feature = {
  resolvers: [BudgetEvaluationResolver, EvaluationResolver, MeasureResolver, EvaluationMutations],
  references: {
    EvaluationMeasure: ({ id }, context) => (typeof id === 'string' ? measureById.load(context, id) : null),
  },
  entities: [EvaluationMeasure, EvaluationCost],
  migrations: evaluationMigrations,
  demo: evaluationDemo,
};
