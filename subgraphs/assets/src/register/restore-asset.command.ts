import { defineCommand, done } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { AssetRestoreInput } from './asset-inputs.types';
import { assetLifecycle } from './asset.lifecycle';
import { REGISTER_RULE } from './register.law';
import { lockAsset } from './save-asset.command';

/** Puts an asset back on the register that had been retired from it. */
export const restoreAsset = defineCommand<AssetRestoreInput>({
  name: 'assetRestore',
  input: AssetRestoreInput,
  async handle(tx, input) {
    const locked = await lockAsset(tx, input);
    if ('problems' in locked) return refuse(...locked.problems);
    const { asset } = locked;
    const permitted = assetLifecycle.permit('restore', asset.state, REGISTER_RULE);
    if (!permitted.ok) return permitted;
    asset.state = assetLifecycle.move('restore', asset.state);
    asset.retiredOn = null;
    asset.retirementReason = null;
    asset.retirementStatement = null;
    await tx.update(asset);
    return done({ council: asset.gssCode, subject: asset.id, changes: { state: asset.state } });
  },
});
