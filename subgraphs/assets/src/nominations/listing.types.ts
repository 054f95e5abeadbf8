import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, LocalDateScalar, payloadType } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { CommunityValueState } from './listing.enums';
import { ListingReview } from './listing-review.entity';
import { Listing } from './listing.entity';

/** A page of entries. */
export const ListingConnection = connectionType(Listing, 'Listing', 'entries on the list');

/** Which of a council's entries to list. */
@InputType({ description: "Which of a council's entries to list; everything that is said must hold." })
export class CouncilListingFilter {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True for entries in force today, false for those that expired or were removed; all unless told.',
  })
  isInForce?: boolean | null;
}

/** Which entries to list. */
@InputType({ description: 'Which entries to list; everything that is said must hold.' })
export class ListingFilter extends CouncilListingFilter {
  @Field(() => ID, { nullable: true, description: 'Only of the council with this GSS code.' })
  council?: string | null;
}

/** An asset's community value. */
@ObjectType({
  description:
    'Where an asset stands as one of community value (Localism Act 2011 ss. 87–93), on the day of the request.',
})
export class CommunityValue {
  @Field(() => CommunityValueState, { description: 'Where it stands.' })
  state!: CommunityValueState;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day on the list, of its latest entry; null when it was never listed.',
  })
  listedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'Last day on the list, of its latest entry: five years unless it was removed earlier; null when it was never listed.',
  })
  expiresOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day for the decision on the nomination that waits; null when none does.',
  })
  decisionDueBy!: LocalDate | null;

  /** The nomination that waits, or else the one that the state came from; null when there is none. */
  nominationId!: string | null;

  @Field(() => Listing, {
    nullable: true,
    description: 'Its latest entry on the list; null when it had none.',
  })
  listing!: Listing | null;
}

/** What the viewer may do with an entry. */
@ObjectType({ description: 'What the viewer may do with an entry as it stands now.' })
export class ListingViewerCan {
  @Field(() => Boolean, { description: 'Record that the owner was given notice (`listingNoticeGive`).' })
  giveNotice!: boolean;

  @Field(() => Boolean, { description: 'Take it off the list (`listingRemove`).' })
  remove!: boolean;

  @Field(() => Boolean, {
    description: 'Ask for a review as the owner, or record the request of one (`listingReviewRequest`).',
  })
  requestReview!: boolean;

  @Field(() => Boolean, {
    description: 'Tell the council, as the owner, of a wish to dispose of the land (`disposalNotify`).',
  })
  notifyDisposal!: boolean;

  @Field(() => Boolean, { description: 'Record that a disposal is exempt (`exemptDisposalRecord`).' })
  recordExemption!: boolean;
}

/** What the viewer may do with a review. */
@ObjectType({ description: 'What the viewer may do with a listing review as it stands now.' })
export class ListingReviewViewerCan {
  @Field(() => Boolean, {
    description:
      'Decide it (`listingReviewDecide`): an officer of the council who took no part in the listing.',
  })
  decide!: boolean;

  @Field(() => Boolean, { description: 'Take it back (`listingReviewWithdraw`).' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Record an appeal (`listingReviewAppeal`).' })
  appeal!: boolean;

  @Field(() => Boolean, { description: 'Record how the appeal ended (`listingReviewConcludeAppeal`).' })
  concludeAppeal!: boolean;
}

/** What `listingNoticeGive` answers. */
export const ListingNoticeGivePayload = payloadType('ListingNoticeGivePayload', 'listing', Listing);
/** What `listingRemove` answers. */
export const ListingRemovePayload = payloadType('ListingRemovePayload', 'listing', Listing);
/** What `listingReviewRequest` answers. */
export const ListingReviewRequestPayload = payloadType(
  'ListingReviewRequestPayload',
  'review',
  ListingReview,
);
/** What `listingReviewDecide` answers. */
export const ListingReviewDecidePayload = payloadType('ListingReviewDecidePayload', 'review', ListingReview);
/** What `listingReviewWithdraw` answers. */
export const ListingReviewWithdrawPayload = payloadType(
  'ListingReviewWithdrawPayload',
  'review',
  ListingReview,
);
/** What `listingReviewAppeal` answers. */
export const ListingReviewAppealPayload = payloadType('ListingReviewAppealPayload', 'review', ListingReview);
/** What `listingReviewConcludeAppeal` answers. */
export const ListingReviewConcludeAppealPayload = payloadType(
  'ListingReviewConcludeAppealPayload',
  'review',
  ListingReview,
);
