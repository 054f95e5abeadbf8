import { connect } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';
import {
  ANONYMOUS,
  createDemoIssuer,
  createTokenVerifier,
  AccessError,
  type DemoIssuer,
  type TokenVerifier,
} from '../access';
import { FixedClock } from '../time';
import {
  clientError,
  createLogger,
  serveGraph,
  SettingsError,
  type RunningServer,
  type ServerOptions,
} from '.';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface World {
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
  }
  type Item { name: String tens(first: Int = 10): [Item!]! }
`);

const slow = () => {
  let release: (value: number) => void = () => undefined;
  const gate = new Promise<number>((resolve) => (release = resolve));
  let reached: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (reached = resolve));
  return { gate, begun, release, reached: () => reached() };
};
let pending = slow();

const schema = buildSubgraphSchema([
  {
    typeDefs,
    resolvers: {
      Query: {
        greeting: (_: unknown, __: unknown, world: World) => world.greeting,
        who: (_: unknown, __: unknown, world: World) => world.actor,
        broken: () => {
          throw new Error('ER_ACCESS_DENIED for coop@db.internal: SELECT secret FROM ballot');
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

const clock = new FixedClock('2026-03-02T09:00:00Z');
let folder: string;
let issuer: DemoIssuer;
let verifier: TokenVerifier;
let lines: Record<string, unknown>[];
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

async function serve(options: Partial<ServerOptions<World>> = {}): Promise<RunningServer> {
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

async function ask(
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

async function answer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    ...(isJson ? (JSON.parse(text) as object) : {}),
  };
}

const requestLine = () => lines.find((line) => line.msg === 'request');

test('a query is answered with its request id, and logged in one line without variables or token', async () => {
  const server = await serve();
  const token = await issuer.issue({ subject: 'u1', role: 'officer', council: 'E08000004' });
  const result = await ask(server, 'query Asked($n: Int!) { who number(of: $n) }', {
    headers: { 'x-request-id': 'abc-1', authorization: `Bearer ${token}` },
    variables: { n: 424242 },
  });
  expect(result).toMatchObject({ status: 200, data: { who: 'officer', number: 424242 } });
  expect(result.headers.get('x-request-id')).toBe('abc-1');
  expect(requestLine()).toMatchObject({
    requestId: 'abc-1',
    operationName: 'Asked',
    operation: 'query',
    status: 200,
    role: 'officer',
    path: '/graphql',
    milliseconds: expect.any(Number),
  });
  const log = JSON.stringify(lines);
  expect(log).not.toContain('424242');
  expect(log).not.toContain(token.slice(-20));
});
test('smoke', async () => {
  const server = await serve({ sdl: 'type Query { a: Int }' });
  console.log(await ask(server, '{broken greeting}'), lines);
  console.log(await ask(server, '{who}', { headers: { authorization: 'Bearer abc' } }));
  console.log((await ask(server, '{tens{tens{tens{tens{tens{tens{name}}}}}}}')).text);
  console.log((await ask(server, '{nothing}')).text);
  console.log((await ask(server, '{nothing')).text);
  console.log((await ask(server, '{number}')).text);
  console.log((await ask(server, 'query($n: Int!){number(of: $n)}', { variables: { n: 'x' } })).text);
  console.log((await ask(server, 'query($n: Int){number(of: $n)}')).text);
  console.log(
    await (await fetch(server.url + '/health/ready')).text(),
    (await (await fetch(server.url + '/metrics')).text()).slice(0, 500),
  );
  expect([ANONYMOUS, AccessError, GraphQLError, SettingsError, connect]).toBeDefined();
});
