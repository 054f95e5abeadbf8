import { defineLifecycle } from '@coop/shared/lifecycle';

/** A service or senior post that councils share. */
export const SHARED_SERVICE_LIFECYCLE = defineLifecycle({
  name: 'Shared service',
  initial: 'PROPOSED',
  states: {
    PROPOSED: 'Put to the councils; not begun.',
    RUNNING: 'Run by the lead for all partners.',
    ENDED: 'Wound up, or given up before it began.',
  },
  edges: [
    { action: 'start', from: ['PROPOSED'], to: ['RUNNING'], by: 'officer of the lead' },
    { action: 'end', from: ['PROPOSED', 'RUNNING'], to: ['ENDED'], by: 'officer of the lead' },
  ],
});

/** State of a shared service. */
export type SharedServiceState = keyof typeof SHARED_SERVICE_LIFECYCLE.states;
