import type { Feature } from '@coop/shared/graphql';
import { AssetCommunityValueResolver, CommunityValueResolver } from './community-value.resolver';
import { CouncilListsResolver } from './council-lists.resolver';
import { ListingMutations } from './listing-mutations.resolver';
import { ListingReview } from './listing-review.entity';
import { listingReviewLifecycle } from './listing-review.lifecycle';
import { ListingReviewResolver } from './listing-review.resolver';
import { Listing } from './listing.entity';
import { listingLifecycle } from './listing.lifecycle';
import { listingById, listingReviewById } from './listing.queries';
import { ListingResolver } from './listing.resolver';
import { NominationMutations } from './nomination-mutations.resolver';
import { Nomination } from './nomination.entity';
import { nominationsDemo } from './nomination.demo';
import { nominationLifecycle } from './nomination.lifecycle';
import { nominationMigrations } from './nomination.migrations';
import { nominationById } from './nomination.queries';
import { NominationResolver } from './nomination.resolver';

/** Nominations of land, the list of assets of community value, and its reviews. */
export const nominations: Feature = {
  resolvers: [
    NominationResolver,
    NominationMutations,
    ListingResolver,
    ListingMutations,
    ListingReviewResolver,
    AssetCommunityValueResolver,
    CommunityValueResolver,
    CouncilListsResolver,
  ],
  references: {
    Nomination: ({ id }, context) => (typeof id === 'string' ? nominationById.load(context, id) : null),
    Listing: ({ id }, context) => (typeof id === 'string' ? listingById.load(context, id) : null),
    ListingReview: ({ id }, context) => (typeof id === 'string' ? listingReviewById.load(context, id) : null),
  },
  entities: [Nomination, Listing, ListingReview],
  migrations: nominationMigrations,
  demo: nominationsDemo,
  lifecycles: [nominationLifecycle, listingLifecycle, listingReviewLifecycle],
};
