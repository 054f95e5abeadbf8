import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import { ListingReviewAppealInput } from './listing-inputs.types';
import { ListingReview } from './listing-review.entity';
import { recordAppeal } from './listing-review.rules';
import { lockWithAsset } from './locked.queries';

/** Records that an appeal from a review reached the tribunal (SI 2012/2421 reg. 11). Lateness is the tribunal's affair. */
export const appealListingReview = defineCommand({
  name: 'listingReviewAppeal',
  input: ListingReviewAppealInput,
  async handle(tx, { id, expectedVersion, receivedByTribunalOn }) {
    const locked = await lockWithAsset(tx, ListingReview, id);
    if (!locked) return refuse(problem.notFound('There is no such review.', { path: ['id'] }));
    const review = locked.row;
    const denied = tx.demand(decideForCouncil, review);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(review, expectedVersion);
    const decision = recordAppeal(
      // Nothing was sent before a decision; the state alone refuses then.
      { state: review.state, decisionSentOn: review.decisionSentOn ?? review.requestedOn },
      receivedByTribunalOn,
      tx.today,
    );
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    const { state, isLate } = decision;
    await tx.update(
      Object.assign(review, { state, appealReceivedOn: receivedByTribunalOn, appealIsLate: isLate }),
    );
    return done({ council: review.gssCode, subject: id, changes: { state, receivedByTribunalOn, isLate } });
  },
});
