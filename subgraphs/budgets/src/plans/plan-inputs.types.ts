import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  ChangeInput,
  IsDay,
  IsIdText,
  IsText,
  LocalDateScalar,
  MutationInput,
  Nested,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { PlanResourceKind } from './plan.enums';

/** A service of the package. */
@InputType({ description: "A service of a plan's package." })
export class PlanServiceInput {
  @IsText(300)
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @IsText(5_000)
  @Field(() => String, { description: 'What it does.' })
  description!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, { nullable: true, description: 'The partner that runs it, `budgetpartner_…`.' })
  partnerId?: string | null;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, { nullable: true, description: 'The priority that it serves, `budgetpriority_…`.' })
  priorityId?: string | null;
}

/** A resource. */
@InputType({ description: "Funds, or another resource, that a plan's services are run with." })
export class PlanResourceInput {
  @IsIn(Object.keys(PlanResourceKind))
  @Field(() => PlanResourceKind, { description: 'What kind of resource it is.' })
  kind!: PlanResourceKind;

  @IsText(500)
  @Field(() => String, { description: 'What it is.' })
  description!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, { nullable: true, description: 'The partner that gives it, `budgetpartner_…`.' })
  partnerId?: string | null;
}

/** What a plan says. */
@InputType({ description: 'What an operational plan says.' })
export class PlanContentInput {
  @IsArray()
  @ArrayMaxSize(100)
  @Nested(() => PlanServiceInput, { each: true })
  @Field(() => [PlanServiceInput], { description: 'The package of services, one at least.' })
  services!: PlanServiceInput[];

  @IsArray()
  @ArrayMaxSize(100)
  @Nested(() => PlanResourceInput, { each: true })
  @Field(() => [PlanResourceInput], { description: 'The funds and other resources, one at least.' })
  resources!: PlanResourceInput[];

  @IsText(10_000)
  @Field(() => String, { description: 'Who answers to whom.' })
  accountability!: string;

  @IsDay()
  @Field(() => LocalDateScalar, { description: 'Day from which services are to be run by it.' })
  goesLiveOn!: LocalDate;
}

/** A new plan. */
@InputType({ description: 'Writes the operational plan of a community budget that has none open.' })
export class PlanDraftInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The community budget, `communitybudget_…`.' })
  budgetId!: string;

  @Nested(() => PlanContentInput)
  @Field(() => PlanContentInput, { description: 'What it says.' })
  content!: PlanContentInput;
}

/** A new wording. */
@InputType({ description: 'Writes a plan anew. Every agreement to it falls away.' })
export class PlanAmendInput extends ChangeInput {
  @Nested(() => PlanContentInput)
  @Field(() => PlanContentInput, { description: 'What it says from now on.' })
  content!: PlanContentInput;
}

/** An agreement. */
@InputType({ description: "A partner's agreement to a plan as it stands." })
export class PlanAgreeInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The plan, `plan_…`.' })
  id!: string;

  @IsIdText()
  @Field(() => ID, { description: 'The partner that agrees, `budgetpartner_…`.' })
  partnerId!: string;

  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  @Field(() => Int, { description: 'The `revision` of the plan that was read.' })
  revision!: number;

  @IsText(300)
  @Field(() => String, { description: 'Who agrees for the partner: a name or an office. Published.' })
  agreedBy!: string;
}

/** Going live. */
@InputType({ description: 'Puts a plan to work that every partner agreed to.' })
export class PlanGoLiveInput extends ChangeInput {}

/** Closing. */
@InputType({ description: 'Closes a plan.' })
export class PlanCloseInput extends ChangeInput {
  @IsText(10_000)
  @Field(() => String, { description: 'Why. Published.' })
  statementOfReasons!: string;
}
