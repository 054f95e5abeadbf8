import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@coop/shared/graphql';
import { Council } from '../stubs';
import { Asset } from './asset.entity';
import { assetById } from './asset.queries';

/** An asset and what is worked out of it. */
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

  @FieldResolver(() => Council, { nullable: true, description: 'The council that holds it.' })
  council(@Root() { gssCode }: Asset): Council {
    return { gssCode };
  }
}
