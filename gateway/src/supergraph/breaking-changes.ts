import { findBreakingChanges } from 'graphql';
import { apiSchemaOf } from './api-schema';

/**
 * What would break for clients of the graph if the next supergraph replaced the previous one: each change as a
 * line such as `Asset.name was removed. (FIELD_REMOVED)`. What only federation sees is no change for a client.
 * @param allowed changes that are meant, word for word
 */
export function breakingChanges(
  previousSupergraph: string,
  nextSupergraph: string,
  allowed: readonly string[] = [],
): string[] {
  return findBreakingChanges(apiSchemaOf(previousSupergraph), apiSchemaOf(nextSupergraph))
    .map(({ type, description }) => `${description} (${type})`)
    .filter((change) => !allowed.includes(change));
}
