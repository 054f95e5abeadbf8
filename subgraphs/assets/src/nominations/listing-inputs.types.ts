import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ChangeInput, IsDay, IsIdText, IsText, LocalDateScalar, MutationInput } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { ListingAppealOutcome, ListingRemovalGround, ListingReviewOutcome } from './listing.enums';

const STATEMENT = 10_000;

/** Written notice of an entry to the owner. */
@InputType({ description: 'Records that the owner was given written notice of an entry (s. 91).' })
export class ListingNoticeGiveInput extends ChangeInput {
  @IsDay()
  @Field(() => LocalDateScalar, { description: 'The day on which it was given.' })
  noticeGivenOn!: LocalDate;
}

/** Removal of an entry before its time. */
@InputType({ description: 'Takes an entry off the list before its time (SI 2012/2421 reg. 2).' })
export class ListingRemoveInput extends ChangeInput {
  @IsIn(Object.keys(ListingRemovalGround))
  @Field(() => ListingRemovalGround, {
    description:
      'Why. `REVIEW`, `APPEAL` and `RELISTED` follow from those decisions alone and are refused here.',
  })
  ground!: ListingRemovalGround;

  @IsText(STATEMENT)
  @Field(() => String, { description: 'The reasons in words. Published.' })
  statementOfReasons!: string;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description:
      'For a relevant disposal: whether it was one that s. 95(5) exempts, which leaves the land on the list. False unless told.',
  })
  disposalWasExempt?: boolean | null;
}

/** A request for a review. */
@InputType({ description: "An owner's request that the council review a listing (s. 92)." })
export class ListingReviewRequestInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of the entry, `listing_…`.' })
  listingId!: string;

  @IsBoolean()
  @Field(() => Boolean, { description: 'Whether the owner asks for an oral hearing.' })
  hearingRequested!: boolean;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'For an officer who records a request on paper: the day on which the council received it. Today unless told.',
  })
  receivedOn?: LocalDate | null;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'For an officer: the later day until which the council allowed the request in writing.',
  })
  allowedUntil?: LocalDate | null;
}

/** A decision on a review. */
@InputType({ description: 'A decision on a listing review, by an officer who took no part in the listing.' })
export class ListingReviewDecideInput extends ChangeInput {
  @IsIn(Object.keys(ListingReviewOutcome))
  @Field(() => ListingReviewOutcome, { description: 'The outcome.' })
  outcome!: ListingReviewOutcome;

  @IsText(STATEMENT)
  @Field(() => String, { description: 'The reasons, which the owner is given. Not published.' })
  statementOfReasons!: string;

  @IsDay()
  @Field(() => LocalDateScalar, {
    description: 'The day on which notice of the decision was sent to the owner.',
  })
  decisionSentOn!: LocalDate;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of the oral hearing; needed when the owner asked for one.',
  })
  hearingHeldOn?: LocalDate | null;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The later day for the decision that council and owner agreed on in writing.',
  })
  agreedUntil?: LocalDate | null;
}

/** Taking a request for a review back. */
@InputType({ description: 'Takes a request for a listing review back.' })
export class ListingReviewWithdrawInput extends ChangeInput {}

/** An appeal to the tribunal. */
@InputType({ description: 'Records that an appeal reached the First-tier Tribunal (SI 2012/2421 reg. 11).' })
export class ListingReviewAppealInput extends ChangeInput {
  @IsDay()
  @Field(() => LocalDateScalar, {
    description: 'The day on which the tribunal received it. A late one is recorded and marked, not refused.',
  })
  receivedByTribunalOn!: LocalDate;
}

/** The end of an appeal. */
@InputType({ description: 'Records how an appeal from a listing review ended.' })
export class ListingReviewConcludeAppealInput extends ChangeInput {
  @IsIn(Object.keys(ListingAppealOutcome))
  @Field(() => ListingAppealOutcome, { description: 'How it ended.' })
  outcome!: ListingAppealOutcome;
}
