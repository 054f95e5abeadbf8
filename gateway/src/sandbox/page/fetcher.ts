import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import { operationNameFor } from '../results';
import { recordAsked } from './results/asked';
import { currentSession, sessionRefused } from './session';

const INTROSPECTION = 'IntrospectionQuery';

/**
 * Sends operations to the graph. Who is signed in at that moment travels along; an Authorization header that
 * the visitor wrote into the headers editor wins. What was asked is kept beside its tab, so that further pages
 * of its lists can be asked for.
 */
export function createFetcher(endpoint: string): Fetcher {
  const send = createGraphiQLFetcher({
    url: endpoint,
    enableIncrementalDelivery: false,
    fetch: (url, init) => authorisedFetch(String(url), init),
  });
  return (given, options) => {
    const request = { ...given, operationName: operationNameFor(given.query, given.operationName) };
    if (request.operationName !== INTROSPECTION) {
      recordAsked({
        query: request.query,
        operationName: request.operationName,
        variables: request.variables as Readonly<Record<string, unknown>> | null | undefined,
        headers: (options?.headers ?? {}) as Readonly<Record<string, string>>,
      });
    }
    return send(request, options);
  };
}

/** Asks the graph outside the editors: for further pages, or whether a token still holds. */
export async function askGraph(
  endpoint: string,
  query: string,
  options: {
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
  } = {},
): Promise<ExecutionResult> {
  const { variables = {}, headers = {}, signal } = options;
  const response = await authorisedFetch(endpoint, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
    ...(signal ? { signal } : {}),
  });
  return (await response.json()) as ExecutionResult;
}

async function authorisedFetch(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const session = currentSession();
  const ours = session !== null && !headers.has('authorization');
  if (!ours) return fetch(url, { ...init, headers });
  const signed = new Headers(headers);
  signed.set('authorization', `Bearer ${session.token}`);
  const response = await fetch(url, { ...init, headers: signed });
  if (response.status !== 401) return response;
  sessionRefused(session.token);
  // The schema is open to everybody: an old token is no reason to work without it.
  const introspects = typeof init.body === 'string' && init.body.includes(INTROSPECTION);
  return introspects ? fetch(url, { ...init, headers }) : response;
}
