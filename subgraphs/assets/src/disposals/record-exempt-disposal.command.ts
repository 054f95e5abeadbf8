import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import { listingsOfLocked, lockAsset } from '../nominations/locked.queries';
import { ExemptDisposalRecordInput } from './disposal-inputs.types';
import { ExemptDisposal } from './exempt-disposal.entity';
import { recordExemption } from './exemptions.rules';

/** Records that a disposal of listed land is exempt (Localism Act 2011 s. 95(5)). */
export const recordExemptDisposal = defineCommand({
  name: 'exemptDisposalRecord',
  input: ExemptDisposalRecordInput,
  async handle(tx, { assetId, ground, evidence, agreedOn = null }) {
    const asset = await lockAsset(tx, assetId);
    if (!asset) return refuse(problem.notFound('There is no such asset.', { path: ['assetId'] }));
    const denied = tx.demand(decideForCouncil, asset);
    if (denied.length > 0) return refuse(...denied);
    const listings = await listingsOfLocked(tx, asset);
    const decision = recordExemption({ ground, evidence, agreedOn }, listings, tx.today);
    if (!decision.ok) return decision;
    const { recordedOn } = decision;
    const exemption = await tx.insert(ExemptDisposal, {
      id: tx.newId('exemptdisposal'),
      gssCode: asset.gssCode,
      assetId,
      ground,
      evidence,
      agreedOn,
      recordedOn,
    });
    const changes = { asset: assetId, ground, recordedOn };
    return done({ council: asset.gssCode, subject: exemption.id, changes });
  },
});
