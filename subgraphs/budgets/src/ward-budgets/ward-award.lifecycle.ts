import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of an award out of a ward councillor's budget. */
export const wardAwardLifecycle = defineLifecycle({
  name: 'WardAward',
  initial: 'PROPOSED',
  states: {
    PROPOSED:
      'The councillor wants it; an officer has to check it. It shows beside the balance and binds nothing.',
    APPROVED: 'Checked: the money is set apart for the payee.',
    PAID: 'Paid.',
    REFUSED: 'The officer has refused it, with reasons.',
    WITHDRAWN: 'Taken back by the councillor, or released before it was paid.',
  },
  edges: [
    { action: 'approve', from: ['PROPOSED'], to: ['APPROVED'], by: 'officer' },
    { action: 'refuse', from: ['PROPOSED'], to: ['REFUSED'], by: 'officer' },
    { action: 'withdraw', from: ['PROPOSED', 'APPROVED'], to: ['WITHDRAWN'], by: 'councillor' },
    { action: 'pay', from: ['APPROVED'], to: ['PAID'], by: 'officer' },
  ],
});

/** Where an award out of a ward councillor's budget stands. */
export type WardAwardState = (typeof wardAwardLifecycle.stateNames)[number];
