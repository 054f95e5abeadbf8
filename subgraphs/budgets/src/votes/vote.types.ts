import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, Money, payloadType } from '@coop/shared/graphql';
import { BallotKind, VoteProjectState, VoteState } from './vote.enums';
import { VoteProject } from './vote-project.entity';
import { Vote } from './vote.entity';

/** A page of votes. */
export const VoteConnection = connectionType(Vote, 'Vote', 'participatory votes');
/** A page of projects. */
export const VoteProjectConnection = connectionType(
  VoteProject,
  'VoteProject',
  'projects of participatory votes',
);

/** What the vote says of one project. */
@ObjectType({ description: 'What the outcome of a vote says of one project.' })
export class VoteProjectOutcome {
  @Field(() => VoteProject, { description: 'The project.' })
  project!: VoteProject;

  @Field(() => Boolean, { description: 'Whether the vote funds it.' })
  funded!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Its place among the winners in the order chosen, from 1; null when it is not funded.',
  })
  order!: number | null;

  @Field(() => Int, {
    description:
      'Its score: the ballots that name it where a ballot only approves, else the points or places added up.',
  })
  support!: number;

  @Field(() => Int, { description: 'Ballots that name it.' })
  ballots!: number;

  @Field(() => String, {
    description:
      'Why it is funded or not: who supported it, what each supporter gave, what was left. For residents to follow.',
  })
  explanation!: string;
}

/** What a vote decided. */
@ObjectType({ description: 'What a vote decided.' })
export class VoteOutcome {
  @Field(() => Money, { description: 'What the funded projects cost together; never above the budget.' })
  spent!: Money;

  @Field(() => Money, { description: 'What is left of the budget.' })
  left!: Money;

  @Field(() => [VoteProjectOutcome], {
    description: 'Every project on the ballot paper: the winners in the order chosen, then the others.',
  })
  projects!: VoteProjectOutcome[];
}

/** How many may vote, and how many have. */
@ObjectType({
  description:
    'How many stand on the roll of a vote, and how many of them have voted. Who it is, is not public.',
})
export class VoteTurnout {
  @Field(() => Int, { description: 'Voters on the roll.' })
  entitled!: number;

  @Field(() => Int, { description: 'Voters who have cast a ballot here.' })
  online!: number;

  @Field(() => Int, { description: 'Voters whose paper ballot was received.' })
  paper!: number;

  @Field(() => Float, { description: 'Share of the roll that has voted, from 0 to 1; 0 with an empty roll.' })
  share!: number;
}

/** Which votes under a parent to list. */
@InputType({ description: 'Which of these votes to list; everything that is said must hold.' })
export class ParentVoteFilter {
  @Field(() => VoteState, { nullable: true, description: 'Only in this state, now.' })
  state?: VoteState | null;

  @Field(() => BallotKind, { nullable: true, description: 'Only with ballots of this kind.' })
  ballotKind?: BallotKind | null;
}

/** Which votes to list. */
@InputType({ description: 'Which votes to list; everything that is said must hold.' })
export class VoteFilter extends ParentVoteFilter {
  @Field(() => ID, { nullable: true, description: 'Only of the council with this GSS code.' })
  council?: string | null;
}

/** Which projects of a vote to list. */
@InputType({ description: 'Which projects to list; everything that is said must hold.' })
export class VoteProjectFilter {
  @Field(() => VoteProjectState, { nullable: true, description: 'Only in this state.' })
  state?: VoteProjectState | null;
}

/** What the viewer may do in a vote. */
@ObjectType({
  description:
    'What the viewer may do in a vote as it stands now; what is asked of one project, voter or paper is not in it.',
})
export class VoteViewerCan {
  @Field(() => Boolean, { description: 'Propose a project (`voteProjectPropose`).' })
  propose!: boolean;

  @Field(() => Boolean, { description: 'End the call for proposals (`voteCloseProposals`).' })
  closeProposals!: boolean;

  @Field(() => Boolean, { description: 'Assess its proposals (`voteProjectAssess`).' })
  assess!: boolean;

  @Field(() => Boolean, {
    description: 'Add to its roll and issue voting codes (`voteRollAdd`, `voteCodesIssue`).',
  })
  keepRoll!: boolean;

  @Field(() => Boolean, { description: 'Set when voting opens and closes (`voteOpenVoting`).' })
  openVoting!: boolean;

  @Field(() => Boolean, { description: 'Enter paper ballots (`ballotPaperEnter`, `ballotPaperVoterMark`).' })
  enterPaper!: boolean;

  @Field(() => Boolean, { description: 'Run its tally (`voteTally`).' })
  tally!: boolean;

  @Field(() => Boolean, { description: 'Report on the delivery of its projects (`voteProjectReport`).' })
  report!: boolean;

  @Field(() => Boolean, { description: 'Say that it is done with (`voteComplete`).' })
  complete!: boolean;

  @Field(() => Boolean, { description: 'Call it off (`voteCancel`).' })
  cancel!: boolean;
}

/** What `voteStart` answers. */
export const VoteStartPayload = payloadType('VoteStartPayload', 'vote', Vote);
/** What `voteCloseProposals` answers. */
export const VoteCloseProposalsPayload = payloadType('VoteCloseProposalsPayload', 'vote', Vote);
/** What `voteOpenVoting` answers. */
export const VoteOpenVotingPayload = payloadType('VoteOpenVotingPayload', 'vote', Vote);
/** What `voteTally` answers. */
export const VoteTallyPayload = payloadType('VoteTallyPayload', 'vote', Vote);
/** What `voteComplete` answers. */
export const VoteCompletePayload = payloadType('VoteCompletePayload', 'vote', Vote);
/** What `voteCancel` answers. */
export const VoteCancelPayload = payloadType('VoteCancelPayload', 'vote', Vote);
/** What `voteProjectPropose` answers. */
export const VoteProjectProposePayload = payloadType('VoteProjectProposePayload', 'project', VoteProject);
/** What `voteProjectWithdraw` answers. */
export const VoteProjectWithdrawPayload = payloadType('VoteProjectWithdrawPayload', 'project', VoteProject);
/** What `voteProjectAssess` answers. */
export const VoteProjectAssessPayload = payloadType('VoteProjectAssessPayload', 'project', VoteProject);
/** What `voteProjectReport` answers. */
export const VoteProjectReportPayload = payloadType('VoteProjectReportPayload', 'project', VoteProject);
