import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { Ward } from '../stubs';
import { AssetOrder } from './asset.enums';
import { assetsOfWard } from './asset.queries';
import { AssetConnection, AssetFilter } from './asset.types';

/** The land and buildings of a ward. */
@Resolver(() => Ward)
export class WardAssetsResolver {
  @ListSize()
  @FieldResolver(() => AssetConnection, {
    nullable: true,
    description: 'The land and buildings of councils that are known to lie in it.',
  })
  async assets(
    @Root() ward: Ward,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => AssetFilter, { nullable: true, description: 'Which of them.' })
    filter: AssetFilter | null,
    @Arg('orderBy', () => AssetOrder, {
      nullable: true,
      description: 'In which order; by NAME unless told.',
    })
    orderBy: AssetOrder | null,
    @Ctx() context: RequestContext,
  ) {
    const page = await assetsOfWard.load(context, ward.gssCode, { ...args, filter, orderBy });
    return toConnection(AssetConnection, page);
  }
}
