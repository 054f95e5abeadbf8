import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { Asset } from '../register/asset.entity';
import { Council, Organisation } from '../stubs';
import { TransferOrder } from './transfer.enums';
import { transfersOfAsset, transfersOfCouncil, transfersOfOrganisation } from './transfer.queries';
import { CouncilTransferFilter, TransferConnection } from './transfer.types';

/** The transfers of an asset. */
@Resolver(() => Asset)
export class AssetTransfersResolver {
  @ListSize()
  @FieldResolver(() => TransferConnection, {
    description: 'Its community asset transfers, from enquiries to those that ended.',
  })
  async transfers(
    @Root() { id }: Asset,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CouncilTransferFilter, { nullable: true, description: 'Which of them.' })
    filter: CouncilTransferFilter | null,
    @Arg('orderBy', () => TransferOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: TransferOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await transfersOfAsset.load(context, id, { ...args, filter, orderBy });
    return toConnection(TransferConnection, page);
  }
}

/** The transfers of a council's assets. */
@Resolver(() => Council)
export class CouncilTransfersResolver {
  @ListSize()
  @FieldResolver(() => TransferConnection, {
    nullable: true,
    description: 'Community asset transfers of its land and buildings.',
  })
  async assetTransfers(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CouncilTransferFilter, { nullable: true, description: 'Which of them.' })
    filter: CouncilTransferFilter | null,
    @Arg('orderBy', () => TransferOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: TransferOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await transfersOfCouncil.load(context, gssCode, { ...args, filter, orderBy });
    return toConnection(TransferConnection, page);
  }
}

/** The transfers that a body asked for or got. */
@Resolver(() => Organisation)
export class OrganisationTransfersResolver {
  @ListSize()
  @FieldResolver(() => TransferConnection, {
    nullable: true,
    description: 'Community asset transfers that it asked for or got.',
  })
  async assetTransfers(
    @Root() { id }: Organisation,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CouncilTransferFilter, { nullable: true, description: 'Which of them.' })
    filter: CouncilTransferFilter | null,
    @Arg('orderBy', () => TransferOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: TransferOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await transfersOfOrganisation.load(context, id, { ...args, filter, orderBy });
    return toConnection(TransferConnection, page);
  }
}
