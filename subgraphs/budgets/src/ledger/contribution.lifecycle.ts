import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of what a partner promises to put in. */
export const contributionLifecycle = defineLifecycle({
  name: 'Contribution',
  initial: 'PLEDGED',
  states: {
    PLEDGED: 'Promised; nothing of it has arrived.',
    PART_RECEIVED: 'Some of it has arrived, the rest is still promised.',
    RECEIVED: 'All of it has arrived.',
    WITHDRAWN: 'What had not arrived will not come.',
  },
  edges: [
    {
      action: 'receive',
      from: ['PLEDGED', 'PART_RECEIVED'],
      to: ['PART_RECEIVED', 'RECEIVED'],
      by: 'officer',
    },
    { action: 'withdraw', from: ['PLEDGED', 'PART_RECEIVED'], to: ['WITHDRAWN'], by: 'partner' },
    {
      action: 'return',
      from: ['PART_RECEIVED', 'RECEIVED', 'WITHDRAWN'],
      to: ['PART_RECEIVED', 'RECEIVED', 'WITHDRAWN'],
      by: 'officer',
    },
    {
      action: 'correct',
      from: ['PART_RECEIVED', 'RECEIVED', 'WITHDRAWN'],
      to: ['PLEDGED', 'PART_RECEIVED', 'RECEIVED', 'WITHDRAWN'],
      by: 'officer',
    },
  ],
});

/** Where a contribution stands. */
export type ContributionState = (typeof contributionLifecycle.stateNames)[number];
