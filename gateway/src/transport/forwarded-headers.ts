/**
 * What a data source reads of the gateway's own request context. The host's context may hold more;
 * no more than this reaches a subgraph.
 */
export interface ForwardingContext {
  /** Names the request in the logs of the gateway and of every subgraph it touches. */
  readonly requestId: string;
  /** The client's own `authorization` header as it came, or null: each subgraph checks it again. */
  readonly authorization: string | null;
}

/** The headers that a subgraph is sent for a request, in process and over HTTP alike. */
export function forwardedHeaders(context: Partial<ForwardingContext>): Record<string, string> {
  const headers: Record<string, string> = {};
  if (context.requestId) headers['x-request-id'] = context.requestId;
  if (context.authorization) headers['authorization'] = context.authorization;
  return headers;
}
