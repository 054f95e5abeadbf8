import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, toProblem, type RequestContext } from '@coop/shared/graphql';
import {
  BallotCastInput,
  BallotChangeInput,
  BallotWithdrawInput,
  BallotPaperDiscardInput,
  BallotPaperEnterInput,
} from './ballot-inputs.types';
import {
  BallotCastPayload,
  BallotChangePayload,
  BallotWithdrawPayload,
  BallotPaperDiscardPayload,
  BallotPaperEnterPayload,
  BallotPaperVoterMarkPayload,
  VoteRollAddPayload,
  VoteCodeReplacePayload,
  VoteCodesIssuePayload,
  type IssuedVotingCode,
} from './ballot.types';
import { castBallot } from './cast-ballot.command';
import { discardPaperBallot } from './discard-paper-ballot.command';
import { enterPaperBallot } from './enter-paper-ballot.command';
import { addToRoll, issueVotingCodes, markPaperVoter, replaceVotingCode } from './keep-roll.command';
import { changeBallot, withdrawBallot } from './rewrite-ballot.command';
import {
  BallotPaperVoterMarkInput,
  VoteRollAddInput,
  VoteCodeReplaceInput,
  VoteCodesIssueInput,
} from './roll-inputs.types';
import type { PaperBallotState } from './vote.enums';
import { voteById } from './vote.queries';

/** What a command answered: its receipt, or its problems. */
type Result = Awaited<ReturnType<typeof castBallot.run>>;

const problemsOf = (result: Result) => (result.ok ? [] : result.problems.map(toProblem));
const receiptOf = (result: Result) => (result.ok ? (result.receipt ?? null) : null);

/** What is answered when a ballot was made to say something else, or nothing. */
async function rewritten(context: RequestContext, result: Result) {
  // Whatever this request had read before the command is no longer certain.
  context.cache.clear();
  const vote = result.ok ? await voteById.load(context, result.subject) : null;
  return { vote, problems: problemsOf(result) };
}

/** What is done about rolls and ballots. */
@Resolver()
export class BallotMutations {
  @Mutation(() => BallotCastPayload, {
    description:
      'Casts a ballot: for whoever holds a voting code of the vote, without a token, or whose token stands on its roll. It answers a receipt and never what the ballot says.',
  })
  async ballotCast(
    @Arg('input', () => BallotCastInput, { description: 'In which vote, by which code, and what it says.' })
    input: BallotCastInput,
    @Ctx() context: RequestContext,
  ): Promise<BallotCastPayload> {
    const result = await castBallot.run(context, input);
    context.cache.clear();
    return { receipt: receiptOf(result) as string | null, problems: problemsOf(result) };
  }

  @Mutation(() => BallotChangePayload, {
    description: 'Makes a ballot say something else, until the close: for whoever has its receipt.',
  })
  async ballotChange(
    @Arg('input', () => BallotChangeInput, { description: 'Which ballot, and what it says now.' })
    input: BallotChangeInput,
    @Ctx() context: RequestContext,
  ): Promise<BallotChangePayload> {
    return rewritten(context, await changeBallot.run(context, input));
  }

  @Mutation(() => BallotWithdrawPayload, {
    description:
      'Withdraws a ballot, until the close: for whoever has its receipt. The voter has no second ballot; this one can be changed to count again.',
  })
  async ballotWithdraw(
    @Arg('input', () => BallotWithdrawInput, { description: 'Which ballot.' }) input: BallotWithdrawInput,
    @Ctx() context: RequestContext,
  ): Promise<BallotWithdrawPayload> {
    return rewritten(context, await withdrawBallot.run(context, input));
  }

  @Mutation(() => VoteRollAddPayload, {
    description:
      'Puts residents on the roll of a vote: for an officer of the council. Ward and birthday are held against the rules of the vote and not kept. Who is added once voting is set is counted and published (`votersAddedWhileOpen`).',
  })
  voteRollAdd(
    @Arg('input', () => VoteRollAddInput, { description: 'Which vote, and whom.' }) input: VoteRollAddInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, addToRoll, input, 'vote', voteById);
  }

  @Mutation(() => VoteCodesIssuePayload, {
    description:
      'Makes voting codes for voters who have none: for an officer of the council, who has them printed. Shown once.',
  })
  async voteCodesIssue(
    @Arg('input', () => VoteCodesIssueInput, { description: 'Which vote, and for how many voters.' })
    input: VoteCodesIssueInput,
    @Ctx() context: RequestContext,
  ): Promise<VoteCodesIssuePayload> {
    const result = await issueVotingCodes.run(context, input);
    return { codes: receiptOf(result) as IssuedVotingCode[] | null, problems: problemsOf(result) };
  }

  @Mutation(() => VoteCodeReplacePayload, {
    description:
      'Gives a voter who has not voted another voting code in place of the one they lost: for an officer of the council. Shown once. Where the voter has voted, the refusal says so, and is put on the audit trail without naming the voter.',
  })
  async voteCodeReplace(
    @Arg('input', () => VoteCodeReplaceInput, { description: 'Which vote, and which voter.' })
    input: VoteCodeReplaceInput,
    @Ctx() context: RequestContext,
  ): Promise<VoteCodeReplacePayload> {
    const result = await replaceVotingCode.run(context, input);
    return { codes: receiptOf(result) as IssuedVotingCode[] | null, problems: problemsOf(result) };
  }

  @Mutation(() => BallotPaperVoterMarkPayload, {
    description:
      'Notes that a voter has voted on paper, when the outer envelope is opened: for an officer of the council. Shuffle the papers before they are entered. Where the voter has voted, the refusal says so, and is put on the audit trail without naming the voter.',
  })
  ballotPaperVoterMark(
    @Arg('input', () => BallotPaperVoterMarkInput, { description: 'Which vote, and which voter.' })
    input: BallotPaperVoterMarkInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, markPaperVoter, input, 'vote', voteById);
  }

  @Mutation(() => BallotPaperEnterPayload, {
    description:
      'Enters what one of two people reads on a paper ballot: for officers of the council. It counts when a second officer reads the same.',
  })
  async ballotPaperEnter(
    @Arg('input', () => BallotPaperEnterInput, { description: 'Which vote, which paper, and what it says.' })
    input: BallotPaperEnterInput,
    @Ctx() context: RequestContext,
  ): Promise<BallotPaperEnterPayload> {
    const result = await enterPaperBallot.run(context, input);
    return { state: receiptOf(result) as PaperBallotState | null, problems: problemsOf(result) };
  }

  @Mutation(() => BallotPaperDiscardPayload, {
    description:
      'Discards a paper ballot that was entered once and waits: for an officer of the council other than the one who entered it.',
  })
  ballotPaperDiscard(
    @Arg('input', () => BallotPaperDiscardInput, { description: 'Which vote, which paper, and why.' })
    input: BallotPaperDiscardInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, discardPaperBallot, input, 'vote', voteById);
  }
}
