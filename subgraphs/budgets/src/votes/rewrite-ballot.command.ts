import { boxOfReceipt, rewriteBallot } from '@coop/shared/ballots';
import { defineCommand, done, type JsonValue, type Outcome, type Tx } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { BallotChangeInput, BallotWithdrawInput } from './ballot-inputs.types';
import { ballotPaper } from './ballot-paper.queries';
import { ballotProblems, contentOf, type BallotChoice } from './ballot.rules';
import { noVote } from './hold-vote.command';
import { shareVote } from './share-vote.queries';
import { permitInVote } from './vote.rules';

/** Makes the ballot of a receipt say something else, or nothing. */
async function rewrite(tx: Tx, receipt: string, choices: readonly BallotChoice[] | null): Promise<Outcome> {
  const box = await boxOfReceipt(tx.manager, receipt);
  if (!box.ok) return box;
  const vote = await shareVote(tx.manager, box.box);
  if (!vote) return refuse(noVote('receipt'));
  const may = permitInVote(vote, 'cast', tx.now);
  if (!may.ok) return may;
  let content: JsonValue | null = null;
  if (choices) {
    const paper = await ballotPaper(tx.manager, vote);
    const problems = ballotProblems(paper, choices);
    if (problems.length > 0) return refuse(...problems);
    content = { ...contentOf(paper, choices) };
  }
  const written = await rewriteBallot(tx, receipt, content);
  return written.ok ? done({ council: vote.gssCode, subject: vote.id }) : written;
}

/** Changes a ballot. The audit trail learns that a ballot of the vote was changed. */
export const changeBallot = defineCommand({
  name: 'ballotChange',
  input: BallotChangeInput,
  admitsAnybody: true,
  secret: { again: () => null },
  handle: (tx, { receipt, choices }) => rewrite(tx, receipt, choices),
});

/** Withdraws a ballot. */
export const withdrawBallot = defineCommand({
  name: 'ballotWithdraw',
  input: BallotWithdrawInput,
  admitsAnybody: true,
  secret: { again: () => null },
  handle: (tx, { receipt }) => rewrite(tx, receipt, null),
});
