import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { appealListingReview } from './appeal-listing-review.command';
import { concludeListingAppeal } from './conclude-listing-appeal.command';
import { decideListingReview } from './decide-listing-review.command';
import { giveListingNotice } from './give-listing-notice.command';
import {
  ListingNoticeGiveInput,
  ListingRemoveInput,
  ListingReviewAppealInput,
  ListingReviewConcludeAppealInput,
  ListingReviewDecideInput,
  ListingReviewRequestInput,
  ListingReviewWithdrawInput,
} from './listing-inputs.types';
import { listingById, listingReviewById } from './listing.queries';
import {
  ListingNoticeGivePayload,
  ListingRemovePayload,
  ListingReviewAppealPayload,
  ListingReviewConcludeAppealPayload,
  ListingReviewDecidePayload,
  ListingReviewRequestPayload,
  ListingReviewWithdrawPayload,
} from './listing.types';
import { removeListing } from './remove-listing.command';
import { requestListingReview } from './request-listing-review.command';
import { withdrawListingReview } from './withdraw-listing-review.command';

/** What is done with entries on the list and their reviews. */
@Resolver()
export class ListingMutations {
  @Mutation(() => ListingNoticeGivePayload, {
    description:
      'Records that the owner was given written notice of an entry (Localism Act 2011 s. 91), from which the time to ask for a review runs: for an officer of the council.',
  })
  listingNoticeGive(
    @Arg('input', () => ListingNoticeGiveInput, { description: 'For which entry, and when.' })
    input: ListingNoticeGiveInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, giveListingNotice, input, 'listing', listingById);
  }

  @Mutation(() => ListingRemovePayload, {
    description:
      'Takes an entry off the list before its time, from today (SI 2012/2421 reg. 2): for an officer of the council.',
  })
  listingRemove(
    @Arg('input', () => ListingRemoveInput, { description: 'Which entry, and why.' })
    input: ListingRemoveInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, removeListing, input, 'listing', listingById);
  }

  @Mutation(() => ListingReviewRequestPayload, {
    description:
      'Asks for a review of a listing (Localism Act 2011 s. 92): for the owner, or an officer of the council who records the request. A token does not prove who owns land: an officer checks it.',
  })
  listingReviewRequest(
    @Arg('input', () => ListingReviewRequestInput, { description: 'Of which entry.' })
    input: ListingReviewRequestInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, requestListingReview, input, 'review', listingReviewById);
  }

  @Mutation(() => ListingReviewDecidePayload, {
    description:
      'Decides a listing review: for an officer of the council who took no part in the decision to list (SI 2012/2421 Sch. 2). Overturned, the entry is off the list from today.',
  })
  listingReviewDecide(
    @Arg('input', () => ListingReviewDecideInput, { description: 'The decision, and its reasons.' })
    input: ListingReviewDecideInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, decideListingReview, input, 'review', listingReviewById);
  }

  @Mutation(() => ListingReviewWithdrawPayload, {
    description:
      'Takes a request for a review back: for whoever asked for it, or an officer of the council who records it.',
  })
  listingReviewWithdraw(
    @Arg('input', () => ListingReviewWithdrawInput, { description: 'Which one.' })
    input: ListingReviewWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawListingReview, input, 'review', listingReviewById);
  }

  @Mutation(() => ListingReviewAppealPayload, {
    description:
      'Records that the owner appealed to the First-tier Tribunal (SI 2012/2421 reg. 11): for an officer of the council.',
  })
  listingReviewAppeal(
    @Arg('input', () => ListingReviewAppealInput, { description: 'From which review, and when.' })
    input: ListingReviewAppealInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, appealListingReview, input, 'review', listingReviewById);
  }

  @Mutation(() => ListingReviewConcludeAppealPayload, {
    description:
      'Records how the appeal ended: for an officer of the council. Allowed, the entry is off the list from today.',
  })
  listingReviewConcludeAppeal(
    @Arg('input', () => ListingReviewConcludeAppealInput, { description: 'From which review, and how.' })
    input: ListingReviewConcludeAppealInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, concludeListingAppeal, input, 'review', listingReviewById);
  }
}
