import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import { ListingReviewConcludeAppealInput } from './listing-inputs.types';
import { ListingReview } from './listing-review.entity';
import { concludeAppeal } from './listing-review.rules';
import { Listing } from './listing.entity';
import { listedDays, listingStateOn } from './listing.rules';
import { listingsOfLocked, lockWithAsset } from './locked.queries';

/** Records how an appeal ended. Allowed, the entry is taken off the list. */
export const concludeListingAppeal = defineCommand({
  name: 'listingReviewConcludeAppeal',
  input: ListingReviewConcludeAppealInput,
  async handle(tx, { id, expectedVersion, outcome }) {
    const locked = await lockWithAsset(tx, ListingReview, id);
    const listing = locked && (await tx.lock(Listing, locked.row.listingId));
    if (!locked || !listing) return refuse(problem.notFound('There is no such review.', { path: ['id'] }));
    const { row: review, asset } = locked;
    const denied = tx.demand(decideForCouncil, review);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(review, expectedVersion);
    const decision = concludeAppeal(review.state, outcome);
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    await tx.update(Object.assign(review, { state: decision.state, appealConcludedOn: tx.today }));
    const removes = decision.removesListing && listingStateOn(listing, tx.today) === 'LISTED';
    if (removes) {
      await tx.update(Object.assign(listing, { removedOn: tx.today, removalGround: 'APPEAL' }));
      await tx.update(Object.assign(asset, listedDays(await listingsOfLocked(tx, asset))));
    }
    const changes = { listing: listing.id, state: decision.state, removes };
    return done({ council: review.gssCode, subject: id, changes });
  },
});
