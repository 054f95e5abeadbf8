import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessError, authenticate, type Actor, type Caller, type TokenVerifier } from '../access';
import { clientError } from './errors';
import { checkTokens, type Limits } from './limits';
import { addressAccount, type Admission, type RateLimiter } from './rate-limit';
import type { RequestScope } from './request-scope';

const refusal = ({ retryAfterSeconds }: Extract<Admission, { admitted: false }>, scope: RequestScope) => {
  scope.errorCodes = ['RATE_LIMITED'];
  return clientError(
    'RATE_LIMITED',
    `Too many requests. Ask again in ${retryAfterSeconds} s.`,
    { retryAfterSeconds },
    { status: 429, headers: new Map([['retry-after', String(retryAfterSeconds)]]) },
  );
};

/** Counts a request against its client's address, before anything of it is read. @throws RATE_LIMITED */
export function admitAddress(
  limiter: RateLimiter,
  address: string,
  scope: RequestScope,
  reply: FastifyReply,
): void {
  const admission = limiter.admit(addressAccount(address));
  if (admission.admitted) return;
  void reply.header('retry-after', String(admission.retryAfterSeconds));
  throw refusal(admission, scope);
}

/**
 * Finds out who asks, counts the request against the token, and looks at the length of the query before it is
 * parsed.
 * @throws GraphQLError UNAUTHENTICATED, RATE_LIMITED or QUERY_TOO_COMPLEX, with their HTTP status
 */
export async function admitCaller(
  request: FastifyRequest,
  scope: RequestScope,
  verifier: TokenVerifier,
  limiter: RateLimiter | null,
  limitsFor: (actor: Actor) => Limits,
): Promise<Caller> {
  const caller = await authenticate(verifier, request.headers.authorization).catch((error: unknown) => {
    if (!(error instanceof AccessError)) throw error;
    scope.errorCodes = [error.code];
    throw clientError(
      error.code,
      error.message,
      {},
      {
        status: 401,
        headers: new Map([['www-authenticate', 'Bearer error="invalid_token"']]),
      },
    );
  });
  scope.actor = caller.actor;
  if (limiter && caller.actor.kind === 'token') {
    const { subject, council, organisation } = caller.actor;
    const admission = limiter.admit(JSON.stringify([subject, council, organisation]));
    if (!admission.admitted) throw refusal(admission, scope);
  }
  const text = textOf(request);
  const error = text === null ? null : checkTokens(text, limitsFor(caller.actor));
  if (error) {
    scope.errorCodes = ['QUERY_TOO_COMPLEX'];
    throw error;
  }
  return caller;
}

function textOf(request: FastifyRequest): string | null {
  const from = (request.method === 'GET' ? request.query : request.body) as
    { query?: unknown } | null | undefined;
  return typeof from?.query === 'string' ? from.query : null;
}
