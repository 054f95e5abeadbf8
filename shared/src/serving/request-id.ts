import { randomUUID } from 'node:crypto';

/** The header in which a request id comes in, goes on to the subgraphs, and goes back. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** The id that was sent, when it is one that can stand in a log and a header as it is; otherwise a new one. */
export function requestIdOf(sent: string | readonly string[] | undefined): string {
  return typeof sent === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(sent) ? sent : randomUUID();
}
