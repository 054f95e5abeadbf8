import { actorKey } from '@coop/shared/access';
import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { ownProposal, proposeProject as mayPropose } from '../access';
import { noVote, unlessStale } from './hold-vote.command';
import { VoteProjectProposeInput, VoteProjectWithdrawInput } from './vote-inputs.types';
import { NO_NUMBER, VoteProject } from './vote-project.entity';
import { voteProjectLifecycle } from './vote-project.lifecycle';
import { Vote } from './vote.entity';
import { permitInVote } from './vote.rules';
import { VOTE_RULES } from './votes.law';

/** Proposes a project. */
export const proposeProject = defineCommand({
  name: 'voteProjectPropose',
  input: VoteProjectProposeInput,
  async handle(tx, { voteId, name, description, estimatePence }) {
    const vote = await tx.lock(Vote, voteId);
    if (!vote) return refuse(noVote());
    const denied = tx.demand(mayPropose, vote);
    if (denied.length > 0) return refuse(...denied);
    const permitted = permitInVote(vote, 'propose', tx.now);
    const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
    for (const [field, text] of Object.entries({ name, description }))
      if (text.trim() === '')
        problems.push(
          problem.invalidInput('Say what is to be done.', { path: [field], rule: VOTE_RULES.stages }),
        );
    if (problems.length > 0) return refuse(...problems);
    const project = await tx.insert(VoteProject, {
      id: tx.newId('voteproject'),
      gssCode: vote.gssCode,
      voteId,
      name,
      description,
      costPence: estimatePence ?? 0,
      state: voteProjectLifecycle.initial,
      number: NO_NUMBER,
      proposedBy: actorKey(tx.actor),
      proposedOn: tx.today,
      illustrative: false,
    });
    const changes = { vote: voteId, name, state: project.state };
    return done({ council: vote.gssCode, subject: project.id, changes });
  },
});

/** Takes a proposal back. */
export const withdrawProject = defineCommand({
  name: 'voteProjectWithdraw',
  input: VoteProjectWithdrawInput,
  async handle(tx, { id, expectedVersion }) {
    const project = await tx.lock(VoteProject, id);
    if (!project) return refuse(problem.notFound('There is no such project.', { path: ['id'] }));
    const denied = tx.demand(ownProposal, project);
    if (denied.length > 0) return refuse(...denied);
    const permitted = voteProjectLifecycle.permit('withdraw', project.state, VOTE_RULES.stages);
    const may = unlessStale(project, expectedVersion, permitted);
    if (!may.ok) return refuse(...may.problems);
    await tx.update(Object.assign(project, { state: 'WITHDRAWN' }));
    const changes = { vote: project.voteId, state: 'WITHDRAWN' };
    return done({ council: project.gssCode, subject: id, changes });
  },
});
