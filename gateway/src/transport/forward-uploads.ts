import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { boundedBody, drain, FILE_LIMITS, UPLOAD_PATH, type BodyLimits } from '@coop/shared/serving';
import { GraphQLError } from 'graphql';
import { request as send } from 'undici';
import type { Log } from '../log';

/** Headers that go on to the subgraph: who asks, what is sent, and under which id. */
const PASSED_ON = ['authorization', 'content-type', 'content-length'] as const;

/** How long the subgraph may take with a file, in milliseconds: it answers with the id of a long import before. */
const PATIENCE = 120_000;

/**
 * Passes files that are sent to the gateway on to the subgraph that takes them, as they come.
 * @param addressOf the address, without a path, of the subgraph that takes a kind of file; null where none does
 */
export function forwardUploads(
  addressOf: (kind: string) => string | null,
  log: Log,
  limits: BodyLimits = FILE_LIMITS,
): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    await app.register(async (door) => {
      door.removeAllContentTypeParsers();
      door.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
      door.post(UPLOAD_PATH, { config: { boundsItself: true } }, async (request, reply) => {
        const { kind } = request.params as { kind: string };
        const address = addressOf(kind);
        const body = request.body as IncomingMessage | undefined;
        if (address === null) {
          drain(request, reply);
          return reply.code(404).send(errorOf('BAD_USER_INPUT', 'No such files are taken here.'));
        }
        const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
        const headers: Record<string, string> = { 'x-request-id': request.id };
        for (const name of PASSED_ON) {
          const value = request.headers[name];
          if (typeof value === 'string') headers[name] = value;
        }
        const bounded = body ? boundedBody(body, limits) : null;
        try {
          const answer = await send(`${address}/imports/${encodeURIComponent(kind)}${query}`, {
            method: 'POST',
            headers,
            body: bounded,
            headersTimeout: PATIENCE,
            bodyTimeout: PATIENCE,
          });
          const text = await answer.body.text();
          return await reply.code(answer.statusCode).type('application/json; charset=utf-8').send(text);
        } catch (error) {
          // Too slow or too large: what the subgraph behind would have said.
          if (error instanceof GraphQLError) throw error;
          log.error({ kind, requestId: request.id, err: error }, 'a file could not be passed on');
          return reply
            .code(502)
            .send(errorOf('SUBGRAPH_UNAVAILABLE', 'This part of the graph does not answer at the moment.'));
        } finally {
          // Where the subgraph refused it before its end, the rest is still on its way.
          drain(request, reply);
        }
      });
    });
  };
}

const errorOf = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });
