import { defineCommand, done } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { lockHeldVote, unlessStale } from './hold-vote.command';
import { VoteOpenVotingInput } from './vote-inputs.types';
import { projectsOf } from './ballot-paper.queries';
import { openVoting as mayOpen } from './vote.rules';

/** Sets when voting opens and closes, and numbers the projects of the ballot paper in the order of proposing. */
export const openVoting = defineCommand({
  name: 'voteOpenVoting',
  input: VoteOpenVotingInput,
  async handle(tx, { id, expectedVersion, closesAt, opensAt }) {
    const held = await lockHeldVote(tx, id, 'id');
    if (!held.ok) return held;
    const { vote } = held;
    const projects = await projectsOf(tx.manager, id);
    const feasible = projects.filter(({ state }) => state === 'FEASIBLE');
    const undecided = projects.filter(({ state }) => state === 'PROPOSED').length;
    const opens = opensAt ?? tx.now;
    const facts = { undecided, feasible: feasible.length, opensAt: opens, closesAt };
    const decision = unlessStale(vote, expectedVersion, mayOpen(vote, facts, tx.now));
    if (!decision.ok) return refuse(...decision.problems);
    for (const [index, project] of feasible.entries())
      await tx.update(Object.assign(project, { number: index + 1 }));
    await tx.update(Object.assign(vote, { state: 'VOTING', opensAt: opens, closesAt }));
    const changes = { state: 'VOTING', opensAt: opens.toISOString(), closesAt: closesAt.toISOString() };
    return done({ council: vote.gssCode, subject: id, changes: { ...changes, projects: feasible.length } });
  },
});
