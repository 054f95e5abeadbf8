import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of a community budget. */
export const communityBudgetLifecycle = defineLifecycle({
  name: 'CommunityBudget',
  initial: 'OPEN',
  states: {
    OPEN: 'Partners take part in it: they pledge, plan, allocate and spend.',
    CLOSED:
      'It takes nothing new. What is left may still be given back, mistakes corrected, outcomes measured.',
  },
  edges: [
    { action: 'change', from: ['OPEN'], to: ['OPEN'], by: 'officer' },
    { action: 'use', from: ['OPEN'], to: ['OPEN'], by: 'partners' },
    { action: 'close', from: ['OPEN'], to: ['CLOSED'], by: 'officer' },
  ],
});

/** Where a community budget stands. */
export type CommunityBudgetState = (typeof communityBudgetLifecycle.stateNames)[number];
