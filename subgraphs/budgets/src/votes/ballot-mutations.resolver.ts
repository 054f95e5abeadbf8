import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, toProblem, type RequestContext } from '@coop/shared/graphql';
import {
  BallotCastInput,
  BallotChangeInput,
  BallotWithdrawInput,
  PaperBallotDiscardInput,
  PaperBallotEnterInput,
} from './ballot-inputs.types';
import {
  BallotCastPayload,
  BallotChangePayload,
  BallotWithdrawPayload,
  PaperBallotDiscardPayload,
  PaperBallotEnterPayload,
  PaperVoterMarkPayload,
  VoteRollAddPayload,
  VotingCodesPayload,
  type IssuedVotingCode,
} from './ballot.types';
import { castBallot } from './cast-ballot.command';
import { discardPaperBallot } from './discard-paper-ballot.command';
import { enterPaperBallot } from './enter-paper-ballot.command';
import { addToRoll, issueVotingCodes, markPaperVoter, replaceVotingCode } from './keep-roll.command';
import { changeBallot, withdrawBallot } from './rewrite-ballot.command';
import {
  PaperVoterMarkInput,
  VoteRollAddInput,
  VotingCodeReplaceInput,
  VotingCodesIssueInput,
} from './roll-inputs.types';
import type { PaperBallotState } from './vote.enums';
import { voteById } from './vote.queries';

/** What a command answered: its receipt, or its problems. */
type Result = Awaited<ReturnType<typeof castBallot.run>>;

const problemsOf = (result: Result) => (result.ok ? [] : result.problems.map(toProblem));
const receiptOf = (result: Result) => (result.ok ? (result.receipt ?? null) : null);

/** What is done about rolls and ballots. */
@Resolver()
export class BallotMutations {
  @Mutation(() => BallotCastPayload, {
    description:
      'Casts a ballot: for whoever holds a voting code of the vote, without a token, or whose token stands on its roll. It answers a receipt and nothing else.',
  })
  async ballotCast(
    @Arg('input', () => BallotCastInput, { description: 'In which vote, by which code, and what it says.' })
    input: BallotCastInput,
    @Ctx() context: RequestContext,
  ): Promise<BallotCastPayload> {
    const result = await castBallot.run(context, input);
    return { receipt: receiptOf(result) as string | null, problems: problemsOf(result) };
  }

  @Mutation(() => BallotChangePayload, {
    description: 'Makes a ballot say something else, until the close: for whoever has its receipt.',
  })
  ballotChange(
    @Arg('input', () => BallotChangeInput, { description: 'Which ballot, and what it says now.' })
    input: BallotChangeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, changeBallot, input, 'vote', voteById);
  }

  @Mutation(() => BallotWithdrawPayload, {
    description:
      'Withdraws a ballot, until the close: for whoever has its receipt. The voter has no second ballot; this one can be changed to count again.',
  })
  ballotWithdraw(
    @Arg('input', () => BallotWithdrawInput, { description: 'Which ballot.' }) input: BallotWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawBallot, input, 'vote', voteById);
  }

  @Mutation(() => VoteRollAddPayload, {
    description:
      'Puts residents on the roll of a vote: for an officer of the council. Ward and birthday are held against the rules of the vote and not kept.',
  })
  voteRollAdd(
    @Arg('input', () => VoteRollAddInput, { description: 'Which vote, and whom.' }) input: VoteRollAddInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, addToRoll, input, 'vote', voteById);
  }

  @Mutation(() => VotingCodesPayload, {
    description:
      'Makes voting codes for voters who have none: for an officer of the council, who has them printed. Shown once.',
  })
  async votingCodesIssue(
    @Arg('input', () => VotingCodesIssueInput, { description: 'Which vote, and for how many voters.' })
    input: VotingCodesIssueInput,
    @Ctx() context: RequestContext,
  ): Promise<VotingCodesPayload> {
    const result = await issueVotingCodes.run(context, input);
    return { codes: receiptOf(result) as IssuedVotingCode[] | null, problems: problemsOf(result) };
  }

  @Mutation(() => VotingCodesPayload, {
    description:
      'Gives a voter who has not voted another voting code in place of the one they lost: for an officer of the council. Shown once.',
  })
  async votingCodeReplace(
    @Arg('input', () => VotingCodeReplaceInput, { description: 'Which vote, and which voter.' })
    input: VotingCodeReplaceInput,
    @Ctx() context: RequestContext,
  ): Promise<VotingCodesPayload> {
    const result = await replaceVotingCode.run(context, input);
    return { codes: receiptOf(result) as IssuedVotingCode[] | null, problems: problemsOf(result) };
  }

  @Mutation(() => PaperVoterMarkPayload, {
    description:
      'Notes that a voter has voted on paper, when the outer envelope is opened: for an officer of the council. Shuffle the papers before they are entered.',
  })
  paperVoterMark(
    @Arg('input', () => PaperVoterMarkInput, { description: 'Which vote, and which voter.' })
    input: PaperVoterMarkInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, markPaperVoter, input, 'vote', voteById);
  }

  @Mutation(() => PaperBallotEnterPayload, {
    description:
      'Enters what one of two people reads on a paper ballot: for officers of the council. It counts when a second officer reads the same.',
  })
  async paperBallotEnter(
    @Arg('input', () => PaperBallotEnterInput, { description: 'Which vote, which paper, and what it says.' })
    input: PaperBallotEnterInput,
    @Ctx() context: RequestContext,
  ): Promise<PaperBallotEnterPayload> {
    const result = await enterPaperBallot.run(context, input);
    return { state: receiptOf(result) as PaperBallotState | null, problems: problemsOf(result) };
  }
  @Mutation(() => PaperBallotDiscardPayload, {
    description:
      'Discards a paper ballot that was entered once and waits: for an officer of the council other than the one who entered it.',
  })
  paperBallotDiscard(
    @Arg('input', () => PaperBallotDiscardInput, { description: 'Which vote, which paper, and why.' })
    input: PaperBallotDiscardInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, discardPaperBallot, input, 'vote', voteById);
  }
}
