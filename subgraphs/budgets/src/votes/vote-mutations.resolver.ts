import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { assessProject, reportProject } from './assess-project.command';
import { cancelVote, closeProposals, completeVote } from './move-vote.command';
import { openVoting } from './open-voting.command';
import { proposeProject, withdrawProject } from './propose-project.command';
import { startVote } from './start-vote.command';
import { tallyVote } from './tally-vote.command';
import {
  VoteStartInput,
  VoteCloseProposalsInput,
  VoteOpenVotingInput,
  VoteTallyInput,
  VoteCompleteInput,
  VoteCancelInput,
  VoteProjectProposeInput,
  VoteProjectWithdrawInput,
  VoteProjectAssessInput,
  VoteProjectReportInput,
} from './vote-inputs.types';
import { voteById, voteProjectById } from './vote.queries';
import {
  VoteStartPayload,
  VoteCloseProposalsPayload,
  VoteOpenVotingPayload,
  VoteTallyPayload,
  VoteCompletePayload,
  VoteCancelPayload,
  VoteProjectProposePayload,
  VoteProjectWithdrawPayload,
  VoteProjectAssessPayload,
  VoteProjectReportPayload,
} from './vote.types';

/** What is done about votes and their projects. */
@Resolver()
export class VoteMutations {
  @Mutation(() => VoteStartPayload, {
    description: 'Begins a vote with a call for proposals: for an officer of the council.',
  })
  voteStart(
    @Arg('input', () => VoteStartInput, { description: 'What it decides on, how, and who may vote.' })
    input: VoteStartInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, startVote, input, 'vote', voteById);
  }

  @Mutation(() => VoteCloseProposalsPayload, {
    description: 'Ends the call for proposals: for an officer of the council.',
  })
  voteCloseProposals(
    @Arg('input', () => VoteCloseProposalsInput, { description: 'Which vote.' })
    input: VoteCloseProposalsInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, closeProposals, input, 'vote', voteById);
  }

  @Mutation(() => VoteOpenVotingPayload, {
    description:
      'Sets when voting opens and closes, and numbers the ballot paper: for an officer of the council, once every proposal is assessed.',
  })
  voteOpenVoting(
    @Arg('input', () => VoteOpenVotingInput, { description: 'Which vote, and the two instants.' })
    input: VoteOpenVotingInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, openVoting, input, 'vote', voteById);
  }

  @Mutation(() => VoteTallyPayload, {
    description:
      "Closes the box for good, counts and allocates the budget by the vote's rule: for an officer of the council, after the close.",
  })
  voteTally(
    @Arg('input', () => VoteTallyInput, { description: 'Which vote.' }) input: VoteTallyInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, tallyVote, input, 'vote', voteById);
  }

  @Mutation(() => VoteCompletePayload, {
    description: 'Says that everything chosen is delivered or given up: for an officer of the council.',
  })
  voteComplete(
    @Arg('input', () => VoteCompleteInput, { description: 'Which vote.' }) input: VoteCompleteInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, completeVote, input, 'vote', voteById);
  }

  @Mutation(() => VoteCancelPayload, {
    description: 'Calls a vote off, with the reasons: for an officer of the council, before the tally.',
  })
  voteCancel(
    @Arg('input', () => VoteCancelInput, { description: 'Which vote, and why.' }) input: VoteCancelInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, cancelVote, input, 'vote', voteById);
  }

  @Mutation(() => VoteProjectProposePayload, {
    description: 'Proposes a project: for residents and councillors of the council, groups, and officers who write it down for them.',
  })
  voteProjectPropose(
    @Arg('input', () => VoteProjectProposeInput, {
      description: 'In which vote, what, and what it might cost in pence.',
    })
    input: VoteProjectProposeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, proposeProject, input, 'project', voteProjectById);
  }

  @Mutation(() => VoteProjectWithdrawPayload, {
    description: 'Takes a proposal back: for whoever proposed it, before it is assessed.',
  })
  voteProjectWithdraw(
    @Arg('input', () => VoteProjectWithdrawInput, { description: 'Which project.' })
    input: VoteProjectWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawProject, input, 'project', voteProjectById);
  }

  @Mutation(() => VoteProjectAssessPayload, {
    description:
      'Says whether a proposal can be done, what it costs, and why: for an officer of the council.',
  })
  voteProjectAssess(
    @Arg('input', () => VoteProjectAssessInput, {
      description: 'Which project, and what was found; the cost in pence.',
    })
    input: VoteProjectAssessInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, assessProject, input, 'project', voteProjectById);
  }

  @Mutation(() => VoteProjectReportPayload, {
    description: 'Says how the delivery of a chosen project stands: for an officer of the council.',
  })
  voteProjectReport(
    @Arg('input', () => VoteProjectReportInput, { description: 'Which project, and how it stands.' })
    input: VoteProjectReportInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, reportProject, input, 'project', voteProjectById);
  }
}
