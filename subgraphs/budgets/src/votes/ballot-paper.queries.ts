import type { EntityManager } from 'typeorm';
import type { BallotPaper } from './ballot.rules';
import { paperOf } from './vote-locks.queries';
import type { Vote } from './vote.entity';

/** The ballot paper of a vote, as the rules for ballots take it. */
export async function paperFor(
  manager: EntityManager,
  { id, ballotKind, budgetPence, mostChoices, points }: Vote,
): Promise<BallotPaper> {
  const projects = await paperOf(manager, id);
  return {
    kind: ballotKind,
    budgetPence,
    mostChoices,
    points,
    projects: new Map(projects.map((project) => [project.id, project])),
  };
}
