import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { Council } from '../stubs';
import { AssetOrder } from './asset.enums';
import { assetsOfCouncil } from './asset.queries';
import { AssetConnection, AssetFilter } from './asset.types';

/** The land and buildings of a council. */
@Resolver(() => Council)
export class CouncilAssetsResolver {
  @ListSize()
  @FieldResolver(() => AssetConnection, {
    nullable: true,
    description: 'The land and buildings that it holds, as its register tells. Open data.',
  })
  async assets(
    @Root() council: Council,
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
    const page = await assetsOfCouncil.load(context, council.gssCode, { ...args, filter, orderBy });
    return toConnection(AssetConnection, page);
  }
}
