import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of an owner's listing review and the appeal from it (Localism Act 2011 s. 92; SI 2012/2421 regs. 10–11). */
export const listingReviewLifecycle = defineLifecycle({
  name: 'Listing review',
  initial: 'REQUESTED',
  states: {
    REQUESTED: 'Asked for by the owner; the land stays on the list meanwhile.',
    UPHELD: 'Decided: the listing stands.',
    OVERTURNED: 'Decided: the entry is taken off the list.',
    WITHDRAWN: 'Taken back by the owner.',
    APPEALED: 'Under appeal to the First-tier Tribunal; the land stays on the list meanwhile.',
    APPEAL_DISMISSED: 'The tribunal, or the end of the appeal without a ruling, left the listing standing.',
    APPEAL_ALLOWED: 'The tribunal allowed the appeal: the entry is taken off the list.',
  },
  edges: [
    { action: 'decide', from: ['REQUESTED'], to: ['UPHELD', 'OVERTURNED'], by: 'another officer' },
    { action: 'withdraw', from: ['REQUESTED'], to: ['WITHDRAWN'], by: 'owner' },
    { action: 'appeal', from: ['UPHELD'], to: ['APPEALED'], by: 'owner' },
    {
      action: 'concludeAppeal',
      from: ['APPEALED'],
      to: ['APPEAL_DISMISSED', 'APPEAL_ALLOWED'],
      by: 'tribunal',
    },
  ],
});

/** Where a listing review stands. */
export type ListingReviewState = (typeof listingReviewLifecycle.stateNames)[number];
