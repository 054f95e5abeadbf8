import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of spending out of an allocation, from the request to the payment. */
export const commitmentLifecycle = defineLifecycle({
  name: 'Commitment',
  initial: 'REQUESTED',
  states: {
    REQUESTED: 'Asked for; the panel has to approve. It shows beside the balance and binds nothing.',
    COMMITTED: 'Approved by enough of the panel: the money is set apart for the payee.',
    PAID: 'All of it is paid, or the rest released.',
    RELEASED: 'Nothing was paid, and the money is back in the allocation.',
    REJECTED: 'So many of the panel are against it that it can no longer be approved.',
    WITHDRAWN: 'Taken back by whoever asked.',
  },
  edges: [
    { action: 'approve', from: ['REQUESTED'], to: ['REQUESTED', 'COMMITTED'], by: 'panel' },
    { action: 'reject', from: ['REQUESTED'], to: ['REQUESTED', 'REJECTED'], by: 'panel' },
    { action: 'withdraw', from: ['REQUESTED'], to: ['WITHDRAWN'], by: 'requester' },
    { action: 'pay', from: ['COMMITTED'], to: ['COMMITTED', 'PAID'], by: 'officer' },
    { action: 'release', from: ['COMMITTED'], to: ['RELEASED', 'PAID'], by: 'officer' },
    { action: 'correct', from: ['COMMITTED', 'PAID'], to: ['COMMITTED'], by: 'officer' },
  ],
});

/** Where spending out of an allocation stands. */
export type BudgetCommitmentState = (typeof commitmentLifecycle.stateNames)[number];
