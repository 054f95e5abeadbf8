import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of an entry on the list of assets of community value (Localism Act 2011 s. 87; SI 2012/2421 reg. 2). */
export const listingLifecycle = defineLifecycle({
  name: 'Listing',
  initial: 'LISTED',
  states: {
    LISTED: 'On the list.',
    EXPIRED: 'Off the list, its period having run out.',
    REMOVED: 'Taken off the list before its time, on a ground that the entry states.',
  },
  edges: [
    { action: 'expire', from: ['LISTED'], to: ['EXPIRED'], by: 'time' },
    { action: 'remove', from: ['LISTED'], to: ['REMOVED'], by: 'officer' },
  ],
});

/** Where an entry on the list stands. */
export type ListingState = (typeof listingLifecycle.stateNames)[number];
