import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of a participatory vote: a council's own policy, stage by stage. */
export const voteLifecycle = defineLifecycle({
  name: 'Vote',
  initial: 'PROPOSALS',
  states: {
    PROPOSALS: 'Residents propose projects.',
    FEASIBILITY: 'The council says of each proposal whether it can be done, and what it costs.',
    VOTING: 'Whoever stands on the roll casts a ballot, and may change it until the close.',
    TALLY: 'The close has passed: nothing can be cast or changed, and the tally is to be run.',
    DELIVERY: 'The outcome is known; what was chosen is being delivered.',
    DELIVERED: 'Everything that was chosen is delivered, or was given up with reasons.',
    CANCELLED: 'Called off by the council, with its reasons; no ballot is counted.',
  },
  edges: [
    { action: 'propose', from: ['PROPOSALS'], to: ['PROPOSALS'], by: 'resident' },
    { action: 'closeProposals', from: ['PROPOSALS'], to: ['FEASIBILITY'], by: 'officer' },
    { action: 'assess', from: ['FEASIBILITY'], to: ['FEASIBILITY'], by: 'officer' },
    { action: 'keepRoll', from: ['PROPOSALS'], to: ['PROPOSALS'], by: 'officer' },
    { action: 'keepRoll', from: ['FEASIBILITY'], to: ['FEASIBILITY'], by: 'officer' },
    { action: 'keepRoll', from: ['VOTING'], to: ['VOTING'], by: 'officer' },
    { action: 'openVoting', from: ['FEASIBILITY'], to: ['VOTING'], by: 'officer' },
    { action: 'cast', from: ['VOTING'], to: ['VOTING'], by: 'voter' },
    { action: 'enterPaper', from: ['VOTING'], to: ['VOTING'], by: 'two officers' },
    { action: 'enterPaper', from: ['TALLY'], to: ['TALLY'], by: 'two officers' },
    { action: 'close', from: ['VOTING'], to: ['TALLY'], by: 'time' },
    { action: 'tally', from: ['TALLY'], to: ['DELIVERY'], by: 'officer' },
    { action: 'report', from: ['DELIVERY'], to: ['DELIVERY'], by: 'officer' },
    { action: 'complete', from: ['DELIVERY'], to: ['DELIVERED'], by: 'officer' },
    {
      action: 'cancel',
      from: ['PROPOSALS', 'FEASIBILITY', 'VOTING', 'TALLY'],
      to: ['CANCELLED'],
      by: 'officer',
    },
  ],
});

/** Where a vote stands. */
export type VoteState = (typeof voteLifecycle.stateNames)[number];
/** What can be done in a vote. */
export type VoteAction = (typeof voteLifecycle.actions)[number];
