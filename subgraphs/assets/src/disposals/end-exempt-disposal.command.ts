import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import { lockWithAsset } from '../nominations/locked.queries';
import { ExemptDisposalEndInput } from './disposal-inputs.types';
import { ExemptDisposal } from './exempt-disposal.entity';
import { endExemption } from './exemptions.rules';

/** Ends an exemption: its disposal was made or given up. */
export const endExemptDisposal = defineCommand({
  name: 'exemptDisposalEnd',
  input: ExemptDisposalEndInput,
  async handle(tx, { id, expectedVersion, endedOn }) {
    const locked = await lockWithAsset(tx, ExemptDisposal, id);
    if (!locked) return refuse(problem.notFound('There is no such exempt disposal.', { path: ['id'] }));
    const { row: exemption } = locked;
    const denied = tx.demand(decideForCouncil, exemption);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(exemption, expectedVersion);
    const decision = endExemption(exemption, endedOn, tx.today);
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    await tx.update(Object.assign(exemption, { endedOn }));
    const changes = { asset: exemption.assetId, ground: exemption.ground, endedOn };
    return done({ council: exemption.gssCode, subject: id, changes });
  },
});
