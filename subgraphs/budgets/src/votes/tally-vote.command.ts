import { closeBox, papersWaiting } from '@coop/shared/ballots';
import { defineCommand, done, type Tx } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { boxOf, contentsOf } from './ballot.queries';
import { lockHeldVote, unlessStale } from './hold-vote.command';
import { tallyVote as tallyBy, type ProjectResult } from './tally.rules';
import { VoteTallyInput } from './vote-inputs.types';
import { paperOf } from './vote-locks.queries';
import type { VoteProject } from './vote-project.entity';
import type { Vote } from './vote.entity';
import { mayTally } from './vote.rules';

/** Closes the box of a vote for good, counts, and writes down who won and why; for the demo world too. */
export async function countVote(tx: Tx, vote: Vote): Promise<void> {
  const ballotsCounted = await closeBox(tx, boxOf(vote));
  const paper = await paperOf(tx.manager, vote.id);
  const { spentPence, results } = tallyBy(vote, paper, await contentsOf(tx.manager, vote));
  for (const project of paper) await tx.update(Object.assign(project, columnsOf(project, results)));
  const { now: talliedAt } = tx;
  await tx.update(Object.assign(vote, { state: 'DELIVERY', talliedAt, ballotsCounted, spentPence }));
}

function columnsOf(
  { number }: VoteProject,
  results: ReadonlyMap<number, ProjectResult>,
): Partial<VoteProject> {
  const result = results.get(number);
  if (!result) throw new Error(`The tally says nothing of project ${number}.`);
  const { funded, order: fundedOrder, support, votes, explanation } = result;
  return { state: funded ? 'CHOSEN' : 'NOT_CHOSEN', fundedOrder, support, votes, explanation };
}

/** Runs the tally after the close. */
export const tallyVote = defineCommand({
  name: 'voteTally',
  input: VoteTallyInput,
  async handle(tx, { id, expectedVersion }) {
    const held = await lockHeldVote(tx, id, 'id');
    if (!held.ok) return held;
    const { vote } = held;
    const decision = mayTally(vote, await papersWaiting(tx, boxOf(vote)), tx.now);
    const may = unlessStale(vote, expectedVersion, decision);
    if (!may.ok) return refuse(...may.problems);
    await countVote(tx, vote);
    const { state, ballotsCounted, spentPence } = vote;
    return done({ council: vote.gssCode, subject: id, changes: { state, ballotsCounted, spentPence } });
  },
});
