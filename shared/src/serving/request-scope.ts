import type { FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { ANONYMOUS, type Actor } from '../access';
import type { Reader } from '../persistence';
import { stopwatch } from '../time';
import type { Logger } from './logging';
import type { OperationType, Outcome } from './metrics';

/** What every request to a server carries, gateway and subgraph alike. */
export interface RequestBase {
  /** The id that travels with the request from the gateway to the subgraphs and into every log. */
  readonly requestId: string;
  readonly actor: Actor;
  /** The caller's token, verified, for passing on; null when anonymous. */
  readonly token: string | null;
  /** A log that puts the request id into every line. */
  readonly log: Logger;
  /** The client's address as far as the trusted proxies tell. */
  readonly clientAddress: string;
}

/** What the server notes of a request on its way, for the one line in the log and the metrics. */
export class RequestScope implements Reader {
  actor: Actor = ANONYMOUS;
  operation: OperationType = 'none';
  operationName: string | null = null;
  errorCodes: string[] = [];
  hasData = false;
  /** A query whose client has its answer, or went away. What a mutation reads it reads to the end. */
  isGone = false;
  readonly elapsed = stopwatch();

  constructor(
    readonly requestId: string,
    readonly log: Logger,
  ) {}

  /** Notes the errors that the client will see. */
  noteErrors(errors: readonly GraphQLFormattedError[]): void {
    const codes = errors.map((error) => String(error.extensions?.code));
    this.errorCodes = [...new Set([...this.errorCodes, ...codes])];
  }

  outcome(status: number): Outcome {
    const failed = this.errorCodes.some(
      (code) => code === 'INTERNAL_SERVER_ERROR' || code === 'SUBGRAPH_UNAVAILABLE',
    );
    if (this.errorCodes.length > 0) return this.hasData ? 'partial' : failed ? 'failed' : 'refused';
    return status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'ok';
  }
}

const scopes = new WeakMap<FastifyRequest, RequestScope>();

/** Begins the scope of a request. */
export function beginScope(request: FastifyRequest, requestId: string, log: Logger): RequestScope {
  const scope = new RequestScope(requestId, log);
  scopes.set(request, scope);
  return scope;
}

/** The scope of a request that has begun. */
export function scopeOf(request: FastifyRequest): RequestScope {
  const scope = scopes.get(request);
  if (!scope) throw new Error('The request has no scope: its route is outside the server.');
  return scope;
}
