import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@coop/shared/graphql';
import { decideForCouncil, ownSubmission, readConfidential } from '../access';
import { listingReviewLifecycle } from './listing-review.lifecycle';
import { ListingReview } from './listing-review.entity';
import { Listing } from './listing.entity';
import { isReviewOverdue, listingById } from './listing.queries';
import { ListingReviewViewerCan } from './listing.types';

/** Reviews of listings, and what is worked out of them. */
@Resolver(() => ListingReview)
export class ListingReviewResolver {
  @FieldResolver(() => Listing, { nullable: true, description: 'The entry that is reviewed.' })
  listing(@Root() { listingId }: ListingReview, @Ctx() context: RequestContext): Promise<Listing | null> {
    return listingById.load(context, listingId);
  }

  @FieldResolver(() => Boolean, {
    description: 'True while it waits for its decision after the last day for it, on the day of the request.',
  })
  isOverdue(@Root() review: ListingReview, @Ctx() context: RequestContext): boolean {
    return isReviewOverdue(review, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The reasons for the decision, which the owner was given. Officers and auditors of the council and whoever asked for the review can read them; null for others, and before the decision.',
  })
  statementOfReasons(@Root() review: ListingReview, @Ctx() { actor }: RequestContext): string | null {
    const mayRead = readConfidential.allows(actor, review) || ownSubmission.allows(actor, review);
    return mayRead ? review.statementOfReasons : null;
  }

  @FieldResolver(() => ListingReviewViewerCan, {
    description: 'What the viewer may do with it as it stands now.',
  })
  async viewerCan(
    @Root() review: ListingReview,
    @Ctx() context: RequestContext,
  ): Promise<ListingReviewViewerCan> {
    const { actor } = context;
    const decides = decideForCouncil.allows(actor, review);
    const listing = await listingById.load(context, review.listingId);
    const tookPart = listing?.tookPart.includes(actor.subject) ?? false;
    const open = (action: (typeof listingReviewLifecycle.actions)[number]) =>
      listingReviewLifecycle.permit(action, review.state).ok;
    return {
      decide: decides && !tookPart && open('decide'),
      withdraw: ownSubmission.allows(actor, review) && open('withdraw'),
      appeal: decides && open('appeal'),
      concludeAppeal: decides && open('concludeAppeal'),
    };
  }
}
