import type { Feature } from '@coop/shared/graphql';
import { NeighbourhoodCouncil } from './neighbourhood-council.entity';
import { NeighbourhoodPart } from './neighbourhood-part.entity';
import { neighbourhoodDemo } from './neighbourhood.demo';
import { Neighbourhood } from './neighbourhood.entity';
import { NEIGHBOURHOOD_LIFECYCLE } from './neighbourhood.lifecycle';
import { neighbourhoodMigrations } from './neighbourhood.migrations';
import { NeighbourhoodMutationResolver } from './neighbourhood-mutation.resolver';
import {
  CouncilNeighbourhoodsResolver,
  NeighbourhoodPartResolver,
  WardNeighbourhoodsResolver,
} from './neighbourhood-parts.resolver';
import { neighbourhoodById } from './neighbourhood.queries';
import { NeighbourhoodResolver } from './neighbourhood.resolver';

/** Neighbourhoods: areas that their people name. */
export const neighbourhoods: Feature = {
  resolvers: [
    NeighbourhoodResolver,
    NeighbourhoodMutationResolver,
    NeighbourhoodPartResolver,
    CouncilNeighbourhoodsResolver,
    WardNeighbourhoodsResolver,
  ],
  references: {
    Neighbourhood: ({ id }, context) => (typeof id === 'string' ? neighbourhoodById.load(context, id) : null),
  },
  entities: [Neighbourhood, NeighbourhoodPart, NeighbourhoodCouncil],
  migrations: neighbourhoodMigrations,
  lifecycles: [NEIGHBOURHOOD_LIFECYCLE],
  demo: neighbourhoodDemo,
};
