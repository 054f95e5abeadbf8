import { defineCommand, done } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { AssetStewardRecordInput } from './asset-inputs.types';
import { lockAsset } from './save-asset.command';
import { stewardshipDecision } from './stewardship.rules';

/** Records who has the care of an asset. */
export const recordSteward = defineCommand<AssetStewardRecordInput>({
  name: 'assetStewardRecord',
  input: AssetStewardRecordInput,
  async handle(tx, input) {
    const locked = await lockAsset(tx, input);
    if ('problems' in locked) return refuse(...locked.problems);
    const { asset } = locked;
    const facts = {
      name: input.name.replace(/\s+/g, ' ').trim(),
      leaseUntil: input.leaseUntil ?? null,
      rentPence: input.rentPence ?? null,
    };
    const decision = stewardshipDecision(asset.state, facts, tx.today);
    if (!decision.ok) return decision;
    const changes = {
      stewardName: facts.name,
      stewardOrganisationId: input.organisationId ?? null,
      stewardResponsibility: input.responsibility,
      stewardLeaseUntil: facts.leaseUntil,
      stewardRentPence: facts.rentPence,
    };
    Object.assign(asset, changes);
    await tx.update(asset);
    return done({ council: asset.gssCode, subject: asset.id, changes });
  },
});
