import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of a group's request to be treated as a potential bidder (Localism Act 2011 s. 95(3)). */
export const bidRequestLifecycle = defineLifecycle({
  name: 'Bid request',
  initial: 'RECEIVED',
  states: {
    RECEIVED:
      'Received in time: it starts the full moratorium from that moment, before the council has checked it.',
    CONFIRMED: 'The council found the group to be a community interest group.',
    DISQUALIFIED: 'The council found the group to be none: the request never counted.',
    WITHDRAWN: 'The group no longer wishes to bid; the full moratorium that it started goes on.',
  },
  edges: [
    { action: 'confirm', from: ['RECEIVED'], to: ['CONFIRMED'], by: 'officer' },
    { action: 'disqualify', from: ['RECEIVED', 'CONFIRMED'], to: ['DISQUALIFIED'], by: 'officer' },
    {
      action: 'withdraw',
      from: ['RECEIVED', 'CONFIRMED'],
      to: ['WITHDRAWN'],
      by: 'community interest group',
    },
  ],
});

/** Where a bid request stands. */
export type BidRequestState = (typeof bidRequestLifecycle.stateNames)[number];

/** The states in which a request keeps the full moratorium going: being withdrawn does not undo its receipt. */
export const COUNTING_BID_REQUESTS: readonly BidRequestState[] = ['RECEIVED', 'CONFIRMED', 'WITHDRAWN'];
