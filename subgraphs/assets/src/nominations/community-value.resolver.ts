import { Args, Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { Asset } from '../register/asset.entity';
import { communityValueOf } from './community-value.queries';
import { CommunityValue } from './listing.types';
import { NominationOrder } from './nomination.enums';
import { Nomination } from './nomination.entity';
import { nominationById, nominationsOfAsset } from './nomination.queries';
import { CouncilNominationFilter, NominationConnection } from './nomination.types';

/** What an asset has of community value. */
@Resolver(() => Asset)
export class AssetCommunityValueResolver {
  @FieldResolver(() => CommunityValue, {
    description: 'Where it stands as an asset of community value, on the day of the request.',
  })
  async communityValue(@Root() { id }: Asset, @Ctx() context: RequestContext): Promise<CommunityValue> {
    const value = await communityValueOf.load(context, id);
    if (!value) throw new Error(`No community value was worked out for ${id}.`);
    return value;
  }

  @ListSize()
  @FieldResolver(() => NominationConnection, {
    description: 'Its nominations for the list of assets of community value.',
  })
  async nominations(
    @Root() { id }: Asset,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CouncilNominationFilter, { nullable: true, description: 'Which of them.' })
    filter: CouncilNominationFilter | null,
    @Arg('orderBy', () => NominationOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: NominationOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await nominationsOfAsset.load(context, id, { ...args, filter, orderBy });
    return toConnection(NominationConnection, page);
  }
}

/** The nomination behind an asset's community value. */
@Resolver(() => CommunityValue)
export class CommunityValueResolver {
  @FieldResolver(() => Nomination, {
    nullable: true,
    description:
      'The nomination that waits, or else the one that the state came from; null when there is none.',
  })
  nomination(
    @Root() { nominationId }: CommunityValue,
    @Ctx() context: RequestContext,
  ): Promise<Nomination | null> | null {
    return nominationId === null ? null : nominationById.load(context, nominationId);
  }
}
