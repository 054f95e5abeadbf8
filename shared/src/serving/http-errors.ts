import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { clientError, publicError } from './errors';
import { scopeOf } from './request-scope';

// Faults that the HTTP server finds before GraphQL sees a request, in words for the caller.
const FAULTS: Readonly<Record<string, () => GraphQLError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () =>
    clientError('BAD_USER_INPUT', 'The request is too large. Send less at a time.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    clientError('BAD_USER_INPUT', "The request must be sent with 'content-type: application/json'."),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => clientError('BAD_USER_INPUT', 'The request has no body.'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => clientError('BAD_USER_INPUT', "The request's body is not JSON."),
};

/** An answer was not ready in time. */
export class AnswerTimeout extends Error {
  readonly statusCode = 503;
}

/** Answers whatever a route threw in the form of a GraphQL answer, with a fitting HTTP status. */
export function answerErrors(
  error: FastifyError | AnswerTimeout,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const scope = scopeOf(request);
  const timedOut = error instanceof AnswerTimeout;
  if (timedOut) scope.log.warn('The answer took too long and was given up.');
  const shown =
    FAULTS['code' in error ? error.code : '']?.() ??
    (error instanceof SyntaxError || (error.statusCode === 400 && !(error instanceof GraphQLError))
      ? clientError('BAD_USER_INPUT', 'The request cannot be read as it was sent.')
      : error);
  const formatted = timedOut
    ? {
        message: `The answer took too long and was given up. Ask for less at a time, or quote request id ${scope.requestId}.`,
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: scope.requestId },
      }
    : publicError(shown, {
        requestId: scope.requestId,
        report: (fault) => scope.log.error({ err: fault }, 'A request failed.'),
      });
  scope.noteErrors([formatted]);
  const status = statusOf(error);
  void reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [formatted] });
}

function statusOf(error: FastifyError | AnswerTimeout): number {
  const http = (error as { extensions?: { http?: { status?: unknown } } }).extensions?.http?.status;
  if (typeof http === 'number') return http;
  return error instanceof SyntaxError ? 400 : (error.statusCode ?? 500);
}

/** Says which paths there are. */
export function answerNotFound(_: FastifyRequest, reply: FastifyReply): void {
  void reply
    .code(404)
    .type('application/json; charset=utf-8')
    .send({
      errors: [
        { message: 'There is nothing here. GraphQL is at /graphql.', extensions: { code: 'BAD_USER_INPUT' } },
      ],
    });
}

/** Answers a request whose address cannot be read, before any route or hook of ours has seen it. */
export function answerBadAddress(error: FastifyError, _: FastifyRequest, reply: FastifyReply): void {
  const { message, extensions } = clientError('BAD_USER_INPUT', 'The address of the request cannot be read.');
  void reply
    .code(error.statusCode ?? 400)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions }] });
}
