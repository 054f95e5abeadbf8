import { GraphUnavailable } from '@coop/shared/graph';
import type { RequestContext } from '@coop/shared/graphql';

/**
 * What the graph says of an organisation that an input names. `UNVERIFIED`: nobody could be asked. The input is taken
 * all the same, since a community may be up against a deadline; the reference then leads nowhere if it was wrong.
 */
export type OrganisationCheck = 'NONE_NAMED' | 'KNOWN' | 'UNKNOWN' | 'UNVERIFIED';

const QUESTION = 'query OrganisationKnown($id: ID!) { node(id: $id) { __typename } }';

/** Asks the graph whether an organisation exists. */
export async function checkOrganisation(
  { graph, token, requestId, log }: Pick<RequestContext, 'graph' | 'token' | 'requestId' | 'log'>,
  id: string | null | undefined,
): Promise<OrganisationCheck> {
  if (id === null || id === undefined) return 'NONE_NAMED';
  // Text that can be no id is for the checks of the input to refuse.
  if (!/^organisation_[0-9A-Za-z-]{1,51}$/.test(id)) return 'UNKNOWN';
  try {
    const { node } = await graph.ask<{ node: { __typename: string } | null }>(
      QUESTION,
      { id },
      { token, requestId },
    );
    return node?.__typename === 'Organisation' ? 'KNOWN' : 'UNKNOWN';
  } catch (error) {
    if (!(error instanceof GraphUnavailable)) throw error;
    log.warn({ organisation: id }, 'An organisation that an input names could not be verified.');
    return 'UNVERIFIED';
  }
}
