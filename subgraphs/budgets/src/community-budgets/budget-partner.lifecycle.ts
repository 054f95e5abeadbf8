import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of a body's part in a community budget. */
export const budgetPartnerLifecycle = defineLifecycle({
  name: 'BudgetPartner',
  initial: 'INVITED',
  states: {
    INVITED: 'Asked to take part; it has not said yet.',
    JOINED: 'It takes part: pledges, agrees to plans, asks for spending.',
    DECLINED: 'It was asked and does not take part.',
    LEFT: 'It took part and has left. What it put in stays on record.',
  },
  edges: [
    { action: 'join', from: ['INVITED'], to: ['JOINED'], by: 'partner' },
    { action: 'decline', from: ['INVITED'], to: ['DECLINED'], by: 'partner' },
    { action: 'pledge', from: ['JOINED'], to: ['JOINED'], by: 'partner' },
    { action: 'leave', from: ['JOINED'], to: ['LEFT'], by: 'partner' },
  ],
});

/** Where a body's part in a community budget stands. */
export type BudgetPartnerState = (typeof budgetPartnerLifecycle.stateNames)[number];
