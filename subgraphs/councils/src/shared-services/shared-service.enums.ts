import { graphqlEnum } from '@coop/shared/graphql';
import { SHARED_SERVICE_LIFECYCLE, type SharedServiceState as State } from './shared-service.lifecycle';

/** States of shared services. */
export const SharedServiceState = graphqlEnum(
  'SharedServiceState',
  'How a shared service stands.',
  SHARED_SERVICE_LIFECYCLE.states,
);
export type SharedServiceState = State;
