import { GraphUnavailable, type GraphPort } from './graph-port';

/** How long the graph may take for another subgraph's facts, in milliseconds. */
const PATIENCE = 5_000;

/**
 * The port to a graph at an address, asked as the caller asks.
 * @param address tells the GraphQL address, once it is known
 */
export function httpGraph(address: () => string): GraphPort {
  return {
    async ask<Data>(
      query: string,
      variables: Readonly<Record<string, unknown>>,
      caller: { readonly token: string | null; readonly requestId: string },
    ): Promise<Data> {
      const answer = await post(address(), { query, variables }, caller).catch(() => null);
      if (!answer?.data || answer.errors?.length) throw new GraphUnavailable();
      return answer.data as Data;
    },
  };
}

interface GraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

async function post(
  address: string,
  body: object,
  { token, requestId }: { readonly token: string | null; readonly requestId: string },
): Promise<GraphAnswer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-request-id': requestId,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  });
  return (await response.json()) as GraphAnswer;
}
