import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of a community nomination (Localism Act 2011 ss. 89–90, 93). */
export const nominationLifecycle = defineLifecycle({
  name: 'Nomination',
  initial: 'RECEIVED',
  states: {
    RECEIVED: 'Received by the council and not decided yet.',
    ACCEPTED: 'Successful: the land was put on the list of assets of community value.',
    UNSUCCESSFUL: 'Decided against: the land stands on the public list of unsuccessful nominations.',
    RETURNED: 'Returned as no community nomination: the nominator or the form did not qualify.',
    WITHDRAWN: 'Taken back by the nominator before a decision.',
  },
  edges: [
    { action: 'decide', from: ['RECEIVED'], to: ['ACCEPTED', 'UNSUCCESSFUL'], by: 'officer' },
    { action: 'return', from: ['RECEIVED'], to: ['RETURNED'], by: 'officer' },
    { action: 'withdraw', from: ['RECEIVED'], to: ['WITHDRAWN'], by: 'nominator' },
  ],
});

/** Where a nomination stands. */
export type NominationState = (typeof nominationLifecycle.stateNames)[number];
