import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { actForGroup, keepRegister } from '../access';
import { Council, Ward } from '../stubs';
import { addressOf, locationOf, retirementOf, stewardOf } from './asset-parts.queries';
import { Asset } from './asset.entity';
import { AssetOrder } from './asset.enums';
import { assetLifecycle } from './asset.lifecycle';
import { assetById, assetPage } from './asset.queries';
import {
  AssetConnection,
  AssetFilter,
  AssetLocation,
  AssetRetirement,
  AssetSteward,
  AssetViewerCan,
} from './asset.types';

/** Assets: the roots, and what is worked out of an asset. */
@Resolver(() => Asset)
export class AssetResolver {
  @Query(() => Asset, {
    nullable: true,
    description: 'The asset with an id, on the register or retired from it; null when there is none.',
  })
  asset(
    @Arg('id', () => ID, { description: 'Its id, `asset_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Asset | null> {
    return assetById.load(context, id);
  }

  @ListSize()
  @Query(() => AssetConnection, {
    description: 'Assets on the registers of councils: of the one that the filter names, or of all of them.',
  })
  async assets(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => AssetFilter, { nullable: true, description: 'Which of them.' })
    filter: AssetFilter | null,
    @Arg('orderBy', () => AssetOrder, {
      nullable: true,
      description: 'In which order: by NAME unless told, where the filter names a council; NEWEST otherwise.',
    })
    orderBy: AssetOrder | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(AssetConnection, await assetPage(context, { ...args, filter, orderBy }));
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that holds it.' })
  council(@Root() { gssCode }: Asset): Council {
    return { gssCode };
  }

  @FieldResolver(() => Ward, {
    nullable: true,
    description: 'The ward that it lies in; null until that is known.',
  })
  ward(@Root() { wardGssCode }: Asset): Ward | null {
    return wardGssCode === null ? null : { gssCode: wardGssCode };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Number, street and town on one line, without the postcode; null where none is known.',
  })
  address(@Root() asset: Asset): string | null {
    return addressOf(asset);
  }

  @FieldResolver(() => AssetLocation, {
    nullable: true,
    description: 'Where it is; null where the register does not say.',
  })
  location(@Root() asset: Asset): AssetLocation | null {
    return locationOf(asset);
  }

  @FieldResolver(() => AssetSteward, {
    nullable: true,
    description: 'Who has the care of it; null where that is the council itself.',
  })
  steward(@Root() asset: Asset): AssetSteward | null {
    return stewardOf(asset);
  }

  @FieldResolver(() => AssetRetirement, {
    nullable: true,
    description: 'When and why it left the register; null while it stands there.',
  })
  retirement(@Root() asset: Asset): AssetRetirement | null {
    return retirementOf(asset);
  }

  @FieldResolver(() => AssetViewerCan, { description: 'What the viewer may do with it as it stands now.' })
  viewerCan(@Root() asset: Asset, @Ctx() { actor }: RequestContext): AssetViewerCan {
    const may = (action: 'update' | 'recordSteward' | 'retire' | 'restore') =>
      keepRegister.allows(actor, asset) && assetLifecycle.allowedStates(action).includes(asset.state);
    return {
      update: may('update'),
      recordSteward: may('recordSteward'),
      retire: may('retire'),
      restore: may('restore'),
      nominate: actForGroup.allows(actor, asset),
      enquireTransfer: actForGroup.allows(actor, asset) && asset.state === 'HELD',
    };
  }
}
