import { defineLifecycle } from '@coop/shared/lifecycle';

/** A commitment to be a co-operative council. */
export const COMMITMENT_LIFECYCLE = defineLifecycle({
  name: 'Co-operative commitment',
  initial: 'CURRENT',
  states: {
    CURRENT: 'Made and kept up.',
    ENDED: 'Given up, or overtaken by another.',
  },
  edges: [{ action: 'end', from: ['CURRENT'], to: ['ENDED'], by: 'officer' }],
});

/** State of a commitment. */
export type CommitmentState = keyof typeof COMMITMENT_LIFECYCLE.states;
