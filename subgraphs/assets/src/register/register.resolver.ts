import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import {
  AssetRegisterInput,
  AssetRegisterPayload,
  AssetUpdateInput,
  AssetUpdatePayload,
  AssetRetireInput,
  AssetRetirePayload,
  AssetRestoreInput,
  AssetRestorePayload,
  AssetStewardRecordInput,
  AssetStewardRecordPayload,
  AssetStewardEndInput,
  AssetStewardEndPayload,
} from './asset-inputs.types';
import { assetById } from './asset.queries';
import { checkOrganisation } from '../groups/known-organisation.queries';
import { endSteward } from './end-steward.command';
import { recordSteward } from './record-steward.command';
import { registerAsset } from './register-asset.command';
import { restoreAsset } from './restore-asset.command';
import { retireAsset } from './retire-asset.command';
import { updateAsset } from './update-asset.command';

const INPUT = { description: 'What is to be done, and to which asset.' };

/** What can be done to the register. For officers and administrators of the council. */
@Resolver()
export class RegisterResolver {
  @Mutation(() => AssetRegisterPayload, {
    description: 'Puts an asset on the register. For officers and administrators of the council.',
  })
  assetRegister(
    @Arg('input', () => AssetRegisterInput, INPUT) input: AssetRegisterInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, registerAsset, input, 'asset', assetById);
  }

  @Mutation(() => AssetUpdatePayload, {
    description:
      'Changes what the register says of an asset. For officers and administrators of the council.',
  })
  assetUpdate(
    @Arg('input', () => AssetUpdateInput, INPUT) input: AssetUpdateInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, updateAsset, input, 'asset', assetById);
  }

  @Mutation(() => AssetRetirePayload, {
    description:
      'Takes an asset off the register, with the reason. The entry stays and can be looked up. For officers and administrators of the council.',
  })
  assetRetire(
    @Arg('input', () => AssetRetireInput, INPUT) input: AssetRetireInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, retireAsset, input, 'asset', assetById);
  }

  @Mutation(() => AssetRestorePayload, {
    description: 'Puts an asset back on the register. For officers and administrators of the council.',
  })
  assetRestore(
    @Arg('input', () => AssetRestoreInput, INPUT) input: AssetRestoreInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, restoreAsset, input, 'asset', assetById);
  }

  @Mutation(() => AssetStewardRecordPayload, {
    description:
      'Records who has the care of an asset, in place of whoever had it. For officers and administrators of the council.',
  })
  async assetStewardRecord(
    @Arg('input', () => AssetStewardRecordInput, INPUT) input: AssetStewardRecordInput,
    @Ctx() context: RequestContext,
  ) {
    const named = context.actor.kind === 'anonymous' ? null : input.organisationId;
    const organisation = await checkOrganisation(context, named);
    return answer(context, recordSteward(organisation), input, 'asset', assetById);
  }

  @Mutation(() => AssetStewardEndPayload, {
    description:
      'Records that the council itself has the care of an asset again. For officers and administrators of the council.',
  })
  assetStewardEnd(
    @Arg('input', () => AssetStewardEndInput, INPUT) input: AssetStewardEndInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, endSteward, input, 'asset', assetById);
  }
}
