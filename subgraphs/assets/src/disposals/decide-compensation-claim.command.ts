import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import { lockWithAsset } from '../nominations/locked.queries';
import { CompensationClaim } from './compensation-claim.entity';
import { CompensationClaimDecideInput } from './compensation-inputs.types';
import { decideCompensationClaim as decideClaim } from './compensation.rules';

/** Decides on a claim for compensation, with written reasons whatever the amount. */
export const decideCompensationClaim = defineCommand({
  name: 'compensationClaimDecide',
  input: CompensationClaimDecideInput,
  async handle(tx, { id, expectedVersion, awardedPence, statementOfReasons }) {
    const locked = await lockWithAsset(tx, CompensationClaim, id);
    if (!locked) return refuse(problem.notFound('There is no such claim.', { path: ['id'] }));
    const { row: claim } = locked;
    const denied = tx.demand(decideForCouncil, claim);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(claim, expectedVersion);
    const decision = decideClaim(claim, { awardedPence, statementOfReasons });
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    const { state } = decision;
    await tx.update(Object.assign(claim, { state, awardedPence, statementOfReasons, decidedOn: tx.today }));
    const changes = { asset: claim.assetId, state, awardedPence };
    return done({ council: claim.gssCode, subject: id, changes });
  },
});
