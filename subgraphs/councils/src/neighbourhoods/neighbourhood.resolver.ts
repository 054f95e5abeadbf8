import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { viewerCan } from '@coop/shared/access';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { neighbourhoodRights } from '../access';
import { councilByCode } from '../areas/area.queries';
import { Council } from '../areas/council.entity';
import { NeighbourhoodPart } from './neighbourhood-part.entity';
import { Neighbourhood } from './neighbourhood.entity';
import {
  councilCodesOf,
  neighbourhoodById,
  neighbourhoodPage,
  partsOf,
  supersededBy,
} from './neighbourhood.queries';
import { NeighbourhoodConnection, NeighbourhoodFilter, NeighbourhoodViewerCan } from './neighbourhood.types';

/** Neighbourhoods: the directory's own roots, and what one is made of. */
@Resolver(() => Neighbourhood)
export class NeighbourhoodResolver {
  @Query(() => Neighbourhood, {
    nullable: true,
    description: 'The neighbourhood with an id, in use or not; null when the directory knows none.',
  })
  neighbourhood(
    @Arg('id', () => ID, { description: 'Its id, `neighbourhood_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Neighbourhood | null> {
    return neighbourhoodById.load(context, id);
  }

  @ListSize()
  @Query(() => NeighbourhoodConnection, { description: 'Neighbourhoods of all councils by name.' })
  async neighbourhoods(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => NeighbourhoodFilter, { nullable: true, description: 'Which of them.' })
    filter: NeighbourhoodFilter | null,
    @Ctx() { database }: RequestContext,
  ) {
    return toConnection(
      NeighbourhoodConnection,
      await neighbourhoodPage(database.reader, args, filter ?? {}),
    );
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that keeps it on record.' })
  council(
    @Root() { councilGssCode }: Neighbourhood,
    @Ctx() context: RequestContext,
  ): Promise<Council | null> {
    return councilByCode.load(context, councilGssCode);
  }

  @FieldResolver(() => [Council], {
    description: 'The councils that it lies in, by code: one as a rule, several where it crosses a boundary.',
  })
  async councils(@Root() { id }: Neighbourhood, @Ctx() context: RequestContext): Promise<Council[]> {
    const councils = await councilByCode.loadMany(context, (await councilCodesOf.load(context, id)) ?? []);
    return councils.filter((council) => council !== null);
  }

  @FieldResolver(() => [NeighbourhoodPart], { description: 'The wards, or parts of wards, that make it up.' })
  async parts(@Root() { id }: Neighbourhood, @Ctx() context: RequestContext): Promise<NeighbourhoodPart[]> {
    return (await partsOf.load(context, id)) ?? [];
  }

  @FieldResolver(() => Neighbourhood, {
    nullable: true,
    description: 'The neighbourhood that took its place; null while it is in use, or where it was given up.',
  })
  async supersededBy(
    @Root() { supersededById }: Neighbourhood,
    @Ctx() context: RequestContext,
  ): Promise<Neighbourhood | null> {
    return supersededById === null ? null : neighbourhoodById.load(context, supersededById);
  }

  @FieldResolver(() => [Neighbourhood], { description: 'The neighbourhoods in whose place it stands.' })
  async supersedes(@Root() { id }: Neighbourhood, @Ctx() context: RequestContext): Promise<Neighbourhood[]> {
    return (await supersededBy.load(context, id)) ?? [];
  }

  @FieldResolver(() => NeighbourhoodViewerCan, { description: 'What the viewer may do with it.' })
  viewerCan(
    @Root() { councilGssCode, state }: Neighbourhood,
    @Ctx() { actor }: RequestContext,
  ): NeighbourhoodViewerCan {
    const can = viewerCan(neighbourhoodRights, actor, { gssCode: councilGssCode });
    const inUse = state === 'CURRENT';
    return { redefine: can.redefine && inUse, supersede: can.supersede && inUse };
  }
}
