import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of a breach of the rules for cards. A check that finds it again changes none of it. */
export const cardBreachLifecycle = defineLifecycle({
  name: 'Card breach',
  initial: 'OPEN',
  states: {
    OPEN: 'Found, and nobody has answered for it yet.',
    EXPLAINED: "Somebody has put the cardholder's explanation on record.",
    ACCEPTED: 'The explanation was accepted.',
    UPHELD: 'It was a breach.',
    DISMISSED: 'It was none: the check had wrong facts.',
    SETTLED: 'An upheld breach that was made good: paid back, or dealt with otherwise.',
  },
  edges: [
    { action: 'explain', from: ['OPEN'], to: ['EXPLAINED'], by: 'finance officer' },
    { action: 'accept', from: ['EXPLAINED'], to: ['ACCEPTED'], by: 'another officer or auditor' },
    { action: 'uphold', from: ['OPEN', 'EXPLAINED'], to: ['UPHELD'], by: 'another officer or auditor' },
    { action: 'dismiss', from: ['OPEN', 'EXPLAINED'], to: ['DISMISSED'], by: 'another officer or auditor' },
    { action: 'settle', from: ['UPHELD'], to: ['SETTLED'], by: 'finance officer or auditor' },
  ],
});

/** Where a breach stands. */
export type CardBreachState = (typeof cardBreachLifecycle.stateNames)[number];
