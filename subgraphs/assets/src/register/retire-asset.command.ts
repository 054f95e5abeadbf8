import { defineCommand, done } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { AssetRetireInput } from './asset-inputs.types';
import { lockAsset } from './save-asset.command';
import { retireAssetDecision } from './stewardship.rules';

/** Takes an asset off the register, with the reason; the entry itself stays and can be looked up. */
export const retireAsset = defineCommand<AssetRetireInput>({
  name: 'assetRetire',
  input: AssetRetireInput,
  async handle(tx, input) {
    const locked = await lockAsset(tx, input);
    if ('problems' in locked) return refuse(...locked.problems);
    const { asset } = locked;
    const facts = {
      reason: input.reason,
      statement: input.statementOfReasons?.trim() || null,
      on: input.on ?? tx.today,
    };
    const decision = retireAssetDecision(asset.state, facts, tx.today);
    if (!decision.ok) return decision;
    asset.state = decision.state;
    asset.retiredOn = facts.on;
    asset.retirementReason = facts.reason;
    asset.retirementStatement = facts.statement;
    await tx.update(asset);
    return done({ council: asset.gssCode, subject: asset.id, changes: { ...facts } });
  },
});
