import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { decideForCouncil } from '../access';
import { ListingReviewDecideInput } from './listing-inputs.types';
import { ListingReview } from './listing-review.entity';
import { appealDueBy, decideReview } from './listing-review.rules';
import { Listing } from './listing.entity';
import { listedDays, listingStateOn } from './listing.rules';
import { listingsOfLocked, lockWithAsset } from './locked.queries';

/**
 * Decides a listing review, by an officer who took no part in the decision to list (SI 2012/2421 reg. 10, Sch. 2).
 * Overturned, the entry is taken off the list.
 */
export const decideListingReview = defineCommand({
  name: 'listingReviewDecide',
  input: ListingReviewDecideInput,
  async handle(tx, input) {
    const locked = await lockWithAsset(tx, ListingReview, input.id);
    const listing = locked && (await tx.lock(Listing, locked.row.listingId));
    if (!locked || !listing) return refuse(problem.notFound('There is no such review.', { path: ['id'] }));
    const { row: review, asset } = locked;
    const denied = tx.demand(decideForCouncil, review);
    if (denied.length > 0) return refuse(...denied);
    const { outcome, statementOfReasons, decisionSentOn } = input;
    const hearingHeldOn = input.hearingHeldOn ?? null;
    const agreedUntil = input.agreedUntil ?? null;
    const problems: Problem[] = [
      ...versionProblems(review, input.expectedVersion),
      ...dayProblems('decisionSentOn', decisionSentOn, review.requestedOn, tx.today),
      ...dayProblems('hearingHeldOn', hearingHeldOn, review.requestedOn, tx.today),
    ];
    const decision = decideReview(
      {
        state: review.state,
        requestedOn: review.requestedOn,
        agreedUntil,
        hearingRequested: review.hearingRequested,
        hearingHeld: hearingHeldOn !== null,
        tookPart: listing.tookPart,
      },
      { officer: tx.actor.subject, outcome, statementOfReasons },
      tx.today,
    );
    if (!decision.ok) return refuse(...problems, ...decision.problems);
    if (problems.length > 0) return refuse(...problems);
    await tx.update(
      Object.assign(review, {
        state: decision.state,
        statementOfReasons,
        hearingHeldOn,
        agreedUntil,
        decisionDueBy:
          agreedUntil !== null && agreedUntil > review.decisionDueBy ? agreedUntil : review.decisionDueBy,
        decidedOn: tx.today,
        decidedBy: tx.actor.subject,
        decisionSentOn,
        appealDueBy: decision.removesListing ? null : appealDueBy(decisionSentOn),
      }),
    );
    // An entry that ended in the meantime keeps the ground on which it ended.
    const removes = decision.removesListing && listingStateOn(listing, tx.today) === 'LISTED';
    if (removes) {
      await tx.update(Object.assign(listing, { removedOn: tx.today, removalGround: 'REVIEW' }));
      await tx.update(Object.assign(asset, listedDays(await listingsOfLocked(tx, asset))));
    }
    const changes = { listing: listing.id, state: decision.state, isLate: decision.isLate, removes };
    return done({ council: review.gssCode, subject: review.id, changes });
  },
});

function dayProblems(field: string, day: LocalDate | null, from: LocalDate, today: LocalDate): Problem[] {
  if (day === null || (day >= from && day <= today)) return [];
  return [problem.invalidInput('The day lies between the request and today.', { path: [field] })];
}
