import { defineLoader } from '@coop/shared/graphql';
import { In, type EntityManager } from 'typeorm';
import type { BallotPaper } from './ballot.rules';
import { NO_NUMBER, VoteProject } from './vote-project.entity';
import type { Vote } from './vote.entity';

/** The projects of a vote, those on the ballot paper first and in its order. */
export function projectsOf(manager: EntityManager, voteId: string): Promise<VoteProject[]> {
  return manager.find(VoteProject, { where: { voteId }, order: { number: 'ASC', id: 'ASC' } });
}

/** The projects on the ballot papers of several votes, each paper's in its order. */
async function onPapersOf(manager: EntityManager, voteIds: readonly string[]): Promise<VoteProject[]> {
  const order = { voteId: 'ASC', number: 'ASC' } as const;
  const rows = await manager.find(VoteProject, { where: { voteId: In([...voteIds]) }, order });
  return rows.filter(({ number }) => number !== NO_NUMBER);
}

/** The projects on the ballot paper of a vote, in its order. */
export const projectsOnPaper = (manager: EntityManager, voteId: string): Promise<VoteProject[]> =>
  onPapersOf(manager, [voteId]);

/** The same for a request, which reads the papers of several votes at once. */
export const ballotPaperOf = defineLoader<string, VoteProject[]>(async (ids, { database }) => {
  const rows = await onPapersOf(database.reader, ids);
  return ids.map((id) => rows.filter(({ voteId }) => voteId === id));
});

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
