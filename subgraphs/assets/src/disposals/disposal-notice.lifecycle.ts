import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of an owner's notice of a wish to dispose of listed land (Localism Act 2011 s. 95). */
export const disposalNoticeLifecycle = defineLifecycle({
  name: 'Disposal notice',
  initial: 'INTERIM_MORATORIUM',
  states: {
    INTERIM_MORATORIUM:
      'Community interest groups may ask to be treated as potential bidders; the land may be sold to such a group only.',
    FULL_MORATORIUM: 'A group asked in time: the land may be sold to a community interest group only.',
    FREE_TO_DISPOSE: 'No moratorium holds the owner back, to the end of the protected period.',
    LAPSED: 'The protected period is over: a new notice is needed.',
    DISPOSED: 'The owner entered into a disposal on this notice.',
    WITHDRAWN: 'Taken back by the owner.',
  },
  edges: [
    {
      action: 'requestBid',
      from: ['INTERIM_MORATORIUM'],
      to: ['FULL_MORATORIUM'],
      by: 'community interest group',
    },
    // A second group may ask as well while the first six weeks run; nothing is prolonged by it.
    {
      action: 'requestBid',
      from: ['FULL_MORATORIUM'],
      to: ['FULL_MORATORIUM'],
      by: 'community interest group',
    },
    { action: 'disqualifyBids', from: ['FULL_MORATORIUM'], to: ['INTERIM_MORATORIUM'], by: 'officer' },
    { action: 'endInterim', from: ['INTERIM_MORATORIUM'], to: ['FREE_TO_DISPOSE'], by: 'time' },
    { action: 'endFull', from: ['FULL_MORATORIUM'], to: ['FREE_TO_DISPOSE'], by: 'time' },
    { action: 'endProtection', from: ['FREE_TO_DISPOSE'], to: ['LAPSED'], by: 'time' },
    {
      action: 'dispose',
      from: ['INTERIM_MORATORIUM', 'FULL_MORATORIUM', 'FREE_TO_DISPOSE'],
      to: ['DISPOSED'],
      by: 'owner',
    },
    {
      action: 'withdraw',
      from: ['INTERIM_MORATORIUM', 'FULL_MORATORIUM', 'FREE_TO_DISPOSE'],
      to: ['WITHDRAWN'],
      by: 'owner',
    },
  ],
});

/** Where a disposal notice stands. */
export type DisposalNoticeState = (typeof disposalNoticeLifecycle.stateNames)[number];
