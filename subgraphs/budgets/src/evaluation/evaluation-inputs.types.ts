import { IsIn, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { Field, Float, ID, InputType } from 'type-graphql';
import {
  ChangeInput,
  IsDay,
  IsIdText,
  IsText,
  LocalDateScalar,
  MutationInput,
  SafeIntScalar,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { MeasureDirection } from './evaluation.enums';

/** Beyond any figure that a measure has. */
const MOST = 1e12;
/** £100,000,000,000. */
const MOST_PENCE = 10_000_000_000_000;

/** A new measure. */
@InputType({ description: 'Says by what a community budget is judged.' })
export class EvaluationMeasureDefineInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The community budget, `communitybudget_…`.' })
  budgetId!: string;

  @IsText(300)
  @Field(() => String, { description: 'What is measured. Published.' })
  name!: string;

  @IsText(100)
  @Field(() => String, { description: 'In which unit: `people`, `% of residents`.' })
  unit!: string;

  @IsIn(Object.keys(MeasureDirection))
  @Field(() => MeasureDirection, { description: 'Which way is better.' })
  direction!: MeasureDirection;

  @IsNumber()
  @Min(-MOST)
  @Max(MOST)
  @Field(() => Float, { description: 'What it is before, in the unit.' })
  baseline!: number;

  @IsDay()
  @Field(() => LocalDateScalar, { description: 'Day of the baseline.' })
  baselineOn!: LocalDate;

  @IsNumber()
  @Min(-MOST)
  @Max(MOST)
  @Field(() => Float, { description: 'What it is to be, in the unit: better than the baseline.' })
  target!: number;
}

/** An outcome. */
@InputType({ description: 'Records what a measure came to.' })
export class EvaluationMeasureRecordInput extends ChangeInput {
  @IsNumber()
  @Min(-MOST)
  @Max(MOST)
  @Field(() => Float, { description: 'What it came to, in the unit.' })
  outcome!: number;

  @IsDay()
  @Field(() => LocalDateScalar, { description: 'Day on which it was measured.' })
  measuredOn!: LocalDate;
}

/** The costs. */
@InputType({
  description: 'Records what the services cost in a full year, before and with the community budget.',
})
export class EvaluationCostRecordInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The community budget, `communitybudget_…`.' })
  budgetId!: string;

  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'Cost of a full year before, in pence.' })
  costBeforePence!: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, {
    nullable: true,
    description:
      'Cost of a full year with it, in pence and in the same prices; left out while it is not known.',
  })
  costAfterPence?: number | null;

  @IsText(5_000)
  @Field(() => String, { description: 'How the two were worked out. Published.' })
  basis!: string;
}
