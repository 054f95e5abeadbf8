import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  ConnectionArgs,
  ListSize,
  LocalDateScalar,
  toConnection,
  type RequestContext,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { actForOwner, decideForCouncil } from '../access';
import { Asset } from '../register/asset.entity';
import { assetById } from '../register/asset.queries';
import { Council } from '../stubs';
import { ListingOrder, ListingState } from './listing.enums';
import { ListingReview } from './listing-review.entity';
import { Listing } from './listing.entity';
import {
  isOpenToReview,
  listingById,
  listingPage,
  listingStateNow,
  reviewDueBy,
  reviewsOfListing,
} from './listing.queries';
import { ListingConnection, ListingFilter, ListingViewerCan } from './listing.types';
import { Nomination } from './nomination.entity';
import { nominationById } from './nomination.queries';

/** Entries on the list of assets of community value, and what is worked out of them. */
@Resolver(() => Listing)
export class ListingResolver {
  @Query(() => Listing, {
    nullable: true,
    description: 'The entry on the list of assets of community value with an id; null when there is none.',
  })
  listing(
    @Arg('id', () => ID, { description: 'Its id, `listing_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Listing | null> {
    return listingById.load(context, id);
  }

  @ListSize()
  @Query(() => ListingConnection, {
    description: 'Entries on the lists of assets of community value, those that ended included.',
  })
  async listings(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ListingFilter, { nullable: true, description: 'Which of them.' })
    filter: ListingFilter | null,
    @Arg('orderBy', () => ListingOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: ListingOrder,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(ListingConnection, await listingPage(context, args, filter ?? {}, orderBy));
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'The asset that is listed.' })
  asset(@Root() { assetId }: Listing, @Ctx() context: RequestContext): Promise<Asset | null> {
    return assetById.load(context, assetId);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council whose list it is.' })
  council(@Root() { gssCode }: Listing): Council {
    return { gssCode };
  }

  @FieldResolver(() => Nomination, { nullable: true, description: 'The nomination that led to it.' })
  nomination(@Root() { nominationId }: Listing, @Ctx() context: RequestContext): Promise<Nomination | null> {
    return nominationById.load(context, nominationId);
  }

  @FieldResolver(() => ListingState, { description: 'Where it stands on the day of the request.' })
  state(@Root() listing: Listing, @Ctx() context: RequestContext): ListingState {
    return listingStateNow(listing, context);
  }

  @FieldResolver(() => LocalDateScalar, {
    nullable: true,
    description:
      'The last day on which the owner may ask for a review: eight weeks beginning with the day of the written notice (SI 2012/2421 Sch. 2); null until notice was given. The council may allow longer in writing.',
  })
  reviewRequestDueBy(@Root() listing: Listing): LocalDate | null {
    return reviewDueBy(listing);
  }

  @FieldResolver(() => [ListingReview], {
    description: 'Its reviews, the earliest first: one at most, beside those that were withdrawn.',
  })
  async reviews(@Root() { id }: Listing, @Ctx() context: RequestContext): Promise<ListingReview[]> {
    return (await reviewsOfListing.load(context, id)) ?? [];
  }

  @FieldResolver(() => ListingViewerCan, { description: 'What the viewer may do with it as it stands now.' })
  async viewerCan(@Root() listing: Listing, @Ctx() context: RequestContext): Promise<ListingViewerCan> {
    const decides = decideForCouncil.allows(context.actor, listing);
    const open = await isOpenToReview(listing, context);
    const reviews = (await reviewsOfListing.load(context, listing.id)) ?? [];
    const owns = actForOwner.allows(context.actor, listing);
    const isListed = listingStateNow(listing, context) === 'LISTED';
    return {
      giveNotice: decides && reviews.length === 0,
      remove: decides && isListed,
      requestReview: owns && open,
      notifyDisposal: owns && isListed,
      recordExemption: decides && isListed,
    };
  }
}
