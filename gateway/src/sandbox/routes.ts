import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type {
  SandboxConfig,
  SandboxCouncil,
  SandboxExample,
  SandboxMode,
  SandboxRole,
  SandboxSubgraph,
} from './config.types';
import { demoTokenRoute, type IssueToken } from './demo-token';
import { SECURITY_HEADERS } from './security-headers';

/** Where `build:sandbox` puts the page; the same folder whether this runs from `src` or from `dist`. */
export const PAGE_FOLDER = resolve(__dirname, '../../dist-sandbox');

/** What the sandbox is told by the house that it stands in. */
export interface SandboxOptions {
  readonly mode: SandboxMode;
  readonly examples: readonly SandboxExample[];
  readonly subgraphs: readonly SandboxSubgraph[];
  /** The schema as clients see it, as text. A function where it can change while the server runs. */
  readonly schemaSdl: string | (() => string);
  /** Whom a demo sign-in can be; not used in production. */
  readonly councils?: readonly SandboxCouncil[];
  readonly roles?: readonly SandboxRole[];
  /** Signs demo tokens. Without it, or in production, there is no sign-in menu and no `/demo/token`. */
  readonly issueToken?: IssueToken;
  /** Address that the server listens at. At a loopback address, demo tokens go to this machine's own pages only. */
  readonly host?: string;
  /** The graph's own path; `/graphql` unless given. */
  readonly endpoint?: string;
  /** The built page; {@link PAGE_FOLDER} unless given. */
  readonly folder?: string;
}

/**
 * The page for people, as a fastify plugin to register at the root: `/`, its files below `/sandbox/`, the
 * schema at `/schema.graphql` and, in demo mode, `POST /demo/token`. It is encapsulated: its headers and its
 * error answers touch no other route.
 */
export function sandboxRoutes(options: SandboxOptions): (app: FastifyInstance) => Promise<void> {
  const folder = options.folder ?? PAGE_FOLDER;
  const config = configOf(options);
  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.headers(SECURITY_HEADERS);
    });
    app.setErrorHandler(answerError);

    app.get('/', async (_request, reply) => {
      const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
      // Revalidated at every visit: it names the files of its own build.
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
      return page === null ? reply.code(503).send(NOT_BUILT) : reply.send(page);
    });
    app.get('/sandbox/config.json', async (_request, reply) =>
      reply.header('cache-control', 'no-cache').send(config),
    );
    app.get(config.schemaUrl, async (_request, reply) =>
      reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(sdlOf(options)),
    );

    const assets = join(folder, 'assets');
    if (existsSync(assets)) {
      await app.register(fastifyStatic, {
        root: assets,
        prefix: '/sandbox/assets/',
        decorateReply: false,
        index: false,
        preCompressed: true,
        // The names carry a hash of the content, so what they name never changes.
        immutable: true,
        maxAge: '365d',
      });
    }
    if (config.mode === 'demo' && options.issueToken) {
      await app.register(demoTokenRoute, {
        ...config,
        issueToken: options.issueToken,
        host: options.host ?? null,
      });
    }
  };
}

const NOT_BUILT =
  '<!doctype html><html lang="en-GB"><title>Sandbox not built</title>' +
  '<p>The sandbox page has not been built yet. Run <code>npm start</code>, or ' +
  '<code>pnpm --filter @coop/gateway run build:sandbox</code>, and start again.</p></html>';

function configOf({ mode, subgraphs, examples, endpoint, ...options }: SandboxOptions): SandboxConfig {
  const signIn = mode === 'demo' && options.issueToken !== undefined;
  return {
    mode,
    endpoint: endpoint ?? '/graphql',
    schemaUrl: '/schema.graphql',
    subgraphs,
    examples,
    councils: signIn ? (options.councils ?? []) : [],
    roles: signIn ? (options.roles ?? []) : [],
  };
}

function sdlOf({ schemaSdl }: SandboxOptions): string {
  return typeof schemaSdl === 'string' ? schemaSdl : schemaSdl();
}

/** Refusals say what was wrong; a fault of our own is logged and says nothing of the inside. */
function answerError(
  error: FastifyError,
  request: { log: FastifyInstance['log'] },
  reply: FastifyReply,
): void {
  const status = error.statusCode ?? 500;
  if (status >= 500) request.log.error(error);
  void reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ error: status >= 500 ? 'Something went wrong on the server.' : error.message });
}
