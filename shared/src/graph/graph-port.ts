/**
 * Asks the whole graph for facts that another subgraph owns. The host gives it: in process where the gateway
 * is, over HTTP where a subgraph runs alone.
 */
export interface GraphPort {
  /**
   * Runs a query as the caller.
   * @throws GraphUnavailable when the graph, or the subgraph asked, does not answer.
   */
  ask<Data>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    caller: { readonly token: string | null; readonly requestId: string },
  ): Promise<Data>;
}

/** The graph could not answer; what was to be decided by its answer must be left undecided. */
export class GraphUnavailable extends Error {
  readonly code = 'SUBGRAPH_UNAVAILABLE';

  constructor() {
    super('Another part of the graph does not answer at the moment. Try again in a minute.');
  }
}

/** The port of a subgraph that runs with no graph around it. */
export const noGraph: GraphPort = {
  ask: () => Promise.reject(new GraphUnavailable()),
};
