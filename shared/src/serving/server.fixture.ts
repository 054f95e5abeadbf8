import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createDemoIssuer, createTokenVerifier, type DemoIssuer, type TokenVerifier } from '../access';
import { FixedClock } from '../time';
import { clientError, createLogger, serveGraph, type RunningServer, type ServerOptions } from '.';

// A small graph behind a real server, for the tests of this folder. Importing it sets up and takes down.

/** The context of its operations. */
export interface World {
  greeting: string;
  actor: string;
}

const typeDefs = parse(`
  type Query {
    greeting: String
    who: String
    broken: String
    refused: String
    slow: Int
    tens(first: Int = 10): [Item!]!
    number(of: Int!): Int
    share(of: Float!): Float
  }
  type Mutation { touch: Int }
  type Item { name: String tens(first: Int = 10): [Item!]! }
`);

const slow = () => {
  let release: (value: number) => void = () => undefined;
  const gate = new Promise<number>((resolve) => (release = resolve));
  let reached: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (reached = resolve));
  return { gate, begun, release, reached: () => reached() };
};
export let pending = slow();

const schema = buildSubgraphSchema([
  {
    typeDefs,
    resolvers: {
      Query: {
        greeting: (_: unknown, __: unknown, world: World) => world.greeting,
        who: (_: unknown, __: unknown, world: World) => world.actor,
        broken: () => {
          throw new Error('ER_ACCESS_DENIED for coop@db.internal: SELECT secret FROM purse');
        },
        refused: () => {
          throw clientError('FORBIDDEN', 'Auditors only.');
        },
        slow: async () => {
          pending.reached();
          return await pending.gate;
        },
        tens: () => [],
        number: (_: unknown, { of }: { of: number }) => of,
      },
    },
  },
]);

export const clock = new FixedClock('2026-03-02T09:00:00Z');
let folder: string;
export let issuer: DemoIssuer;
let verifier: TokenVerifier;
/** Who verifies tokens of the issuer. */
export const verifierOf = (): TokenVerifier => verifier;
export let lines: Record<string, unknown>[];
const servers: RunningServer[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serving-'));
  issuer = await createDemoIssuer({ folder, issuer: 'https://issuer.test', audience: 'coop', clock });
  verifier = createTokenVerifier({
    issuer: 'https://issuer.test',
    audience: 'coop',
    keys: { jwks: issuer.jwks },
    clock,
  });
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));
beforeEach(() => {
  lines = [];
  pending = slow();
});
afterEach(async () => {
  pending.release(1);
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

export async function serve(options: Partial<ServerOptions<World>> = {}): Promise<RunningServer> {
  const server = await serveGraph<World>({
    name: 'test',
    graph: { schema },
    host: '127.0.0.1',
    port: 0,
    log: createLogger({ level: 'debug' }, { write: (line) => void lines.push(JSON.parse(line) as never) }),
    verifier,
    context: ({ actor }) => ({ greeting: 'Good morning', actor: actor.role ?? 'nobody' }),
    clock,
    ...options,
  });
  servers.push(server);
  return server;
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
}

export async function ask(
  server: RunningServer,
  query: string,
  init: { headers?: Record<string, string>; variables?: unknown } = {},
): Promise<Answer> {
  return await answer(
    await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...init.headers },
      body: JSON.stringify({ query, variables: init.variables }),
    }),
  );
}

export async function answer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    ...(isJson ? (JSON.parse(text) as object) : {}),
  };
}

export const requestLine = () => lines.find((line) => line.msg === 'request');

/** Sends bytes as they are and gives everything that comes back. */
export async function raw(port: number, bytes: string): Promise<string> {
  return await new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}
