import { defineCommand, done } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { readDetails } from './asset-details.rules';
import { AssetUpdateInput } from './asset-inputs.types';
import { derivedColumns, placeColumns, plainColumns } from './asset-row.queries';
import { assetLifecycle } from './asset.lifecycle';
import { REGISTER_RULE } from './register.law';
import { lockAsset, saveAsset } from './save-asset.command';

/** Changes what the register says of an asset. */
export const updateAsset = defineCommand<AssetUpdateInput>({
  name: 'assetUpdate',
  input: AssetUpdateInput,
  async handle(tx, input) {
    const locked = await lockAsset(tx, input);
    if ('problems' in locked) return refuse(...locked.problems);
    const { asset } = locked;
    const read = readDetails(input);
    const plain = plainColumns(input);
    const permitted = assetLifecycle.permit('update', asset.state, REGISTER_RULE);
    const problems = [
      ...(permitted.ok ? [] : permitted.problems),
      ...(read.ok ? [] : read.problems),
      ...plain.problems,
    ];
    if (problems.length > 0 || !read.ok) return refuse(...problems);
    const { place, ...details } = read.details;
    const changes = {
      ...plain.columns,
      ...details,
      ...(place === undefined ? {} : placeColumns(place)),
    };
    Object.assign(asset, changes);
    Object.assign(asset, derivedColumns(asset));
    const refused = await saveAsset(tx, asset, false);
    return refused ?? done({ council: asset.gssCode, subject: asset.id, changes });
  },
});
