import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of a suspicion of fraud. Whoever opened a case does not close it. */
export const fraudCaseLifecycle = defineLifecycle({
  name: 'Fraud case',
  initial: 'OPENED',
  states: {
    OPENED: 'A suspicion is on record and nobody looks into it yet.',
    UNDER_INVESTIGATION: 'Somebody looks into it.',
    SUBSTANTIATED: 'The investigation found fraud.',
    UNSUBSTANTIATED: 'The investigation found none.',
    REFERRED: 'It was handed to the police or a prosecutor.',
    CLOSED: 'It is over.',
  },
  edges: [
    { action: 'investigate', from: ['OPENED'], to: ['UNDER_INVESTIGATION'], by: 'auditor' },
    {
      action: 'conclude',
      from: ['UNDER_INVESTIGATION'],
      to: ['SUBSTANTIATED', 'UNSUBSTANTIATED'],
      by: 'auditor',
    },
    { action: 'refer', from: ['UNDER_INVESTIGATION', 'SUBSTANTIATED'], to: ['REFERRED'], by: 'auditor' },
    {
      action: 'close',
      from: ['OPENED', 'SUBSTANTIATED', 'UNSUBSTANTIATED', 'REFERRED'],
      to: ['CLOSED'],
      by: 'another auditor',
    },
  ],
});

/** Where a case stands. */
export type FraudCaseState = (typeof fraudCaseLifecycle.stateNames)[number];
