import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { actForOwner, recordPaper, submitterOf } from '../access';
import { ListingReviewRequestInput } from './listing-inputs.types';
import { ListingReview } from './listing-review.entity';
import { requestReview } from './listing-review.rules';
import { Listing } from './listing.entity';
import { lockWithAsset, reviewsOfLocked } from './locked.queries';

/** Receives an owner's request that the council review a listing (Localism Act 2011 s. 92). */
export const requestListingReview = defineCommand({
  name: 'listingReviewRequest',
  input: ListingReviewRequestInput,
  async handle(tx, input) {
    const locked = await lockWithAsset(tx, Listing, input.listingId);
    if (!locked) return refuse(problem.notFound('There is no such entry.', { path: ['listingId'] }));
    const listing = locked.row;
    const denied = tx.demand(actForOwner, listing);
    if (denied.length > 0) return refuse(...denied);
    const receivedOn = input.receivedOn ?? tx.today;
    const allowedUntil = input.allowedUntil ?? null;
    const problems: Problem[] = [];
    if (!recordPaper.allows(tx.actor, listing)) {
      if (receivedOn !== tx.today)
        problems.push(
          problem.notAllowed('A request sent here is received today.', recordPaper.needs, {
            path: ['receivedOn'],
          }),
        );
      if (allowedUntil !== null)
        problems.push(
          problem.notAllowed('Longer time is for the council to allow.', recordPaper.needs, {
            path: ['allowedUntil'],
          }),
        );
    }
    const earlier = await reviewsOfLocked(tx, listing);
    const request = requestReview(
      listing,
      {
        isOwner: true,
        // The time begins with the written notice, which follows the entry: before it was given, nobody is late.
        noticeGivenOn: listing.noticeGivenOn ?? laterOf(receivedOn, listing.listedOn),
        receivedOn,
        allowedUntil,
        earlierReviews: earlier.map(({ state }) => state),
      },
      tx.today,
    );
    if (!request.ok) return refuse(...problems, ...request.problems);
    if (problems.length > 0) return refuse(...problems);
    const { state, decisionDueBy } = request;
    const review = await tx.insert(ListingReview, {
      id: tx.newId('listingreview'),
      gssCode: listing.gssCode,
      listingId: listing.id,
      assetId: listing.assetId,
      state,
      requestedOn: receivedOn,
      decisionDueBy,
      allowedUntil,
      hearingRequested: input.hearingRequested,
      submittedBy: submitterOf(tx.actor),
      createdAt: tx.now,
      illustrative: false,
    });
    const changes = { listing: listing.id, state, requestedOn: receivedOn, decisionDueBy };
    return done({ council: listing.gssCode, subject: review.id, changes });
  },
});

const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
