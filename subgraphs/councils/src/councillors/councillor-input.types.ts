import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsDay, IsIdText, IsText, LocalDateScalar, MutationInput, payloadType } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { CouncillorInterest } from './councillor-interest.entity';
import { Councillor } from './councillor.entity';
import { DispensationGround, DispensedRestriction, InterestHolder, InterestKind } from './councillor.enums';
import { Dispensation } from './dispensation.entity';

const VERSION = 'The version that you have seen; a Conflict when somebody else was faster.';

/** What `councillorCreate` takes. */
@InputType({ description: 'A councillor to put on record.' })
export class CouncillorCreateInput extends MutationInput {
  @Field(() => ID, { description: 'Code of the council.' })
  @IsIdText()
  council!: string;

  @Field(() => ID, { nullable: true, description: 'Code of the ward, which lies in the council.' })
  @IsOptional()
  @IsIdText()
  ward?: string | null;

  @Field(() => String, { description: 'The name that he or she is known by, at most 200 characters.' })
  @IsText(200)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Office on the council in words: `Leader`.' })
  @IsOptional()
  @IsText(200)
  role?: string | null;

  @Field(() => LocalDateScalar, { description: 'First day in office; today or before.' })
  @IsDay()
  fromOn!: LocalDate;

  @Field(() => String, {
    nullable: true,
    description:
      'Subject of the tokens by which he or she signs in, so that decisions for the ward can be recorded in person. Never shown again.',
  })
  @IsOptional()
  @IsText(191)
  account?: string | null;
}

/** What `councillorEnd` takes. */
@InputType({ description: 'The end of a councillor’s term.' })
export class CouncillorEndInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the councillor.' })
  @IsIdText()
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number | null;

  @Field(() => LocalDateScalar, { description: 'Last day in office; today or before.' })
  @IsDay()
  untilOn!: LocalDate;
}

/** What `councillorInterestRegister` takes. */
@InputType({ description: 'An interest to enter in the public register.' })
export class CouncillorInterestRegisterInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the councillor.' })
  @IsIdText()
  councillor!: string;

  @Field(() => InterestKind, { description: 'What kind of interest it is.' })
  @IsIn(Object.keys(InterestKind))
  kind!: InterestKind;

  @Field(() => InterestHolder, { description: 'Whose it is.' })
  @IsIn(Object.keys(InterestHolder))
  holder!: InterestHolder;

  @Field(() => String, {
    nullable: true,
    description:
      'What it is, at most 2,000 characters: everybody can read it, so no name of a partner and no more of a home than the law asks. Left out for a sensitive interest.',
  })
  @IsOptional()
  @IsText(2000)
  details?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True where the monitoring officer agrees that showing the details could lead to violence or intimidation (Localism Act 2011 s. 32).',
  })
  @IsOptional()
  @IsBoolean()
  isSensitive?: boolean | null;

  @Field(() => LocalDateScalar, { description: 'Day from which it is held.' })
  @IsDay()
  heldFrom!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Day on which the monitoring officer was told.' })
  @IsDay()
  notifiedOn!: LocalDate;
}

/** What `councillorInterestEnd` takes. */
@InputType({ description: 'The end of a registered interest.' })
export class CouncillorInterestEndInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the entry.' })
  @IsIdText()
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number | null;

  @Field(() => LocalDateScalar, { description: 'Last day on which it was held; today or before.' })
  @IsDay()
  heldUntil!: LocalDate;
}

/** What `dispensationGrant` takes. */
@InputType({ description: 'A dispensation to grant.' })
export class DispensationGrantInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the councillor.' })
  @IsIdText()
  councillor!: string;

  @Field(() => String, { description: 'The cases in which it holds, at most 1,000 characters.' })
  @IsText(1000)
  matter!: string;

  @Field(() => DispensationGround, { description: 'On what ground: Localism Act 2011 s. 33(2).' })
  @IsIn(Object.keys(DispensationGround))
  ground!: DispensationGround;

  @Field(() => [DispensedRestriction], { description: 'What it lifts.' })
  @IsArray()
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsIn(Object.keys(DispensedRestriction), { each: true })
  restrictions!: DispensedRestriction[];

  @Field(() => LocalDateScalar, { description: 'First day on which it holds.' })
  @IsDay()
  fromOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day; at most four years after the first.' })
  @IsDay()
  untilOn!: LocalDate;

  @Field(() => Boolean, { description: 'True: the councillor asked for it in writing, as s. 33(1) wants.' })
  @IsBoolean()
  requestedInWriting!: boolean;
}

/** What `dispensationWithdraw` takes. */
@InputType({ description: 'A dispensation to take back from today.' })
export class DispensationWithdrawInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the dispensation.' })
  @IsIdText()
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number | null;
}

/** What `councillorCreate` answers. */
export const CouncillorCreatePayload = payloadType('CouncillorCreatePayload', 'councillor', Councillor);
/** What `councillorEnd` answers. */
export const CouncillorEndPayload = payloadType('CouncillorEndPayload', 'councillor', Councillor);
/** What `councillorInterestRegister` answers. */
export const CouncillorInterestRegisterPayload = payloadType(
  'CouncillorInterestRegisterPayload',
  'interest',
  CouncillorInterest,
);
/** What `councillorInterestEnd` answers. */
export const CouncillorInterestEndPayload = payloadType(
  'CouncillorInterestEndPayload',
  'interest',
  CouncillorInterest,
);
/** What `dispensationGrant` answers. */
export const DispensationGrantPayload = payloadType('DispensationGrantPayload', 'dispensation', Dispensation);
/** What `dispensationWithdraw` answers. */
export const DispensationWithdrawPayload = payloadType(
  'DispensationWithdrawPayload',
  'dispensation',
  Dispensation,
);
