import { defineCommand, done, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Decision } from '@coop/shared/problems';
import { holdVote } from '../access';
import { noVote, unlessStale } from './hold-vote.command';
import { VoteProjectAssessInput, VoteProjectReportInput } from './vote-inputs.types';
import { VoteProject } from './vote-project.entity';
import { assessProject as assessBy, reportProgress } from './vote-project.rules';
import { Vote } from './vote.entity';
import { permitInVote } from './vote.rules';

/** Locks a project and, before it, its vote: the vote is what stages and ballots wait for. */
async function lockProject(
  tx: Tx,
  id: string,
): Promise<Decision<{ readonly project: VoteProject; readonly vote: Vote }>> {
  const found = await tx.manager.findOneBy(VoteProject, { id });
  const vote = found ? await tx.lock(Vote, found.voteId) : null;
  if (!vote)
    return refuse(found ? noVote('id') : problem.notFound('There is no such project.', { path: ['id'] }));
  const denied = tx.demand(holdVote, vote);
  if (denied.length > 0) return refuse(...denied);
  const project = await tx.lock(VoteProject, id);
  return project
    ? { ok: true, project, vote }
    : refuse(problem.notFound('There is no such project.', { path: ['id'] }));
}

/** Says whether a proposal can be done, and what it costs. */
export const assessProject = defineCommand({
  name: 'voteProjectAssess',
  input: VoteProjectAssessInput,
  async handle(tx, { id, expectedVersion, isFeasible, costPence = null, statementOfReasons }) {
    const locked = await lockProject(tx, id);
    if (!locked.ok) return locked;
    const { project, vote } = locked;
    const stage = permitInVote(vote, 'assess', tx.now);
    const decision = assessBy(project, { isFeasible, costPence, statementOfReasons }, vote.budgetPence);
    const may = unlessStale(project, expectedVersion, decision);
    if (!stage.ok) return refuse(...stage.problems, ...(may.ok ? [] : may.problems));
    if (!may.ok) return refuse(...may.problems);
    const { state, costPence: cost } = may;
    await tx.update(
      Object.assign(project, { state, costPence: cost, statementOfReasons, assessedOn: tx.today }),
    );
    const changes = { vote: vote.id, state, costPence: cost };
    return done({ council: vote.gssCode, subject: id, changes });
  },
});

/** Says how the delivery of a chosen project stands. */
export const reportProject = defineCommand({
  name: 'voteProjectReport',
  input: VoteProjectReportInput,
  async handle(tx, { id, expectedVersion, progress, note }) {
    const locked = await lockProject(tx, id);
    if (!locked.ok) return locked;
    const { project, vote } = locked;
    const stage = permitInVote(vote, 'report', tx.now);
    const may = unlessStale(project, expectedVersion, reportProgress(project.state, progress, note));
    if (!stage.ok) return refuse(...stage.problems, ...(may.ok ? [] : may.problems));
    if (!may.ok) return refuse(...may.problems);
    await tx.update(Object.assign(project, { state: may.state, progressNote: note, progressOn: tx.today }));
    const changes = { vote: vote.id, state: may.state };
    return done({ council: vote.gssCode, subject: id, changes });
  },
});
