import { discardPaper, leavingNothing } from '@coop/shared/ballots';
import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { BallotPaperDiscardInput } from './ballot-inputs.types';
import { boxOf } from './ballot.queries';
import { lockHeldVote } from './hold-vote.command';
import { permitInVote } from './vote.rules';
import { VOTE_RULES } from './votes.law';

/** Discards a paper that one officer has entered, by another officer. The trail learns why, and not what it said. */
export const discardPaperBallot = leavingNothing(
  defineCommand({
    name: 'ballotPaperDiscard',
    input: BallotPaperDiscardInput,
    async handle(tx, { voteId, number, statementOfReasons }) {
      const held = await lockHeldVote(tx, voteId);
      if (!held.ok) return held;
      const { vote } = held;
      const permitted = permitInVote(vote, 'enterPaper', tx.now);
      const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
      const reason = statementOfReasons.trim();
      if (reason === '')
        problems.push(
          problem.invalidInput('Say why the paper is discarded.', {
            path: ['statementOfReasons'],
            rule: VOTE_RULES.paper,
          }),
        );
      if (problems.length > 0) return refuse(...problems);
      const discarded = await discardPaper(tx, boxOf(vote), number.trim());
      if (!discarded.ok) return discarded;
      const changes = { paper: discarded.id, state: 'DISCARDED', reason };
      return done({ council: vote.gssCode, subject: voteId, changes });
    },
  }),
);
