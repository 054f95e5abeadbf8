import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
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
import { CommunityGroupInput } from '../groups/group.types';
import { StewardResponsibility } from '../register/asset.enums';
import { HoldingPower, TransferInterest, TransferOutcome, TransferWellbeing } from './transfer.enums';

export type { ChangeInput } from '@coop/shared/graphql';

const STATEMENT = 10_000;
/** £100,000,000,000: more than all the land of any council. */
const MOST_PENCE = 10_000_000_000_000;

/** A community body that asks for an asset. */
@InputType({ description: 'A community body that asks for an asset.' })
export class TransferRecipientInput {
  @IsText(300)
  @Field(() => String, { description: 'What it is called. Published.' })
  name!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'Its id in the directory, `organisation_…`, if it is there.',
  })
  organisationId?: string | null;
}

/** An enquiry about an asset. */
@InputType({ description: 'An enquiry of a community body about an asset of the council.' })
export class TransferEnquireInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of the asset, `asset_…`.' })
  assetId!: string;

  @IsObject()
  @Nested(() => TransferRecipientInput)
  @Field(() => TransferRecipientInput, { description: 'The body that asks.' })
  recipient!: TransferRecipientInput;

  @IsOptional()
  @IsText(STATEMENT)
  @Field(() => String, { nullable: true, description: 'What it might want the asset for. Published.' })
  purpose?: string | null;
}

/** A move that goes with a text. */
@InputType()
export abstract class TransferStatementInput extends ChangeInput {
  @IsText(STATEMENT)
  @Field(() => String, { description: 'The text that goes with it, as the mutation says.' })
  statement!: string;
}

/** What the body wants the asset for. */
@InputType({ description: 'Sets out what the body wants the asset for. Published.' })
export class TransferExpressInterestInput extends TransferStatementInput {}

/** The business case. */
@InputType({ description: 'Hands in the business case, or says where it can be read. Not published.' })
export class TransferSubmitCaseInput extends TransferStatementInput {}

/** Reasons for declining. */
@InputType({ description: 'Declines a transfer, with the reasons. Published.' })
export class TransferDeclineInput extends TransferStatementInput {}

/** The heads of terms. */
@InputType({ description: 'States the heads of terms that were agreed. Published.' })
export class TransferAgreeTermsInput extends TransferStatementInput {}

/** How a transfer came to its end. */
@InputType({ description: 'Says how a completed transfer came to its end. Published.' })
export class TransferEndInput extends TransferStatementInput {}

/** Taking a wish back. */
@InputType({ description: "Takes the body's wish back." })
export class TransferWithdrawInput extends ChangeInput {}

/** A minister's consent. */
@InputType({ description: "A minister's consent to this one disposal." })
export class TransferConsentInput {
  @IsDay()
  @Field(() => LocalDateScalar, { description: 'The day of the consent.' })
  givenOn!: LocalDate;

  @IsText(200)
  @Field(() => String, { description: 'Reference of the letter.' })
  reference!: string;
}

/** The money of a transfer, and the case for it. */
@InputType({
  description:
    'The money of a transfer, and the case for it (Local Government Act 1972 s. 123; General Disposal Consent 2003).',
})
export class TransferUndervalueInput {
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, {
    nullable: true,
    description:
      'What the interest would fetch without restrictions, in pence, as a qualified valuer found; left out when not valued.',
  })
  unrestrictedValuePence?: number | null;

  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, {
    description: 'What the council takes for it, in pence: premium, or capitalised rent.',
  })
  considerationPence!: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3_000)
  @Field(() => Int, { nullable: true, description: 'Years of the lease; left out for the freehold.' })
  leaseYears?: number | null;

  @IsIn(Object.keys(HoldingPower))
  @Field(() => HoldingPower, { description: 'Under which powers the council holds the land.' })
  heldUnder!: HoldingPower;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(3)
  @IsIn(Object.keys(TransferWellbeing), { each: true })
  @Field(() => [TransferWellbeing], {
    description: 'What the council considers the transfer likely to promote or improve.',
  })
  wellbeing!: TransferWellbeing[];

  @IsText(STATEMENT)
  @Field(() => String, { description: 'The written case for that. Published.' })
  wellbeingCase!: string;

  @IsOptional()
  @IsObject()
  @Nested(() => TransferConsentInput)
  @Field(() => TransferConsentInput, {
    nullable: true,
    description: "The ministers' consent, where the general one does not cover the transfer.",
  })
  consent?: TransferConsentInput | null;
}

/** A decision on a business case. */
@InputType({ description: 'A decision on a business case.' })
export class TransferDecideInput extends ChangeInput {
  @IsIn(Object.keys(TransferOutcome))
  @Field(() => TransferOutcome, { description: 'The outcome.' })
  outcome!: TransferOutcome;

  @IsText(STATEMENT)
  @Field(() => String, { description: 'The reasons; needed when it is declined. Published.' })
  statementOfReasons!: string;

  @IsOptional()
  @IsObject()
  @Nested(() => TransferUndervalueInput)
  @Field(() => TransferUndervalueInput, {
    nullable: true,
    description: 'The money, and the case for it; needed when it is approved.',
  })
  undervalue?: TransferUndervalueInput | null;
}

/** How a transfer was completed. */
@InputType({ description: 'Records that the lease was granted or the freehold transferred.' })
export class TransferCompleteInput extends ChangeInput {
  @IsDay()
  @Field(() => LocalDateScalar, {
    description:
      'The day on which it was: that of the binding agreement, if there was one (Localism Act 2011 s. 96(4)).',
  })
  completedOn!: LocalDate;

  @IsIn(Object.keys(TransferInterest))
  @Field(() => TransferInterest, { description: 'What the body got: as approved.' })
  interest!: TransferInterest;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3_000)
  @Field(() => Int, {
    nullable: true,
    description: 'Years of the lease, as approved; left out for the freehold.',
  })
  leaseYears?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Rent for a year, in pence: 0 at a peppercorn; left out for the freehold.',
  })
  rentPence?: number | null;

  @IsIn(Object.keys(StewardResponsibility))
  @Field(() => StewardResponsibility, { description: 'What the body has taken on for the asset.' })
  responsibility!: StewardResponsibility;

  @IsBoolean()
  @Field(() => Boolean, { description: 'Whether the land passed empty.' })
  withVacantPossession!: boolean;

  @IsBoolean()
  @Field(() => Boolean, { description: 'Whether the land is, or is part of, an open space (s. 123(2A)).' })
  isOpenSpace!: boolean;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Of open space: the day on which the second notice of the disposal appeared.',
  })
  openSpaceAdvertisedOn?: LocalDate | null;

  @IsOptional()
  @IsObject()
  @Nested(() => CommunityGroupInput)
  @Field(() => CommunityGroupInput, {
    nullable: true,
    description:
      'What the body is in the law of assets of community value: needed for listed land while a moratorium runs, when only a community interest group may get it.',
  })
  group?: CommunityGroupInput | null;
}

/** A review of a completed transfer. */
@InputType({ description: 'Records a review of a completed transfer.' })
export class TransferReviewInput extends ChangeInput {
  @IsInt()
  @Min(1)
  @Max(999)
  @Field(() => Int, { description: 'The year since completion that it is of, counted from 1.' })
  year!: number;

  @IsText(STATEMENT)
  @Field(() => String, { description: 'What it found. Published.' })
  findings!: string;
}
