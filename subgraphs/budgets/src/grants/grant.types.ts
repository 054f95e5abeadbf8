import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  connectionType,
  IsDay,
  IsIdText,
  IsText,
  LocalDateScalar,
  Money,
  MutationInput,
  Nested,
  payloadType,
  SafeIntScalar,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { MOST } from '../ledger/ledger-inputs.types';
import { Grant } from './grant.entity';

/** A page of grants. */
export const GrantConnection = connectionType(Grant, 'Grant', 'grants');

/** Which grants under a parent to list. */
@InputType({ description: 'Which of these grants to list; everything that is said must hold.' })
export class ParentGrantFilter {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Only those awarded on this day or later.' })
  awardedFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only those awarded on this day or earlier.' })
  awardedUntil?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Only those of the programme with this code.' })
  programmeCode?: string | null;
}

/** Which grants to list. */
@InputType({ description: 'Which grants to list; everything that is said must hold.' })
export class GrantFilter extends ParentGrantFilter {
  @Field(() => ID, { nullable: true, description: 'Only of the council with this GSS code.' })
  council?: string | null;
}

/** One part of a breakdown. */
@ObjectType({ description: 'One part of a breakdown of grants.' })
export class GrantSummaryGroup {
  @Field(() => String, {
    description: 'The year, programme or identifier; empty where the grants say nothing.',
  })
  key!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => Int, { description: 'How many grants.' })
  grantCount!: number;

  @Field(() => Money, { description: 'What was awarded.' })
  awarded!: Money;

  @Field(() => Float, { description: 'Its share of all that was awarded, from 0 to 1.' })
  share!: number;
}

/** A breakdown. */
@ObjectType({ description: 'Grants added up, and broken down to the largest groups.' })
export class GrantSummary {
  @Field(() => Int, { description: 'How many grants.' })
  grantCount!: number;

  @Field(() => Money, { description: 'What was awarded in all.' })
  awarded!: Money;

  @Field(() => [GrantSummaryGroup], { description: 'The largest groups first; years in their order.' })
  groups!: GrantSummaryGroup[];

  @Field(() => Int, { description: 'How many groups are not shown.' })
  otherGroupCount!: number;

  @Field(() => Money, { description: 'What was awarded in them.' })
  others!: Money;
}

/** Who gets a grant. */
@InputType({ description: 'Who gets a grant.' })
export class GrantRecipientInput {
  @IsText(300)
  @Field(() => String, { description: 'Its name. Published.' })
  name!: string;

  @IsOptional()
  @IsText(180)
  @Field(() => String, { nullable: true, description: 'Its org-id: `GB-CHC-123456`.' })
  identifier?: string | null;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, { nullable: true, description: 'Its entry in the directory, `organisation_…`.' })
  organisationId?: string | null;
}

/** A grant. */
@InputType({ description: 'Puts a grant on record.' })
export class GrantAwardInput extends MutationInput {
  @IsText(9)
  @Field(() => ID, { description: 'GSS code of the council that gives it.' })
  council!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'The community budget out of which it is, `communitybudget_…`.',
  })
  budgetId?: string | null;

  @IsText(500)
  @Field(() => String, { description: 'What it is called. Published.' })
  title!: string;

  @IsText(10_000)
  @Field(() => String, { description: 'What it is for. Published.' })
  description!: string;

  @IsInt()
  @Min(-MOST)
  @Max(MOST)
  @Field(() => SafeIntScalar, { description: 'The sum in pence, more than 0.' })
  awardedPence!: number;

  @IsDay()
  @Field(() => LocalDateScalar, { description: 'Day of the award.' })
  awardedOn!: LocalDate;

  @Nested(() => GrantRecipientInput)
  @Field(() => GrantRecipientInput, { description: 'Who gets it.' })
  recipient!: GrantRecipientInput;

  @IsOptional()
  @IsText(100)
  @Field(() => String, { nullable: true, description: 'Code of the grant programme.' })
  programmeCode?: string | null;

  @IsOptional()
  @IsText(300)
  @Field(() => String, { nullable: true, description: 'Name of the grant programme.' })
  programmeTitle?: string | null;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of what it is for.' })
  startsOn?: LocalDate | null;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of what it is for.' })
  endsOn?: LocalDate | null;
}

/** What `grantAward` answers. */
export const GrantAwardPayload = payloadType('GrantAwardPayload', 'grant', Grant);
