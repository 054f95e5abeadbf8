import { graphqlEnum } from '@coop/shared/graphql';
import { planLifecycle } from './plan.lifecycle';
import { RESOURCE_KINDS } from './plans.law';

/** Where an operational plan stands. */
export const OperationalPlanState = graphqlEnum(
  'OperationalPlanState',
  'Where an operational plan stands.',
  planLifecycle.states,
);
export type OperationalPlanState = keyof typeof OperationalPlanState;

/** What a plan's services are run with. */
export const PlanResourceKind = graphqlEnum(
  'PlanResourceKind',
  "What a plan's services are run with.",
  RESOURCE_KINDS,
);
export type PlanResourceKind = keyof typeof PlanResourceKind;
