import type { EntityManager } from 'typeorm';
import type { BallotPaper } from './ballot.rules';
import { NO_NUMBER, VoteProject } from './vote-project.entity';
import type { Vote } from './vote.entity';

/** The projects of a vote, those on the ballot paper first and in its order. */
export function projectsOf(manager: EntityManager, voteId: string): Promise<VoteProject[]> {
  return manager.find(VoteProject, { where: { voteId }, order: { number: 'ASC', id: 'ASC' } });
}

/** The projects on the ballot paper of a vote, in its order. */
export async function projectsOnPaper(manager: EntityManager, voteId: string): Promise<VoteProject[]> {
  return (await projectsOf(manager, voteId)).filter(({ number }) => number !== NO_NUMBER);
}

/** The ballot paper of a vote, as the rules for ballots take it. */
export async function ballotPaper(
  manager: EntityManager,
  { id, ballotKind, budgetPence, mostChoices, points }: Vote,
): Promise<BallotPaper> {
  const projects = await projectsOnPaper(manager, id);
  return {
    kind: ballotKind,
    budgetPence,
    mostChoices,
    points,
    projects: new Map(projects.map((project) => [project.id, project])),
  };
}
