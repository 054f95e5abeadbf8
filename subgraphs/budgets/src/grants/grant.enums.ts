import { graphqlEnum } from '@coop/shared/graphql';
import { GRANT_GROUPS } from './grants.law';

/** By what a summary of grants is broken down. */
export const GrantGroup = graphqlEnum(
  'GrantGroup',
  'By what a summary of grants is broken down.',
  GRANT_GROUPS,
);
export type GrantGroup = keyof typeof GrantGroup;

/** The orders of a list of grants. */
export const GrantOrder = graphqlEnum('GrantOrder', 'The order of a list of grants.', {
  NEWEST: 'The latest award first.',
});
export type GrantOrder = keyof typeof GrantOrder;
