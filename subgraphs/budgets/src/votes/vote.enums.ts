import { graphqlEnum } from '@coop/shared/graphql';
import { ALLOCATION_RULES } from './tally.rules';
import { voteProjectLifecycle } from './vote-project.lifecycle';
import { voteLifecycle } from './vote.lifecycle';
import { BALLOT_KINDS } from './votes.law';

/** Where a vote stands. */
export const VoteState = graphqlEnum(
  'VoteState',
  'Where a participatory vote stands on the day and at the minute of the request.',
  voteLifecycle.states,
);
export type VoteState = keyof typeof VoteState;

/** Where a project stands. */
export const VoteProjectState = graphqlEnum(
  'VoteProjectState',
  'Where a project of a participatory vote stands.',
  voteProjectLifecycle.states,
);
export type VoteProjectState = keyof typeof VoteProjectState;

/** What a ballot may say. */
export const BallotKind = graphqlEnum('BallotKind', 'What a ballot of a vote may say.', BALLOT_KINDS);
export type BallotKind = keyof typeof BallotKind;

/** How the budget is allocated. */
export const AllocationRule = graphqlEnum(
  'AllocationRule',
  'How the budget is allocated to projects when the ballots are counted.',
  ALLOCATION_RULES,
);
export type AllocationRule = keyof typeof AllocationRule;

/** How the delivery of a chosen project stands. */
export const DeliveryProgress = graphqlEnum(
  'DeliveryProgress',
  'How the delivery of a chosen project stands.',
  {
    UNDER_WAY: voteProjectLifecycle.states.UNDER_WAY,
    DELIVERED: voteProjectLifecycle.states.DELIVERED,
    GIVEN_UP: voteProjectLifecycle.states.GIVEN_UP,
  },
);
export type DeliveryProgress = keyof typeof DeliveryProgress;

/** What became of the ballot of a receipt. */
export const BallotStanding = graphqlEnum(
  'BallotStanding',
  'What became of the ballot of a receipt; never what it says.',
  {
    CAST: 'It lies in the box and counts unless it is changed or withdrawn before the close.',
    WITHDRAWN: 'It was withdrawn and does not count; before the close it can be changed to count again.',
    COUNTED: 'Voting has closed, and it was counted.',
  },
);
export type BallotStanding = keyof typeof BallotStanding;

/** How far a paper ballot has come. */
export const PaperBallotState = graphqlEnum('PaperBallotState', 'How far a paper ballot has come.', {
  ENTERED: 'One person has entered it; a second has to, without seeing what the first read.',
  AGREED: 'Two people read the same: it lies in the box like any other.',
});
export type PaperBallotState = keyof typeof PaperBallotState;

/** The orders of a list of votes. */
export const VoteOrder = graphqlEnum('VoteOrder', 'The order of a list of votes.', {
  NEWEST: 'The one that was begun last first.',
  TITLE: 'By title.',
});
export type VoteOrder = keyof typeof VoteOrder;

/** The orders of a list of projects. */
export const VoteProjectOrder = graphqlEnum('VoteProjectOrder', 'The order of the projects of a vote.', {
  NUMBER: 'As on the ballot paper; those that are not on it come last.',
  COST: 'The dearest first.',
});
export type VoteProjectOrder = keyof typeof VoteProjectOrder;
