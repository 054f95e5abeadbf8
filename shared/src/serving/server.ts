import { createServer, type AddressInfo } from 'node:net';
import fastifyCors from '@fastify/cors';
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Actor, TokenVerifier } from '../access';
import { readingFor } from '../persistence';
import { SettingsError, type RateSettings } from '../settings';
import { systemClock, type Clock } from '../time';
import { createApolloServer, withScope, type Graph } from './apollo';
import { admitCaller, admitAddress } from './admission';
import { boundBodyTime, LONGEST_REQUEST } from './body-time';
import { withinDeadline } from './deadline';
import { clientError } from './errors';
import { answerBadAddress, answerErrors, answerNotFound, AnswerTimeout } from './http-errors';
import { readinessOf, type Check } from './health';
import { limitsFor, type Limits } from './limits';
import type { Logger } from './logging';
import { createMetrics } from './metrics';
import { RateLimiter } from './rate-limit';
import { REQUEST_ID_HEADER, requestIdOf } from './request-id';
import { beginScope, scopeOf, type RequestBase } from './request-scope';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route itself bounds how long the body of a request may take to come. */
    readonly boundsItself?: boolean;
  }
}

/** The path at which every server answers GraphQL. */
export const GRAPHQL_PATH = '/graphql';

/** What a server is made of. Times are in milliseconds. */
export interface ServerOptions<Context extends BaseContext> {
  /** Name in metrics and errors: `gateway`, `assets`. */
  readonly name: string;
  readonly graph: Graph;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly log: Logger;
  readonly verifier: TokenVerifier;
  /** Makes the context of one operation, once the caller is known. */
  readonly context: (request: RequestBase) => Context | Promise<Context>;
  /** Limits for whoever asks; for a subgraph behind a gateway, `(actor) => behindGateway(limitsFor(actor))`. */
  readonly limitsFor?: (actor: Actor) => Limits;
  /** The widest limits that `limitsFor` may give. */
  readonly widestLimits?: Limits;
  /** The schema that carries @listSize, where the served one has lost it, as a gateway's has. */
  readonly limitSchema?: () => GraphQLSchema;
  /** What must answer for the server to be ready, by name. */
  readonly checks?: Readonly<Record<string, Check>>;
  /** The schema to publish at /sdl. */
  readonly sdl?: string | (() => string);
  /** Origins whose pages may call; none by default, `*` for all. */
  readonly corsOrigins?: readonly string[];
  /** How often a caller may ask; null or absent for no limit. */
  readonly rates?: RateSettings | null;
  readonly trustedProxies?: readonly string[];
  /** Largest request, in bytes; 1 MiB by default. */
  readonly bodyLimit?: number;
  /** How long a client may take to send a request; 30 s by default. A route that takes files has bounds of its own. */
  readonly requestTimeout?: number;
  /** How long an answer may take; 30 s by default. */
  readonly answerTimeout?: number;
  /** How long each readiness check may take; 2 s by default. */
  readonly checkTimeout?: number;
  /** How long running requests are waited for at the end; 10 s by default. */
  readonly shutdownDeadline?: number;
  readonly clock?: Clock;
  readonly plugins?: readonly ApolloServerPlugin<BaseContext>[];
  /** Further routes: a page for people, a stream of events. */
  readonly routes?: (app: FastifyInstance) => void | Promise<void>;
  /** Where a person who opens the GraphQL address in a browser is sent; nowhere by default. */
  readonly pageForPeople?: string;
  /** Called when the last request is done: closes databases and the like. */
  readonly onClose?: () => Promise<void>;
}

/** A server that listens. */
export interface RunningServer {
  /** Without a path: `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening, lets running requests finish until the deadline, then closes what hangs on it. */
  close(): Promise<void>;
}

/**
 * Serves a graph over HTTP: GraphQL, health, metrics and, if given, its SDL.
 * @throws SettingsError when the address cannot be listened at
 */
export async function serveGraph<Context extends BaseContext>(
  options: ServerOptions<Context>,
): Promise<RunningServer> {
  const { log, clock = systemClock } = options;
  const metrics = createMetrics(options.name);
  const { apollo, place } = createApolloServer({
    ...options,
    limitsFor: options.limitsFor ?? limitsFor,
    widest: options.widestLimits,
  });
  const perAddress = options.rates ? new RateLimiter(options.rates.perAddress, clock) : null;
  const perToken = options.rates ? new RateLimiter(options.rates.perToken, clock) : null;
  const limits = options.limitsFor ?? limitsFor;
  const answerTimeout = options.answerTimeout ?? 30_000;
  const requestTimeout = options.requestTimeout ?? 30_000;
  let closing: Promise<void> | null = null;

  const app: FastifyInstance = Fastify({
    logger: false,
    frameworkErrors: answerBadAddress,
    genReqId: (request) => requestIdOf(request.headers[REQUEST_ID_HEADER]),
    bodyLimit: options.bodyLimit ?? 1_048_576,
    // Each request is bounded by its route; this is behind them.
    requestTimeout: Math.max(LONGEST_REQUEST, requestTimeout),
    keepAliveTimeout: 65_000,
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    http: {
      headersTimeout: Math.min(15_000, requestTimeout),
      connectionsCheckingInterval: Math.min(5_000, requestTimeout),
      maxHeaderSize: 32_768,
    },
  });
  // Only JSON is read; a form or plain text could be sent by a foreign page without being asked.
  app.removeContentTypeParser('text/plain');

  app.addHook('onRequest', async (request, reply) => {
    const scope = beginScope(request, request.id, log.child({ requestId: request.id }));
    void reply.headers({ [REQUEST_ID_HEADER]: request.id, 'x-content-type-options': 'nosniff' });
    // Comes once for every response, also for one whose client went away before its end.
    reply.raw.once('close', () => finish(request, reply));
    if (!request.routeOptions.config.boundsItself) boundBodyTime(request, reply, requestTimeout);
    if (!isGraphql(request)) return;
    metrics.begin();
    void reply.header('cache-control', 'no-store');
    if (perAddress) admitAddress(perAddress, request.ip, scope, reply);
  });
  app.addHook('onSend', async (_, reply) => {
    if (closing) void reply.header('connection', 'close');
  });
  app.setErrorHandler(answerErrors);
  app.setNotFoundHandler(answerNotFound);

  const finish = (request: FastifyRequest, reply: FastifyReply) => {
    const scope = scopeOf(request);
    scope.isGone = scope.operation === 'query';
    const milliseconds = Math.round(scope.elapsed() * 10) / 10;
    if (isGraphql(request)) metrics.end(scope.operation, scope.outcome(reply.statusCode), milliseconds);
    // Without the query part of the address: with GET it holds the variables.
    const line = {
      method: request.method,
      path: request.url.split('?', 1)[0]?.slice(0, 200),
      status: reply.statusCode,
      milliseconds,
      ...(!reply.raw.writableFinished && { clientWentAway: true }),
      ...(scope.operationName !== null && { operationName: scope.operationName }),
      ...(scope.operation !== 'none' && { operation: scope.operation }),
      ...(scope.errorCodes.length > 0 && { errorCodes: scope.errorCodes }),
      ...(scope.actor.role !== null && { role: scope.actor.role, council: scope.actor.council }),
    };
    if (isGraphql(request)) scope.log.info(line, 'request');
    else scope.log.debug(line, 'request');
  };

  if (options.corsOrigins?.length)
    await app.register(fastifyCors, {
      origin: options.corsOrigins.includes('*') ? '*' : [...options.corsOrigins],
      methods: ['GET', 'POST'],
      allowedHeaders: ['authorization', 'content-type', 'apollo-require-preflight', REQUEST_ID_HEADER],
      exposedHeaders: [REQUEST_ID_HEADER, 'retry-after'],
      maxAge: 600,
    });

  const ready = readinessOf(options.checks ?? {}, options.checkTimeout ?? 2_000, (check, error) =>
    log.warn({ check, err: error }, 'A readiness check failed.'),
  );
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_, reply) => {
    const { ready: isReady, failed } = closing ? { ready: false, failed: ['stopping'] } : await ready();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', failed });
  });
  app.get('/metrics', async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()));
  const { sdl } = options;
  if (sdl !== undefined)
    app.get('/sdl', async (_, reply) =>
      reply.type('text/plain; charset=utf-8').send(typeof sdl === 'string' ? sdl : sdl()),
    );
  await options.routes?.(app);

  await apollo.start();
  const handler = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest) => {
      const scope = scopeOf(request);
      try {
        const caller = await admitCaller(request, scope, options.verifier, perToken, limits);
        const base: RequestBase = {
          requestId: scope.requestId,
          ...caller,
          log: scope.log,
          clientAddress: request.ip,
        };
        return withScope(await options.context(base), scope);
      } catch (error) {
        place(error, scope);
        throw error;
      }
    },
  });
  app.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    preHandler: async (request, reply) => {
      // The integration builds an address from it.
      if (!URL.canParse(`http://${request.hostname}/`))
        throw clientError('BAD_USER_INPUT', 'The header host is not a host.', {}, { status: 400 });
      if (options.pageForPeople !== undefined && isPersonLooking(request))
        return reply.redirect(options.pageForPeople, 303);
    },
    // Not fastify's own handlerTimeout: that one ends as soon as the request's body has been read.
    handler: async (request, reply) =>
      await withinDeadline(
        readingFor(scopeOf(request), () => Promise.resolve(handler.call(app, request, reply))),
        answerTimeout,
        () => new AnswerTimeout('No answer in time.'),
      ),
  });

  await listen(app, options).catch(async (error: unknown) => {
    await app.close();
    await apollo.stop();
    throw error;
  });
  const { port } = app.server.address() as AddressInfo;

  const close = async () => {
    const deadline = setTimeout(() => app.server.closeAllConnections(), options.shutdownDeadline ?? 10_000);
    try {
      await app.close();
    } finally {
      clearTimeout(deadline);
      await apollo.stop();
      await options.onClose?.();
    }
  };
  return { url: `http://${shownHost(options.host)}:${port}`, port, close: () => (closing ??= close()) };
}

const isGraphql = (request: FastifyRequest) => request.url.split('?', 1)[0] === GRAPHQL_PATH;

const isPersonLooking = (request: FastifyRequest) =>
  request.method === 'GET' &&
  !request.url.includes('query=') &&
  /\btext\/html\b/.test(request.headers.accept ?? '');

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function listen(
  app: FastifyInstance,
  { host, port, name }: { host: string; port: number; name: string },
) {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw portError(error, { host, port, name });
  }
}

/**
 * Looks whether a port can be had, before anything is opened that takes long. Another program may still take it meanwhile.
 * @throws SettingsError, one clear line, when it cannot
 */
export async function assertPortFree(at: { host: string; port: number; name: string }): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(portError(error, at)));
    probe.listen(at.port, at.host, () => probe.close(() => resolve()));
  });
}

/** What is wrong with a port, in one line for whoever set it. */
function portError(
  error: unknown,
  { host, port, name }: { host: string; port: number; name: string },
): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const where = `port ${port} of ${host}`;
  if (code === 'EADDRINUSE')
    return new SettingsError(
      `${name}: ${where} is taken by another program; stop that one or set PORT to another.`,
    );
  if (code === 'EACCES')
    return new SettingsError(`${name}: ${where} may not be opened by this user; set PORT to 1024 or above.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new SettingsError(
      `${name}: this machine has no address ${host}; set COOP_HOST to one that it has.`,
    );
  return error;
}
