import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of an owner's claim for compensation (Localism Act 2011 s. 99; SI 2012/2421 regs. 14–17). */
export const compensationClaimLifecycle = defineLifecycle({
  name: 'Compensation claim',
  initial: 'RECEIVED',
  states: {
    RECEIVED: 'Received in time and not decided yet.',
    AWARDED: 'The council determined an amount above nothing.',
    REFUSED: 'The council determined that nothing is due.',
    WITHDRAWN: 'Taken back by the owner.',
  },
  edges: [
    { action: 'decide', from: ['RECEIVED'], to: ['AWARDED', 'REFUSED'], by: 'officer' },
    { action: 'withdraw', from: ['RECEIVED'], to: ['WITHDRAWN'], by: 'owner' },
  ],
});

/** Where a claim for compensation stands. */
export type CompensationClaimState = (typeof compensationClaimLifecycle.stateNames)[number];
