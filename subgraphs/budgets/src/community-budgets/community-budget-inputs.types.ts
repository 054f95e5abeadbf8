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
import { AccountabilityDuty, BudgetLeadKind, CommunityBudgetKind } from './community-budget.enums';

/** The body that is to lead. */
@InputType({
  description: 'The body that leads a community budget, and takes part in it from the first day.',
})
export class BudgetLeadInput {
  @IsIn(Object.keys(BudgetLeadKind))
  @Field(() => BudgetLeadKind, { description: 'What kind of body it is.' })
  kind!: BudgetLeadKind;

  @IsText(300)
  @Field(() => String, { description: 'The name it goes by. Published.' })
  name!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'Its entry in the directory, `organisation_…`, which has to be there.',
  })
  organisationId?: string | null;

  @IsText(300)
  @Field(() => String, { description: 'Who agreed for it: a name or an office. Published.' })
  agreedBy!: string;
}

/** A new budget. */
@InputType({ description: 'Opens a community budget.' })
export class CommunityBudgetOpenInput extends MutationInput {
  @IsText(9)
  @Field(() => ID, { description: 'GSS code of the council that keeps it and its ledger.' })
  council!: string;

  @IsIn(Object.keys(CommunityBudgetKind))
  @Field(() => CommunityBudgetKind, { description: 'For a neighbourhood, or for a whole place.' })
  kind!: CommunityBudgetKind;

  @IsText(300)
  @Field(() => String, { description: 'What it is called. Published.' })
  name!: string;

  @IsText(5_000)
  @Field(() => String, { description: 'What it is for, in a sentence or two. Published.' })
  description!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description:
      'The neighbourhood, `neighbourhood_…`, which has to be in the directory and in the area of the council; left out for a whole place.',
  })
  neighbourhoodId?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @IsIdText({ each: true })
  @Field(() => [ID], {
    nullable: true,
    description: 'GSS codes of the other councils in whose areas it is, which have to be in the directory.',
  })
  otherCouncils?: string[] | null;

  @Nested(() => BudgetLeadInput)
  @Field(() => BudgetLeadInput, { description: 'The body that leads.' })
  lead!: BudgetLeadInput;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day; today unless told.' })
  openedOn?: LocalDate | null;
}

/** Another description. */
@InputType({ description: 'Says anew what a community budget is called and what it is for.' })
export class CommunityBudgetDescribeInput extends ChangeInput {
  @IsText(300)
  @Field(() => String, { description: 'What it is called from now on. Published.' })
  name!: string;

  @IsText(5_000)
  @Field(() => String, { description: 'What it is for, in a sentence or two. Published.' })
  description!: string;
}

/** A priority. */
@InputType({ description: 'Something that a community budget is to change first.' })
export class BudgetPriorityInput {
  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description:
      'The priority that it is already, `budgetpriority_…`, under whatever theme; left out for a new one, or one whose theme stays.',
  })
  id?: string | null;

  @IsText(200)
  @Field(() => String, { description: 'The theme in a word or two. Published.' })
  theme!: string;
}

/** An order of priorities. */
@InputType({ description: 'Says what a community budget is to change, the first thing first.' })
export class CommunityBudgetPrioritiseInput extends ChangeInput {
  @IsArray()
  @ArrayMaxSize(100)
  @Nested(() => BudgetPriorityInput, { each: true })
  @Field(() => [BudgetPriorityInput], {
    description: 'The whole list in its order. What is left out is no priority any longer.',
  })
  priorities!: BudgetPriorityInput[];
}

/** A duty. */
@InputType({ description: 'Who answers for what in a community budget.' })
export class BudgetAccountabilityInput {
  @IsIn(Object.keys(AccountabilityDuty))
  @Field(() => AccountabilityDuty, { description: 'What it answers for.' })
  duty!: AccountabilityDuty;

  @IsText(300)
  @Field(() => String, { description: 'Who: a body, a board, an office. Published.' })
  name!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'The partner that it is, `budgetpartner_…`; left out where it is none of them.',
  })
  partnerId?: string | null;

  @IsText(5_000)
  @Field(() => String, { description: 'How, to whom and how often. Published.' })
  statement!: string;
}

/** Arrangements for accountability. */
@InputType({ description: 'Says who answers for what in a community budget.' })
export class CommunityBudgetArrangeAccountabilityInput extends ChangeInput {
  @IsArray()
  @ArrayMaxSize(50)
  @Nested(() => BudgetAccountabilityInput, { each: true })
  @Field(() => [BudgetAccountabilityInput], {
    description: 'Everybody who answers for something. Who is left out does no longer.',
  })
  duties!: BudgetAccountabilityInput[];
}

/** What is said of an end, and of what is left at it. */
@InputType()
export abstract class SettlementInput extends ChangeInput {
  @IsText(5_000)
  @Field(() => String, { description: 'Why. Published.' })
  statementOfReasons!: string;

  @IsOptional()
  @IsText(5_000)
  @Field(() => String, {
    nullable: true,
    description: 'What becomes of what is left. Needed where something is. Published.',
  })
  balanceStatement?: string | null;
}

/** A closing. */
@InputType({ description: 'Closes a community budget.' })
export class CommunityBudgetCloseInput extends SettlementInput {}

/** An invitation. */
@InputType({ description: 'Asks a body to take part in a community budget.' })
export class BudgetPartnerInviteInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The community budget, `communitybudget_…`.' })
  budgetId!: string;

  @IsText(300)
  @Field(() => String, { description: 'The name it goes by. Published.' })
  name!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description:
      'Its entry in the directory, `organisation_…`, which has to be there; without one an officer records what it says.',
  })
  organisationId?: string | null;
}

/** An agreement to take part. */
@InputType({ description: "A body's agreement to take part in a community budget." })
export class BudgetPartnerJoinInput extends ChangeInput {
  @IsText(300)
  @Field(() => String, { description: 'Who agrees for the partner: a name or an office. Published.' })
  agreedBy!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  @Field(() => Int, {
    nullable: true,
    description:
      'The `revision` of the operational plan that was read. Needed where a plan is agreed or live, since joining is agreeing to it.',
  })
  planRevision?: number | null;
}

/** A refusal to take part. */
@InputType({ description: 'Says that a body that was asked does not take part.' })
export class BudgetPartnerDeclineInput extends ChangeInput {
  @IsOptional()
  @IsText(5_000)
  @Field(() => String, { nullable: true, description: 'Why. Published.' })
  statementOfReasons?: string | null;
}

/** Leaving. */
@InputType({ description: 'Says that a partner leaves a community budget.' })
export class BudgetPartnerLeaveInput extends SettlementInput {}
