import { discardBox, leavingNothing } from '@coop/shared/ballots';
import { defineCommand, done, type Command, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { boxOf } from './ballot.queries';
import { lockHeldVote, unlessStale } from './hold-vote.command';
import {
  type ChangeInput,
  VoteCancelInput,
  VoteCloseProposalsInput,
  VoteCompleteInput,
} from './vote-inputs.types';
import { projectsOf } from './ballot-paper.queries';
import { openDeliveries } from './vote-project.rules';
import type { Vote } from './vote.entity';
import type { VoteState } from './vote.lifecycle';
import { permitInVote } from './vote.rules';
import { VOTE_RULES } from './votes.law';

interface Move<Input extends ChangeInput> {
  readonly action: 'closeProposals' | 'complete' | 'cancel';
  readonly to: VoteState;
  readonly input: new () => Input;
  /** What stands against it besides the stage. */
  problems?(tx: Tx, vote: Vote, input: Input): Promise<Problem[]> | Problem[];
  /** What it does besides. */
  after?(tx: Tx, vote: Vote): Promise<void>;
  /** What it changes besides the stage. */
  columns?(input: Input): Partial<Vote>;
}

/** A move of a vote from one stage to another. */
function moveVote<Input extends ChangeInput>(
  name: string,
  { action, to, input: type, problems, columns, after }: Move<Input>,
): Command<Input> {
  return defineCommand<Input>({
    name,
    input: type,
    async handle(tx, input) {
      const held = await lockHeldVote(tx, input.id, 'id');
      if (!held.ok) return held;
      const { vote } = held;
      const permitted = unlessStale(vote, input.expectedVersion, permitInVote(vote, action, tx.now));
      const against = (await problems?.(tx, vote, input)) ?? [];
      if (!permitted.ok) return refuse(...permitted.problems, ...against);
      if (against.length > 0) return refuse(...against);
      await tx.update(Object.assign(vote, { state: to }, columns?.(input)));
      await after?.(tx, vote);
      return done({ council: vote.gssCode, subject: vote.id, changes: { state: to } });
    },
  });
}

/** Ends the call for proposals. */
export const closeProposals = moveVote('voteCloseProposals', {
  action: 'closeProposals',
  to: 'FEASIBILITY',
  input: VoteCloseProposalsInput,
});

/** Says that everything that was chosen is delivered or given up. */
export const completeVote = moveVote('voteComplete', {
  action: 'complete',
  to: 'DELIVERED',
  input: VoteCompleteInput,
  async problems({ manager }, { id }) {
    const open = openDeliveries((await projectsOf(manager, id)).map(({ state }) => state));
    const message = `Of ${open} chosen projects it is not said that they are delivered or given up.`;
    return open > 0 ? [problem.ineligible(message, { rule: VOTE_RULES.stages })] : [];
  },
});

/** Calls a vote off. */
export const cancelVote = leavingNothing(
  moveVote('voteCancel', {
    action: 'cancel',
    to: 'CANCELLED',
    input: VoteCancelInput,
    problems: (_tx, _vote, { statementOfReasons }) =>
      statementOfReasons.trim() === ''
        ? [
            problem.invalidInput('Say why the vote is called off.', {
              path: ['statementOfReasons'],
              rule: VOTE_RULES.stages,
            }),
          ]
        : [],
    columns: ({ statementOfReasons }) => ({ statementOfReasons }),
    // What nobody will count is not kept either.
    after: (tx, vote) => discardBox(tx, boxOf(vote)),
  }),
);
