import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { Council } from '../stubs';
import { ListingOrder } from './listing.enums';
import { listingsOfCouncil } from './listing.queries';
import { CouncilListingFilter, ListingConnection } from './listing.types';
import { NominationOrder } from './nomination.enums';
import { nominationsOfCouncil } from './nomination.queries';
import { CouncilNominationFilter, NominationConnection } from './nomination.types';

/** The lists of a council that the law asks it to publish, and the nominations behind them. */
@Resolver(() => Council)
export class CouncilListsResolver {
  @ListSize()
  @FieldResolver(() => NominationConnection, {
    nullable: true,
    description: 'Nominations of land in its area for its list of assets of community value.',
  })
  async nominations(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CouncilNominationFilter, { nullable: true, description: 'Which of them.' })
    filter: CouncilNominationFilter | null,
    @Arg('orderBy', () => NominationOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: NominationOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await nominationsOfCouncil.load(context, gssCode, { ...args, filter, orderBy });
    return toConnection(NominationConnection, page);
  }

  @ListSize()
  @FieldResolver(() => NominationConnection, {
    nullable: true,
    description:
      'Its list of land nominated by unsuccessful community nominations, with the reasons (Localism Act 2011 s. 93), the latest received first.',
  })
  async unsuccessfulNominations(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    const only = { ...args, filter: { state: 'UNSUCCESSFUL' as const } };
    return toConnection(NominationConnection, await nominationsOfCouncil.load(context, gssCode, only));
  }

  @ListSize()
  @FieldResolver(() => ListingConnection, {
    nullable: true,
    description:
      'Entries on its list of assets of community value (s. 87), those that ended included unless told.',
  })
  async listings(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CouncilListingFilter, { nullable: true, description: 'Which of them.' })
    filter: CouncilListingFilter | null,
    @Arg('orderBy', () => ListingOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: ListingOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await listingsOfCouncil.load(context, gssCode, { ...args, filter, orderBy });
    return toConnection(ListingConnection, page);
  }
}
