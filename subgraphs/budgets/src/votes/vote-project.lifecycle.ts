import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of a project that residents vote on. */
export const voteProjectLifecycle = defineLifecycle({
  name: 'Project',
  initial: 'PROPOSED',
  states: {
    PROPOSED: 'Somebody proposed it; the council has not said yet whether it can be done.',
    WITHDRAWN: 'Taken back by whoever proposed it.',
    NOT_FEASIBLE: 'It cannot be done, for the reasons that are stated; it is not on the ballot paper.',
    FEASIBLE: 'It can be done at the cost that is stated, and is on the ballot paper.',
    CHOSEN: 'The vote funds it.',
    NOT_CHOSEN: 'The vote does not fund it; its explanation says why.',
    UNDER_WAY: 'Work on it has begun.',
    DELIVERED: 'It is there.',
    GIVEN_UP: 'It was chosen and will not come, for the reasons that are stated.',
  },
  edges: [
    {
      action: 'assess',
      from: ['PROPOSED', 'FEASIBLE', 'NOT_FEASIBLE'],
      to: ['FEASIBLE', 'NOT_FEASIBLE'],
      by: 'officer',
    },
    { action: 'withdraw', from: ['PROPOSED'], to: ['WITHDRAWN'], by: 'proposer' },
    { action: 'tally', from: ['FEASIBLE'], to: ['CHOSEN', 'NOT_CHOSEN'], by: 'officer' },
    { action: 'report', from: ['CHOSEN'], to: ['UNDER_WAY', 'DELIVERED', 'GIVEN_UP'], by: 'officer' },
    { action: 'report', from: ['UNDER_WAY'], to: ['UNDER_WAY', 'DELIVERED', 'GIVEN_UP'], by: 'officer' },
  ],
});

/** Where a project stands. */
export type VoteProjectState = (typeof voteProjectLifecycle.stateNames)[number];
