import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { wardByCode } from '../areas/area.queries';
import { Council } from '../areas/council.entity';
import { Ward } from '../areas/ward.entity';
import { NeighbourhoodPart } from './neighbourhood-part.entity';
import { Neighbourhood } from './neighbourhood.entity';
import { neighbourhoodsOfCouncil, neighbourhoodsOfWard } from './neighbourhood.queries';
import { NeighbourhoodConnection } from './neighbourhood.types';

const OLD = { defaultValue: false, description: 'Those no longer in use as well.' };

/** What a neighbourhood is made of. */
@Resolver(() => NeighbourhoodPart)
export class NeighbourhoodPartResolver {
  @FieldResolver(() => ID, { description: 'Code of the ward.' })
  gssCode(@Root() { wardGssCode }: NeighbourhoodPart): string {
    return wardGssCode;
  }

  @FieldResolver(() => Ward, { nullable: true, description: 'The ward.' })
  ward(@Root() { wardGssCode }: NeighbourhoodPart, @Ctx() context: RequestContext): Promise<Ward | null> {
    return wardByCode.load(context, wardGssCode);
  }
}

/** The neighbourhoods of a council. */
@Resolver(() => Council)
export class CouncilNeighbourhoodsResolver {
  @ListSize()
  @FieldResolver(() => NeighbourhoodConnection, {
    description: 'The neighbourhoods that lie in it, or partly, by name.',
  })
  async neighbourhoods(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('includeSuperseded', () => Boolean, OLD) includeSuperseded: boolean,
    @Ctx() context: RequestContext,
  ) {
    const page = await neighbourhoodsOfCouncil.load(context, gssCode, { ...args, includeSuperseded });
    return toConnection(NeighbourhoodConnection, page);
  }
}

/** The neighbourhoods of a ward. */
@Resolver(() => Ward)
export class WardNeighbourhoodsResolver {
  @FieldResolver(() => [Neighbourhood], {
    description: 'The neighbourhoods that it belongs to, whole or in part, by name.',
  })
  async neighbourhoods(
    @Root() { gssCode }: Ward,
    @Arg('includeSuperseded', () => Boolean, OLD) includeSuperseded: boolean,
    @Ctx() context: RequestContext,
  ): Promise<Neighbourhood[]> {
    const all = (await neighbourhoodsOfWard.load(context, gssCode)) ?? [];
    return includeSuperseded ? all : all.filter(({ state }) => state === 'CURRENT');
  }
}
