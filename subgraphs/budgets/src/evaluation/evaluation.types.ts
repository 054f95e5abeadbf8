import { Field, Float, Int, InputType, ID, ObjectType } from 'type-graphql';
import { Money, payloadType, Reason } from '@coop/shared/graphql';
import { CommunityBudgetKind } from '../community-budgets/community-budget.enums';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { EvaluationMeasure } from './evaluation.entity';
import { EvaluationVerdict } from './evaluation.enums';

/** What came of a community budget. */
@ObjectType({
  description: 'What came of a community budget: its measures, its costs, and whether it is better for less.',
})
export class CommunityBudgetEvaluation {
  /** Id of the budget. */
  fundId!: string;

  @Field(() => Money, {
    nullable: true,
    description: 'What the services cost in a full year before; null where not known.',
  })
  costBefore!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What they cost in a full year with it, in the same prices; null while it is not known.',
  })
  costAfter!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Cost before less cost after, negative for a rise; null while one is not known.',
  })
  saving!: Money | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The saving as a share of the cost before, from 0 to 1; negative for a rise.',
  })
  savingShare!: number | null;

  @Field(() => String, { nullable: true, description: 'How the costs were worked out.' })
  costBasis!: string | null;

  @Field(() => Int, { description: 'How many measures there are.' })
  measureCount!: number;

  @Field(() => Int, { description: 'How many of them have an outcome.' })
  measuredCount!: number;

  @Field(() => Int, { description: 'How many are better than their baseline.' })
  betterCount!: number;

  @Field(() => Int, { description: 'How many are worse than their baseline.' })
  worseCount!: number;

  @Field(() => Int, { description: 'How many have reached their target.' })
  metCount!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether outcomes are better for less money; null while it is not known.',
  })
  betterForLess!: boolean | null;

  @Field(() => EvaluationVerdict, { description: 'The same with its shades.' })
  verdict!: EvaluationVerdict;

  @Field(() => Reason, { description: 'Why, with the figures, and the rule that it rests on.' })
  reason!: Reason;
}

/** Which community budgets to compare. */
@InputType({ description: 'Which community budgets to compare; everything that is said must hold.' })
export class ComparisonFilter {
  @Field(() => CommunityBudgetKind, { nullable: true, description: 'Only of this kind.' })
  kind?: CommunityBudgetKind | null;

  @Field(() => ID, { nullable: true, description: 'Only those that the council with this GSS code keeps.' })
  council?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True for pilots only, false for all others.' })
  isPilot?: boolean | null;
}

/** A community budget in a comparison. */
@ObjectType({ description: 'A community budget in a comparison.' })
export class CommunityBudgetComparisonRow {
  @Field(() => CommunityBudget, { description: 'The budget.' })
  communityBudget!: CommunityBudget;

  @Field(() => CommunityBudgetEvaluation, { description: 'What came of it.' })
  evaluation!: CommunityBudgetEvaluation;
}

/** A comparison. */
@ObjectType({
  description:
    'Community budgets side by side. The sums are over all that were asked for, not over the rows shown.',
})
export class CommunityBudgetComparison {
  @Field(() => [CommunityBudgetComparisonRow], { description: 'As many as were asked for, in the order.' })
  rows!: CommunityBudgetComparisonRow[];

  @Field(() => Int, { description: 'How many were compared, those that are not shown too.' })
  budgetCount!: number;

  @Field(() => Int, { description: 'How many are not shown.' })
  others!: number;

  @Field(() => Int, { description: 'Of how many both costs are known.' })
  costedCount!: number;

  @Field(() => Money, { description: 'Cost of a full year before, of those of which both costs are known.' })
  costBefore!: Money;

  @Field(() => Money, {
    description: 'Cost of a full year with them, of those of which both costs are known.',
  })
  costAfter!: Money;

  @Field(() => Money, { description: 'The difference, negative for a rise.' })
  saving!: Money;

  @Field(() => Int, { description: 'How many are better for less.' })
  betterForLessCount!: number;

  @Field(() => Int, { description: 'Of how many it is not known.' })
  notKnownCount!: number;
}

/** What `evaluationMeasureDefine` answers. */
export const EvaluationMeasureDefinePayload = payloadType(
  'EvaluationMeasureDefinePayload',
  'measure',
  EvaluationMeasure,
);
/** What `evaluationMeasureRecord` answers. */
export const EvaluationMeasureRecordPayload = payloadType(
  'EvaluationMeasureRecordPayload',
  'measure',
  EvaluationMeasure,
);
/** What `evaluationCostRecord` answers. */
export const EvaluationCostRecordPayload = payloadType(
  'EvaluationCostRecordPayload',
  'communityBudget',
  CommunityBudget,
);
