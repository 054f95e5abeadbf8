import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { ownSubmission } from '../access';
import { lockWithAsset } from '../nominations/locked.queries';
import { CompensationClaim } from './compensation-claim.entity';
import { CompensationClaimWithdrawInput } from './compensation-inputs.types';
import { withdrawCompensationClaim as withdraw } from './compensation.rules';

/** Takes a claim for compensation back. */
export const withdrawCompensationClaim = defineCommand({
  name: 'compensationClaimWithdraw',
  input: CompensationClaimWithdrawInput,
  async handle(tx, { id, expectedVersion }) {
    const locked = await lockWithAsset(tx, CompensationClaim, id);
    if (!locked) return refuse(problem.notFound('There is no such claim.', { path: ['id'] }));
    const { row: claim } = locked;
    const denied = tx.demand(ownSubmission, claim);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(claim, expectedVersion);
    const decision = withdraw(claim.state);
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    await tx.update(Object.assign(claim, { state: decision.state }));
    const changes = { asset: claim.assetId, state: decision.state };
    return done({ council: claim.gssCode, subject: id, changes });
  },
});
