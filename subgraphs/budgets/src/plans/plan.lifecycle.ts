import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of an operational plan: a package of services, the funds and other resources for it, and who answers to whom. */
export const planLifecycle = defineLifecycle({
  name: 'OperationalPlan',
  initial: 'DRAFT',
  states: {
    DRAFT: 'Being written; partners agree to it one by one, and every change asks all of them anew.',
    AGREED: 'Every partner has agreed to it as it stands.',
    LIVE: 'Services are run by it.',
    CLOSED: 'It has come to its end, or another took its place.',
  },
  edges: [
    { action: 'amend', from: ['DRAFT', 'AGREED'], to: ['DRAFT'], by: 'officer' },
    { action: 'agree', from: ['DRAFT'], to: ['DRAFT', 'AGREED'], by: 'partner' },
    { action: 'goLive', from: ['AGREED'], to: ['LIVE'], by: 'officer' },
    { action: 'close', from: ['DRAFT', 'AGREED', 'LIVE'], to: ['CLOSED'], by: 'officer' },
  ],
});

/** Where an operational plan stands. */
export type PlanState = (typeof planLifecycle.stateNames)[number];
