import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import {
  ChangeInput,
  IsDay,
  IsIdText,
  IsText,
  LocalDateScalar,
  MutationInput,
  Nested,
  SafeIntScalar,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { ResourceForm } from './ledger.enums';

/** £1,000,000,000,000: what a form may send; the rules allow less, and say how much. */
export const MOST = 100_000_000_000_000;

const AMOUNT = 'The sum in whole pence, more than 0.';

/** A partner's promise. */
@InputType({ description: 'What a partner promises to put in: a sum, or hours of work at a rate.' })
export class ContributionPledgeInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The partner whose contribution it is, `budgetpartner_…`.' })
  partnerId!: string;

  @IsIn(Object.keys(ResourceForm))
  @Field(() => ResourceForm, { description: 'In which form. Hours of work are in kind.' })
  form!: ResourceForm;

  @IsText(500)
  @Field(() => String, { description: 'What it is. Published.' })
  description!: string;

  @IsOptional()
  @IsInt()
  @Min(-MOST)
  @Max(MOST)
  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'The sum, or the value, in whole pence; left out where hours and a rate are given.',
  })
  amountPence?: number | null;

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(MOST)
  @Field(() => Float, { nullable: true, description: 'Hours of work, to the quarter of an hour.' })
  hours?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST)
  @Field(() => SafeIntScalar, { nullable: true, description: 'What an hour of it is worth, in pence.' })
  hourlyRatePence?: number | null;
}

/** A sum on a day, of something that is there. */
@InputType()
export abstract class AmountOnDayInput extends ChangeInput {
  @IsInt()
  @Min(-MOST)
  @Max(MOST)
  @Field(() => SafeIntScalar, { description: AMOUNT })
  amountPence!: number;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it came about; today unless told. It must lie in an open period.',
  })
  postedOn?: LocalDate | null;
}

/** An arrival. */
@InputType({ description: 'Records that a contribution, or part of it, has arrived.' })
export class ContributionReceiveInput extends AmountOnDayInput {}

/** Giving back. */
@InputType({ description: 'Records that something of a contribution was given back to the partner.' })
export class ContributionReturnInput extends AmountOnDayInput {}

/** Taking a pledge back. */
@InputType({ description: 'Takes back what has not arrived of a pledge.' })
export class ContributionWithdrawInput extends ChangeInput {}

/** Setting aside. */
@InputType({ description: 'Sets something aside for a priority or a service.' })
export class AllocationMakeInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The community budget, `communitybudget_…`.' })
  budgetId!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'An allocation that is to be increased, `allocation_…`; left out for a new one.',
  })
  allocationId?: string | null;

  @IsIn(Object.keys(ResourceForm))
  @Field(() => ResourceForm, { description: 'In which form it was put in.' })
  form!: ResourceForm;

  @IsInt()
  @Min(-MOST)
  @Max(MOST)
  @Field(() => SafeIntScalar, { description: AMOUNT })
  amountPence!: number;

  @IsText(300)
  @Field(() => String, { description: 'What it is for. Published.' })
  purpose!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, { nullable: true, description: 'The priority that it serves, `budgetpriority_…`.' })
  priorityId?: string | null;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, { nullable: true, description: "The service of the plan's package, `planservice_…`." })
  serviceId?: string | null;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day; today unless told.' })
  postedOn?: LocalDate | null;
}

/** Use by the partner that kept it. */
@InputType({
  description: 'Records that aligned money or a gift in kind was used for what it was allocated to.',
})
export class AllocationUseInput extends AmountOnDayInput {
  @IsText(500)
  @Field(() => String, { description: 'What it was used for. Published.' })
  narrative!: string;
}

/** A member of the panel. */
@InputType({ description: 'Somebody who is to approve spending.' })
export class BudgetPanelMemberInput {
  @IsText(191)
  @Field(() => String, {
    description:
      "The token issuer's id of the person, within the organisation, or within the council where there is none. Not published.",
  })
  account!: string;

  @IsText(300)
  @Field(() => String, { description: 'Name or office. Published.' })
  name!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that the person acts for, by a token of it.',
  })
  organisationId?: string | null;
}

/** A panel. */
@InputType({ description: 'Says who approves spending, and how many of them have to.' })
export class BudgetPanelSetInput extends ChangeInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Nested(() => BudgetPanelMemberInput, { each: true })
  @Field(() => [BudgetPanelMemberInput], {
    description: 'The members. Who is left out is no member any longer.',
  })
  members!: BudgetPanelMemberInput[];

  @IsInt()
  @Min(0)
  @Max(100)
  @Field(() => Int, { description: 'How many have to approve: two at least.' })
  approvalsNeeded!: number;
}

/** Who is to be paid. */
@InputType({ description: 'Who is to be paid.' })
export class BudgetPayeeInput {
  @IsText(300)
  @Field(() => String, { description: 'The name. Published, unless it is of a person.' })
  name!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, { nullable: true, description: 'Its entry in the directory, `organisation_…`.' })
  organisationId?: string | null;

  @IsOptional()
  @IsText(200)
  @Field(() => String, {
    nullable: true,
    description: "The token issuer's id of a person, where it is known. Not published.",
  })
  account?: string | null;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for a person, whose name is then shown to officers and auditors only.',
  })
  isPerson?: boolean | null;
}

/** A request for spending. */
@InputType({ description: 'Asks the panel for spending out of an allocation.' })
export class BudgetCommitmentRequestInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The allocation, `allocation_…`.' })
  allocationId!: string;

  @IsInt()
  @Min(-MOST)
  @Max(MOST)
  @Field(() => SafeIntScalar, { description: AMOUNT })
  amountPence!: number;

  @IsText(500)
  @Field(() => String, { description: 'What the money is for. Published.' })
  purpose!: string;

  @IsObject()
  @Nested(() => BudgetPayeeInput)
  @Field(() => BudgetPayeeInput, { description: 'Who is to be paid.' })
  payee!: BudgetPayeeInput;
}

/** What a member of the panel says. */
@InputType()
export abstract class BudgetCommitmentVerdictInput extends ChangeInput {
  @IsOptional()
  @IsText(2_000)
  @Field(() => String, { nullable: true, description: 'The reasons. Published.' })
  statementOfReasons?: string | null;
}

/** An approval. */
@InputType({ description: 'Approves a request for spending, for a member of the panel.' })
export class BudgetCommitmentApproveInput extends BudgetCommitmentVerdictInput {}

/** A rejection. */
@InputType({ description: 'Rejects a request for spending, for a member of the panel.' })
export class BudgetCommitmentRejectInput extends BudgetCommitmentVerdictInput {}

/** Taking a request back. */
@InputType({ description: 'Takes a request for spending back.' })
export class BudgetCommitmentWithdrawInput extends ChangeInput {}

/** A payment. */
@InputType({ description: 'Records that a commitment, or part of it, was paid.' })
export class BudgetCommitmentPayInput extends AmountOnDayInput {}

/** A release. */
@InputType({ description: 'Puts what is left of a commitment back into its allocation.' })
export class BudgetCommitmentReleaseInput extends ChangeInput {
  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day; today unless told.' })
  postedOn?: LocalDate | null;
}
