import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { AssetStewardEndInput } from './asset-inputs.types';
import { lockAsset } from './save-asset.command';

/** Records that the council itself has the care of an asset again. */
export const endSteward = defineCommand<AssetStewardEndInput>({
  name: 'assetStewardEnd',
  input: AssetStewardEndInput,
  async handle(tx, input) {
    const locked = await lockAsset(tx, input);
    if ('problems' in locked) return refuse(...locked.problems);
    const { asset } = locked;
    if (asset.stewardName === null)
      return refuse(problem.notFound('Nobody but the council has the care of it.', { path: ['assetId'] }));
    const changes = {
      stewardName: null,
      stewardOrganisationId: null,
      stewardResponsibility: null,
      stewardLeaseUntil: null,
      stewardRentPence: null,
    };
    Object.assign(asset, changes);
    await tx.update(asset);
    return done({ council: asset.gssCode, subject: asset.id, changes });
  },
});
