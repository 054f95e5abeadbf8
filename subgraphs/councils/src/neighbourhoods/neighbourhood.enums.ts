import { graphqlEnum } from '@coop/shared/graphql';
import { NEIGHBOURHOOD_LIFECYCLE, type NeighbourhoodState as State } from './neighbourhood.lifecycle';

/** States of a neighbourhood. */
export const NeighbourhoodState = graphqlEnum(
  'NeighbourhoodState',
  'Whether a neighbourhood is in use.',
  NEIGHBOURHOOD_LIFECYCLE.states,
);
export type NeighbourhoodState = State;
