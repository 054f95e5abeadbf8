import { defineLifecycle } from '@coop/shared/lifecycle';

/** A dispensation from the restrictions of a disclosable pecuniary interest. */
export const DISPENSATION_LIFECYCLE = defineLifecycle({
  name: 'Dispensation',
  initial: 'GRANTED',
  states: {
    GRANTED: 'In effect from its first to its last day.',
    EXPIRED: 'Its last day is past.',
    WITHDRAWN: 'The council took it back before its last day.',
  },
  edges: [
    { action: 'expire', from: ['GRANTED'], to: ['EXPIRED'], by: 'time' },
    { action: 'withdraw', from: ['GRANTED'], to: ['WITHDRAWN'], by: 'officer' },
  ],
});

/** State of a dispensation. */
export type DispensationState = keyof typeof DISPENSATION_LIFECYCLE.states;
