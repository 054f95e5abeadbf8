import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '@coop/shared/settings';
import type { DemoTokenRequest, SandboxCouncil, SandboxRole } from './config.types';

/** Signs a token for a person of the demo world. */
export type IssueToken = (request: DemoTokenRequest) => Promise<string>;

/** Sign-ins that one address may make in a minute: plenty for a person, too few to keep a signer busy. */
const SIGN_INS_A_MINUTE = 30;

interface DemoTokenOptions {
  readonly roles: readonly SandboxRole[];
  readonly councils: readonly SandboxCouncil[];
  readonly issueToken: IssueToken;
  /** Address that the server listens at; null where that is not known. */
  readonly host: string | null;
}

/**
 * `POST /demo/token` {role, council} → {token}. Another site cannot have it signed on a visitor's behalf: only
 * `application/json` is read, which a form cannot send, and a browser's own word that the request comes from
 * elsewhere (`Sec-Fetch-Site`) is believed even where the graph itself allows other origins. A server that listens at
 * this machine alone is asked for by one of this machine's names: another name that leads here is a site that had its
 * name point here after its page was loaded.
 */
export async function demoTokenRoute(app: FastifyInstance, options: DemoTokenOptions): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, limit) =>
      refusal(limit.statusCode, `Too many sign-ins from here. Try again in ${limit.after}.`),
  });
  const body = {
    type: 'object',
    required: ['role', 'council'],
    additionalProperties: false,
    properties: {
      role: { type: 'string', enum: options.roles.map(({ role }) => role) },
      council: { type: 'string', enum: options.councils.map(({ gssCode }) => gssCode) },
    },
  };
  app.post<{ Body: DemoTokenRequest }>('/demo/token', {
    config: { rateLimit: { max: SIGN_INS_A_MINUTE, timeWindow: '1 minute' } },
    bodyLimit: 1024,
    schema: { body },
    // After the rate limit (onRequest), before anything of the body is read.
    preParsing: async (request) => {
      demandOwnHost(request, options.host);
      demandOwnPage(request);
    },
    handler: async ({ body: { role, council } }, reply) => {
      const token = await options.issueToken({ role, council });
      return reply.header('cache-control', 'no-store').send({ token });
    },
  });
}

function demandOwnHost(request: FastifyRequest, host: string | null): void {
  if (host === null || !isLoopback(host)) return;
  // The header itself, never what a proxy says of it.
  const name = (request.headers.host ?? '').replace(/:\d*$/, '').toLowerCase();
  if (name !== host.toLowerCase() && !isLoopback(name))
    throw refusal(403, 'This server listens at this machine alone: sign in at localhost or 127.0.0.1.');
}

function demandOwnPage(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw refusal(403, 'A sign-in is given to the page of this server only.');
  }
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw refusal(415, 'Send the role and the council as application/json.');
  }
}

function refusal(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { statusCode });
}
