import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import { ListingNoticeGiveInput } from './listing-inputs.types';
import { Listing } from './listing.entity';
import { giveNotice } from './listing.rules';
import { lockWithAsset, reviewsOfLocked } from './locked.queries';

/** Records that the owner was given written notice of an entry (Localism Act 2011 s. 91). */
export const giveListingNotice = defineCommand({
  name: 'listingNoticeGive',
  input: ListingNoticeGiveInput,
  async handle(tx, { id, expectedVersion, noticeGivenOn }) {
    const locked = await lockWithAsset(tx, Listing, id);
    if (!locked) return refuse(problem.notFound('There is no such entry.', { path: ['id'] }));
    const listing = locked.row;
    const denied = tx.demand(decideForCouncil, listing);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(listing, expectedVersion);
    const reviews = await reviewsOfLocked(tx, listing);
    const decision = giveNotice(listing, noticeGivenOn, reviews.length, tx.today);
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    await tx.update(Object.assign(listing, { noticeGivenOn: decision.noticeGivenOn }));
    return done({ council: listing.gssCode, subject: id, changes: { noticeGivenOn } });
  },
});
