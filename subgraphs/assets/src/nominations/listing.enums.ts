import { graphqlEnum } from '@coop/shared/graphql';
import { listingReviewLifecycle } from './listing-review.lifecycle';
import { listingLifecycle } from './listing.lifecycle';
import { COMMUNITY_VALUE_STATES, REMOVAL_GROUNDS } from './listing.rules';

/** What a reader of the register wants to know of an asset's community value. */
export const CommunityValueState = graphqlEnum(
  'CommunityValueState',
  "Where an asset stands as one of community value, on the day of the request. Read from the entries' own dates.",
  COMMUNITY_VALUE_STATES,
);
export type CommunityValueState = keyof typeof CommunityValueState;

/** Where an entry on the list stands. */
export const ListingState = graphqlEnum(
  'ListingState',
  'Where an entry on the list of assets of community value stands, on the day of the request.',
  listingLifecycle.states,
);
export type ListingState = keyof typeof ListingState;

/** Why an entry is taken off the list before its time. */
export const ListingRemovalGround = graphqlEnum(
  'ListingRemovalGround',
  'Why an entry is taken off the list before its time (SI 2012/2421 reg. 2; Localism Act 2011 ss. 87, 92).',
  REMOVAL_GROUNDS,
);
export type ListingRemovalGround = keyof typeof ListingRemovalGround;

/** Where a listing review stands. */
export const ListingReviewState = graphqlEnum(
  'ListingReviewState',
  'Where a listing review and the appeal from it stand.',
  listingReviewLifecycle.states,
);
export type ListingReviewState = keyof typeof ListingReviewState;

/** What a listing review is decided to be. */
export const ListingReviewOutcome = graphqlEnum(
  'ListingReviewOutcome',
  'What a listing review is decided to be.',
  { UPHELD: listingReviewLifecycle.states.UPHELD, OVERTURNED: listingReviewLifecycle.states.OVERTURNED },
);
export type ListingReviewOutcome = keyof typeof ListingReviewOutcome;

/** How an appeal ended. */
export const ListingAppealOutcome = graphqlEnum(
  'ListingAppealOutcome',
  'How an appeal from a listing review ended.',
  {
    APPEAL_DISMISSED: listingReviewLifecycle.states.APPEAL_DISMISSED,
    APPEAL_ALLOWED: listingReviewLifecycle.states.APPEAL_ALLOWED,
  },
);
export type ListingAppealOutcome = keyof typeof ListingAppealOutcome;

/** The orders of a list of entries. */
export const ListingOrder = graphqlEnum('ListingOrder', 'The order of a list of entries.', {
  NEWEST: 'The latest entry first.',
  EXPIRY: 'The one that runs out earliest first, whatever was removed before.',
});
export type ListingOrder = keyof typeof ListingOrder;
