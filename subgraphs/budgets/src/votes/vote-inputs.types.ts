import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  ChangeInput,
  DateTimeScalar,
  IsDay,
  IsIdText,
  IsText,
  LocalDateScalar,
  MutationInput,
  SafeIntScalar,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { AllocationRule, BallotKind, DeliveryProgress } from './vote.enums';

export type { ChangeInput } from '@coop/shared/graphql';

const TEXT = 10_000;
/** £10,000,000,000: more than any vote decides on. */
const MOST_PENCE = 1_000_000_000_000;

/** A vote that is to begin. */
@InputType({ description: 'A participatory vote that begins with a call for proposals.' })
export class VoteStartInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'GSS code of the council that holds it.' })
  gssCode!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'The community budget whose money it decides on, `communitybudget_…`, if it is one.',
  })
  communityBudgetId?: string | null;

  @IsText(300)
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @IsText(TEXT)
  @Field(() => String, { description: 'What it is about, for residents.' })
  description!: string;

  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'The money that it decides on, in pence; above zero.' })
  budgetPence!: number;

  @IsIn(Object.keys(BallotKind))
  @Field(() => BallotKind, { description: 'What a ballot may say.' })
  ballotKind!: BallotKind;

  @IsIn(Object.keys(AllocationRule))
  @Field(() => AllocationRule, { description: 'How the budget is allocated.' })
  rule!: AllocationRule;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  @Field(() => Int, {
    nullable: true,
    description: 'The most projects that a ballot may name; left out for any number.',
  })
  mostChoices?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  @Field(() => Int, {
    nullable: true,
    description: 'Points that each voter gives away, for cumulative ballots; left out for others.',
  })
  points?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  @Field(() => Int, {
    nullable: true,
    description: 'The least support that a project needs, for GREEDY_THRESHOLD; left out for other rules.',
  })
  leastSupport?: number | null;

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(200)
  @IsIdText({ each: true })
  @Field(() => [ID], {
    nullable: true,
    description: "GSS codes of the wards whose residents may vote; left out for the council's whole area.",
  })
  wardGssCodes?: string[] | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  @Field(() => Int, {
    nullable: true,
    description: 'The youngest that may vote, in years; left out for no lowest age.',
  })
  minimumAge?: number | null;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which a voter must be that old; the day of the request unless told.',
  })
  ageOn?: LocalDate | null;
}

/** Ends the call for proposals. */
@InputType({ description: 'Ends the call for proposals: the council checks them from then on.' })
export class VoteCloseProposalsInput extends ChangeInput {}

/** When voting opens and closes. */
@InputType({ description: 'Says when voting opens and closes; the ballot paper stands still from then on.' })
export class VoteOpenVotingInput extends ChangeInput {
  @IsOptional()
  @IsDate()
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When voting opens; at once when left out.',
  })
  opensAt?: Date | null;

  @IsDate()
  @Field(() => DateTimeScalar, { description: 'When voting closes.' })
  closesAt!: Date;
}

/** Runs the tally. */
@InputType({ description: 'Closes the box for good, counts the ballots and allocates the budget.' })
export class VoteTallyInput extends ChangeInput {}

/** Ends a vote. */
@InputType({ description: 'Says that everything that was chosen is delivered or given up.' })
export class VoteCompleteInput extends ChangeInput {}

/** Calls a vote off. */
@InputType({ description: 'Calls a vote off, with the reasons. Published.' })
export class VoteCancelInput extends ChangeInput {
  @IsText(TEXT)
  @Field(() => String, { description: 'Why it is called off.' })
  statementOfReasons!: string;
}

/** A proposal. */
@InputType({ description: 'A project that somebody proposes.' })
export class VoteProjectProposeInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The vote, `vote_…`.' })
  voteId!: string;

  @IsText(300)
  @Field(() => String, { description: 'What it is called. Published.' })
  name!: string;

  @IsText(TEXT)
  @Field(() => String, { description: 'What is to be done, where and for whom. Published.' })
  description!: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'What it might cost, in pence; left out when nobody knows: the council works it out.',
  })
  estimatePence?: number | null;
}

/** Takes a proposal back. */
@InputType({ description: 'Takes a proposal back before the council has assessed it.' })
export class VoteProjectWithdrawInput extends ChangeInput {}

/** What the council finds of a proposal. */
@InputType({ description: 'Says whether a proposal can be done, and what it costs, with the reasons.' })
export class VoteProjectAssessInput extends ChangeInput {
  @IsBoolean()
  @Field(() => Boolean, { description: 'Whether it can be done.' })
  isFeasible!: boolean;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'What it costs, in pence; the estimate of the proposal when left out.',
  })
  costPence?: number | null;

  @IsText(TEXT)
  @Field(() => String, { description: 'The reasons. Published.' })
  statementOfReasons!: string;
}

/** How the delivery of a chosen project stands. */
@InputType({ description: 'Says how the delivery of a chosen project stands.' })
export class VoteProjectReportInput extends ChangeInput {
  @IsIn(Object.keys(DeliveryProgress))
  @Field(() => DeliveryProgress, { description: 'How it stands.' })
  progress!: DeliveryProgress;

  @IsText(TEXT)
  @Field(() => String, { description: 'A sentence on it, or why it will not come. Published.' })
  note!: string;
}
