import { enterPaper, leavingNothing } from '@coop/shared/ballots';
import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { BallotPaperEnterInput } from './ballot-inputs.types';
import { ballotPaper } from './ballot-paper.queries';
import { boxOf } from './ballot.queries';
import { ballotProblems, contentOf } from './ballot.rules';
import { lockHeldVote } from './hold-vote.command';
import { permitInVote } from './vote.rules';
import { VOTE_RULES } from './votes.law';

/** Enters what one of two people reads on a paper ballot. */
export const enterPaperBallot = leavingNothing(
  defineCommand({
    name: 'ballotPaperEnter',
    input: BallotPaperEnterInput,
    // What was read stays out of every record, like any other ballot.
    secret: {
      again: () =>
        refuse(
          problem.ineligible('This entry was made already; how far the paper has come may have changed.', {
            path: ['idempotencyKey'],
            rule: VOTE_RULES.paper,
          }),
        ),
    },
    async handle(tx, { voteId, number, choices }) {
      const held = await lockHeldVote(tx, voteId);
      if (!held.ok) return held;
      const { vote } = held;
      const permitted = permitInVote(vote, 'enterPaper', tx.now);
      if (!permitted.ok) return permitted;
      const paper = await ballotPaper(tx.manager, vote);
      const problems = ballotProblems(paper, choices);
      if (number.trim() === '')
        problems.push(
          problem.invalidInput('Give the number that is written on the paper.', {
            path: ['number'],
            rule: VOTE_RULES.paper,
          }),
        );
      if (problems.length > 0) return refuse(...problems);
      const entered = await enterPaper(tx, boxOf(vote), {
        number: number.trim(),
        content: { ...contentOf(paper, choices) },
      });
      if (!entered.ok) return entered;
      const { id, state } = entered;
      return done({ council: vote.gssCode, subject: voteId, changes: { paper: id, state }, receipt: state });
    },
  }),
);
