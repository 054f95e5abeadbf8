import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { ownSubmission } from '../access';
import { ListingReviewWithdrawInput } from './listing-inputs.types';
import { ListingReview } from './listing-review.entity';
import { withdrawReview } from './listing-review.rules';
import { lockWithAsset } from './locked.queries';

/** Takes a request for a listing review back. It does not count as the one review of the entry. */
export const withdrawListingReview = defineCommand({
  name: 'listingReviewWithdraw',
  input: ListingReviewWithdrawInput,
  async handle(tx, { id, expectedVersion }) {
    const locked = await lockWithAsset(tx, ListingReview, id);
    if (!locked) return refuse(problem.notFound('There is no such review.', { path: ['id'] }));
    const review = locked.row;
    const denied = tx.demand(ownSubmission, review);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(review, expectedVersion);
    const decision = withdrawReview(review.state);
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    await tx.update(Object.assign(review, { state: decision.state }));
    return done({ council: review.gssCode, subject: id, changes: { state: decision.state } });
  },
});
