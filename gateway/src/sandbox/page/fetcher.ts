import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { currentSession } from './session';

/**
 * Sends operations to the graph. Who is signed in at that moment travels along; an Authorization header that
 * the visitor wrote into the headers editor wins.
 */
export function createFetcher(endpoint: string): Fetcher {
  return createGraphiQLFetcher({
    url: endpoint,
    enableIncrementalDelivery: false,
    fetch: (url, init) => fetch(url, { ...init, headers: authorised(init?.headers) }),
  });
}

function authorised(given: HeadersInit | undefined): Headers {
  const headers = new Headers(given);
  const session = currentSession();
  if (session && !headers.has('authorization')) headers.set('authorization', `Bearer ${session.token}`);
  return headers;
}
