import { IsBoolean, IsInt, Max, Min, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
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

const STATEMENT = 10_000;
/** £100,000,000,000: more than all the land of any council. */
const MOST_PENCE = 10_000_000_000_000;

/** An owner's claim for compensation. */
@InputType({
  description:
    "An owner's claim for the loss that the listing of land brought about (SI 2012/2421 reg. 14). Not published.",
})
export class CompensationClaimReceiveInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of the asset, `asset_…`.' })
  assetId!: string;

  @IsText(300)
  @Field(() => String, { description: "The claimant's name." })
  claimant!: string;

  @IsDay()
  @Field(() => LocalDateScalar, { description: 'First day on which loss or expense was incurred.' })
  lossBeganOn!: LocalDate;

  @IsDay()
  @Field(() => LocalDateScalar, { description: 'Last day on which it was incurred.' })
  lossEndedOn!: LocalDate;

  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'The amount claimed, in pence.' })
  amountPence!: number;

  @IsText(STATEMENT)
  @Field(() => String, { description: 'The supporting evidence for each part, or where it is.' })
  evidence!: string;

  @IsBoolean()
  @Field(() => Boolean, { description: 'Whether the claimant owned the land when the loss was incurred.' })
  wasOwner!: boolean;

  @IsBoolean()
  @Field(() => Boolean, {
    description: 'Whether the claimant is one of the public bodies that have no claim (reg. 15).',
  })
  isPublicBody!: boolean;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'For an officer who records a claim on paper: the day on which the council received it. Today unless told.',
  })
  receivedOn?: LocalDate | null;
}

/** A decision on a claim. */
@InputType({ description: 'A decision on a claim for compensation, with written reasons.' })
export class CompensationClaimDecideInput extends ChangeInput {
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'What is due, in pence: 0 to what was claimed.' })
  awardedPence!: number;

  @IsText(STATEMENT)
  @Field(() => String, { description: 'The written reasons, which the claimant is given.' })
  statementOfReasons!: string;
}

/** Taking a claim back. */
@InputType({ description: 'Takes a claim for compensation back.' })
export class CompensationClaimWithdrawInput extends ChangeInput {}
