import { castBallot as putIntoBox, entryOfCode, entryOfVoter, newReceipt } from '@coop/shared/ballots';
import { callSeed, defineCommand, done } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { voteByToken } from '../access';
import { BallotCastInput } from './ballot-inputs.types';
import { boxOf } from './ballot.queries';
import { ballotProblems, contentOf } from './ballot.rules';
import { noVote } from './hold-vote.command';
import { ballotPaper } from './ballot-paper.queries';
import { shareVote } from './share-vote.queries';
import { permitInVote } from './vote.rules';
import { VOTE_RULES } from './votes.law';

/**
 * Casts a ballot. Whoever holds a voting code votes with it, with or without a token; whoever has none votes by their
 * token, when its subject stands on the roll.
 *
 * The audit trail learns that somebody voted in the vote, and nothing else: no roll entry, no ballot, no choices.
 */
export const castBallot = defineCommand({
  name: 'ballotCast',
  input: BallotCastInput,
  admitsAnybody: true,
  // The receipt is made from the caller's own key, so that the same call gets it again and nothing is kept.
  secret: { again: ({ seed }) => newReceipt(seed) },
  async handle(tx, input) {
    const { voteId, votingCode = null, choices } = input;
    const vote = await shareVote(tx.manager, voteId);
    if (!vote) return refuse(noVote());
    const may = permitInVote(vote, 'cast', tx.now);
    if (!may.ok) return may;
    const box = boxOf(vote);
    const entry =
      votingCode === null
        ? tx.demand(voteByToken, vote).length === 0
          ? await entryOfVoter(tx, box, tx.actor.subject)
          : null
        : await entryOfCode(tx, box, votingCode);
    const path = votingCode === null ? [] : ['votingCode'];
    if (!entry) return refuse(notOnTheRoll(votingCode !== null, path));
    const paper = await ballotPaper(tx.manager, vote);
    const problems = ballotProblems(paper, choices);
    if (problems.length > 0) return refuse(...problems);
    const seed = callSeed(tx.actor, input);
    const cast = await putIntoBox(tx, entry, { ...contentOf(paper, choices) }, { seed, path });
    if (!cast.ok) return cast;
    return done({ council: vote.gssCode, subject: voteId, receipt: cast.receipt });
  },
});

function notOnTheRoll(byCode: boolean, path: readonly string[]) {
  const rule = VOTE_RULES.roll;
  return byCode
    ? problem.notFound('This is no voting code of this vote. Look at each letter and digit again.', {
        path,
        rule,
      })
    : problem.notAllowed(
        'Give the voting code of your letter, or sign in as somebody who stands on the roll.',
        'a voter on the roll',
        { path: ['votingCode'], rule },
      );
}
