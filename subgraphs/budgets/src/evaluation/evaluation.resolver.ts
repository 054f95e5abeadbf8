import { Arg, Ctx, Directive, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { communityBudgetById } from '../community-budgets/community-budget.queries';
import { defineMeasure, recordEvaluationCost, recordMeasure } from './evaluate-budget.command';
import {
  EvaluationCostRecordInput,
  EvaluationMeasureDefineInput,
  EvaluationMeasureRecordInput,
} from './evaluation-inputs.types';
import { EvaluationMeasure } from './evaluation.entity';
import { ComparisonOrder } from './evaluation.enums';
import { comparison, evaluationOf, measureById, measureChange, measuresOf } from './evaluation.queries';
import {
  CommunityBudgetComparison,
  CommunityBudgetEvaluation,
  ComparisonFilter,
  EvaluationCostRecordPayload,
  EvaluationMeasureDefinePayload,
  EvaluationMeasureRecordPayload,
} from './evaluation.types';

/** The measures of an evaluation. */
@Resolver(() => CommunityBudgetEvaluation)
export class EvaluationResolver {
  @FieldResolver(() => [EvaluationMeasure], { description: 'By what it is judged.' })
  async measures(
    @Root() { fundId }: CommunityBudgetEvaluation,
    @Ctx() context: RequestContext,
  ): Promise<EvaluationMeasure[]> {
    return (await measuresOf.load(context, fundId)) ?? [];
  }
}

/** What is worked out of a measure. */
@Resolver(() => EvaluationMeasure)
export class MeasureResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether the outcome is better than the baseline; null before it is measured.',
  })
  isBetter(@Root() measure: EvaluationMeasure): boolean | null {
    return measureChange(measure).isBetter;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether the outcome has reached the target; null before it is measured.',
  })
  isMet(@Root() measure: EvaluationMeasure): boolean | null {
    return measureChange(measure).isMet;
  }
}

/** What came of community budgets, one by one and side by side. */
@Resolver(() => CommunityBudget)
export class BudgetEvaluationResolver {
  @FieldResolver(() => CommunityBudgetEvaluation, {
    nullable: true,
    description: 'What came of it: measures, costs, and whether it is better for less.',
  })
  evaluation(
    @Root() { id }: CommunityBudget,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetEvaluation | null> {
    return evaluationOf.load(context, id);
  }

  @Directive(
    '@listSize(assumedSize: 50, slicingArguments: ["first"], sizedFields: ["rows"], requireOneSlicingArgument: false)',
  )
  @Query(() => CommunityBudgetComparison, {
    description:
      'Community budgets side by side: what they cost, what they achieved, and which are better for less.',
  })
  communityBudgetComparison(
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many rows: 1 to 100.' }) first: number,
    @Arg('filter', () => ComparisonFilter, { nullable: true, description: 'Which of them.' })
    filter: ComparisonFilter | null,
    @Arg('orderBy', () => ComparisonOrder, { defaultValue: 'NAME', description: 'In which order.' })
    orderBy: ComparisonOrder,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetComparison> {
    return comparison(context, filter ?? {}, orderBy, first);
  }
}

/** What is done about evaluation. */
@Resolver()
export class EvaluationMutations {
  @Mutation(() => EvaluationMeasureDefinePayload, {
    description: 'Says by what a community budget is judged: for an officer of the council.',
  })
  evaluationMeasureDefine(
    @Arg('input', () => EvaluationMeasureDefineInput, {
      description: 'What is measured, from where to where.',
    })
    input: EvaluationMeasureDefineInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, defineMeasure, input, 'measure', measureById);
  }

  @Mutation(() => EvaluationMeasureRecordPayload, {
    description:
      'Records what a measure came to, anew when it is measured again: for an officer of the council.',
  })
  evaluationMeasureRecord(
    @Arg('input', () => EvaluationMeasureRecordInput, { description: 'Which measure, and what it came to.' })
    input: EvaluationMeasureRecordInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, recordMeasure, input, 'measure', measureById);
  }

  @Mutation(() => EvaluationCostRecordPayload, {
    description:
      'Records what the services cost in a full year, before and with it: for an officer of the council.',
  })
  evaluationCostRecord(
    @Arg('input', () => EvaluationCostRecordInput, { description: 'Of which budget, and the costs.' })
    input: EvaluationCostRecordInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, recordEvaluationCost, input, 'communityBudget', communityBudgetById);
  }
}
