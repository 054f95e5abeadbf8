import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createDemoIssuer, createTokenVerifier, type DemoIssuer, type TokenVerifier } from '../access';
import { FixedClock } from '../time';
import {
  clientError,
  createLogger,
  serveGraph,
  SettingsError,
  type RunningServer,
  type ServerOptions,
} from '.';

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

test('a fault of ours shows nothing but the request id, and the log holds it in full', async () => {
  const server = await serve();
  const { status, data, errors, text } = await ask(server, '{ broken greeting }', {
    headers: { 'x-request-id': 'fault-1' },
  });
  expect(status).toBe(200);
  expect(data).toEqual({ broken: null, greeting: 'Good morning' });
  expect(errors).toEqual([
    {
      message: 'Something went wrong on our side. Quote request id fault-1 when you report it.',
      path: ['broken'],
      locations: expect.anything(),
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'fault-1' },
    },
  ]);
  expect(text).not.toMatch(/ER_ACCESS|db\.internal|SELECT|stack|\.ts/);
  expect(lines.find((line) => line.level === 'error')).toMatchObject({
    requestId: 'fault-1',
    err: { message: expect.stringContaining('ER_ACCESS_DENIED'), stack: expect.any(String) },
  });
});

test('a refusal that was written for the client comes through', async () => {
  const { errors } = await ask(await serve(), '{ refused }');
  expect(errors?.[0]).toMatchObject({ message: 'Auditors only.', extensions: { code: 'FORBIDDEN' } });
  expect(lines.filter((line) => line.level === 'error')).toEqual([]);
});

test.each([
  ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ['{ greeting', 'GRAPHQL_PARSE_FAILED'],
  ['query A { who } query B { who }', 'BAD_USER_INPUT'],
  ['{ number(of: 1e99) }', 'GRAPHQL_VALIDATION_FAILED'],
  ['', 'BAD_USER_INPUT'],
  [`{${'who '.repeat(3_100)}}`, 'QUERY_TOO_COMPLEX'],
  [`{${'who '.repeat(9_000)}}`, 'QUERY_TOO_COMPLEX'],
  ['{tens{tens{tens{tens{tens{tens{name}}}}}}}', 'QUERY_TOO_COMPLEX'],
])('what is wrong with a request is told with status 400: %#', async (query, code) => {
  const { status, errors } = await ask(await serve(), query);
  expect([status, errors?.map(({ extensions }) => extensions.code)]).toEqual([400, [code]]);
  expect(requestLine()).toMatchObject({ errorCodes: [code], status: 400 });
});

test('a variable of the wrong type is bad input', async () => {
  const { status, errors } = await ask(await serve(), 'query($n: Int!) { number(of: $n) }', {
    variables: { n: 'x' },
  });
  expect(status).toBe(400);
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('"$n"'),
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('an analyst may ask for what is too much for others', async () => {
  const query = '{tens(first:100){tens(first:100){tens(first: 4){name}}}}';
  const server = await serve();
  const authorization = `Bearer ${await issuer.issue({ subject: 'a', role: 'analyst', council: 'E08000004' })}`;
  expect((await ask(server, query)).errors?.[0]?.extensions).toMatchObject({
    code: 'QUERY_TOO_COMPLEX',
    limit: 10_000,
  });
  expect((await ask(server, query, { headers: { authorization } })).data).toEqual({ tens: [] });
});

test.each(['Bearer nonsense', 'Bearer', 'Basic dTpw', `Bearer ${'x'.repeat(9_000)}`])(
  'a bad token is answered 401 and UNAUTHENTICATED, never with an error of ours: %#',
  async (authorization) => {
    const server = await serve();
    const { status, errors, headers } = await ask(server, '{ who }', { headers: { authorization } });
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toContain('Bearer');
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    expect(requestLine()).toMatchObject({ errorCodes: ['UNAUTHENTICATED'], status: 401 });
    expect(JSON.stringify(lines)).not.toMatch(/nonsense|dTpw|xxxx/);
  },
);

test('a context that cannot be made is a fault of ours, told like any other', async () => {
  const server = await serve({
    context: () => {
      throw new Error('connect ECONNREFUSED 10.1.2.3:3306');
    },
  });
  const { status, errors, text } = await ask(server, '{ who }', { headers: { 'x-request-id': 'r-9' } });
  expect(status).toBe(500);
  expect(errors?.[0]?.message).toContain('Quote request id r-9');
  expect(text).not.toContain('10.1.2.3');
  expect(lines.find((line) => line.level === 'error')).toMatchObject({ requestId: 'r-9' });
});

test.each([undefined, 'has blank', 'x'.repeat(65), 'semi;colon', ''])(
  'a request id that is not sane is replaced by a new one: %j',
  async (sent) => {
    const server = await serve();
    const { headers } = await ask(server, '{ who }', {
      headers: sent === undefined ? {} : { 'x-request-id': sent },
    });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(requestLine()?.requestId).toBe(headers.get('x-request-id'));
  },
);

test('a request as a foreign page could send it is refused', async () => {
  const server = await serve();
  const url = `${server.url}/graphql`;
  const plain = await answer(
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{who}"}',
    }),
  );
  const form = await answer(
    await fetch(url, { method: 'POST', body: new URLSearchParams({ query: '{who}' }) }),
  );
  const get = await answer(await fetch(`${url}?query={who}`));
  expect([plain.status, form.status, get.status]).toEqual([415, 415, 400]);
  for (const { errors } of [plain, form, get]) expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  const declared = await answer(
    await fetch(`${url}?query={who}`, { headers: { 'apollo-require-preflight': '1' } }),
  );
  expect(declared.data).toEqual({ who: 'nobody' });
});

test('a mutation by GET, a batch, a persisted query and another method are refused', async () => {
  const server = await serve();
  const url = `${server.url}/graphql`;
  const json = { 'content-type': 'application/json' };
  const post = async (body: unknown) =>
    await answer(await fetch(url, { method: 'POST', headers: json, body: JSON.stringify(body) }));
  expect((await post([{ query: '{who}' }, { query: '{who}' }])).errors?.[0]?.extensions.code).toBe(
    'BAD_USER_INPUT',
  );
  const persisted = await post({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } });
  expect(persisted.errors?.[0]).toMatchObject({ message: 'PersistedQueryNotSupported' });
  expect((await fetch(url, { method: 'DELETE' })).status).toBe(404);
});

test.each<[string, RequestInit, number]>([
  ['too large', { body: JSON.stringify({ query: `{who} #${'x'.repeat(1_100_000)}` }) }, 413],
  ['not JSON', { body: '{"query":' }, 400],
  ['poisoned', { body: '{"query":"{who}","__proto__":{"admin":true}}' }, 400],
  ['empty', { body: '' }, 400],
  ['no object', { body: '7' }, 400],
])('a body that is %s is refused in words', async (_, init, status) => {
  const server = await serve();
  const result = await answer(
    await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      ...init,
    }),
  );
  expect(result.status).toBe(status);
  expect(result.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(lines.filter((line) => line.level === 'error')).toEqual([]);
});

test('a host header that is none is refused and logged as no fault of ours', async () => {
  const server = await serve();
  const body = '{"query":"{who}"}';
  const text = await raw(
    server.port,
    `POST /graphql HTTP/1.1\r\nHost: [\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect(lines.filter((line) => line.level === 'error')).toEqual([]);
});

test('a client that does not finish its request is cut off', async () => {
  const server = await serve({ requestTimeout: 100 });
  expect(
    await raw(
      server.port,
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n',
    ),
  ).toMatch(/^HTTP\/1\.1 408 /);
});

test('an answer that takes too long is given up', async () => {
  const server = await serve({ answerTimeout: 50 });
  const { status, errors } = await ask(server, '{ slow }', { headers: { 'x-request-id': 'long-1' } });
  expect(status).toBe(503);
  expect(errors?.[0]?.message).toContain('took too long');
  expect(errors?.[0]?.message).toContain('long-1');
  pending.release(1);
  expect((await ask(server, '{ who }')).data).toEqual({ who: 'nobody' });
});

test('no page of another origin may call, but those that are configured', async () => {
  const preflight = async (server: RunningServer, origin: string) =>
    await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
  expect(
    (await preflight(await serve(), 'https://a.example')).headers.get('access-control-allow-origin'),
  ).toBeNull();
  const open = await serve({ corsOrigins: ['https://a.example', 'https://b.example'] });
  expect((await preflight(open, 'https://a.example')).headers.get('access-control-allow-origin')).toBe(
    'https://a.example',
  );
  expect(
    (await preflight(open, 'https://a.example.evil')).headers.get('access-control-allow-origin'),
  ).toBeNull();
  const result = await ask(open, '{ who }', { headers: { origin: 'https://b.example' } });
  expect(result.headers.get('access-control-allow-origin')).toBe('https://b.example');
  expect(result.headers.get('access-control-allow-credentials')).toBeNull();
});

test('an address that asks too often waits, as told, while health answers', async () => {
  const server = await serve({ rates: { perAddress: 12, perToken: Infinity } });
  expect((await ask(server, '{ who }')).status).toBe(200);
  expect((await ask(server, '{ who }')).status).toBe(200);
  const { status, errors, headers } = await ask(server, '{ who }');
  expect([status, headers.get('retry-after')]).toEqual([429, '5']);
  expect(errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 5 });
  expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  clock.advance(5_000);
  expect((await ask(server, '{ who }')).status).toBe(200);
});

test('a token that asks too often waits, while another goes on', async () => {
  const server = await serve({ rates: { perAddress: Infinity, perToken: 6 } });
  const bearer = async (subject: string) => ({
    headers: {
      authorization: `Bearer ${await issuer.issue({ subject, role: 'staff', council: 'E08000004' })}`,
    },
  });
  expect((await ask(server, '{ who }', await bearer('a'))).status).toBe(200);
  const { status, headers, errors } = await ask(server, '{ who }', await bearer('a'));
  expect([status, headers.get('retry-after'), errors?.[0]?.extensions.code]).toEqual([
    429,
    '10',
    'RATE_LIMITED',
  ]);
  expect((await ask(server, '{ who }', await bearer('b'))).status).toBe(200);
});

test('behind a trusted proxy the limit is on the client, and nobody else may name one', async () => {
  const rates = { perAddress: 6, perToken: Infinity };
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const open = await serve({ rates, trustedProxies: ['127.0.0.1'] });
  expect((await ask(open, '{ who }', from('192.0.2.1'))).status).toBe(200);
  expect((await ask(open, '{ who }', from('192.0.2.1'))).status).toBe(429);
  expect((await ask(open, '{ who }', from('192.0.2.2'))).status).toBe(200);
  const shut = await serve({ rates });
  expect((await ask(shut, '{ who }', from('192.0.2.1'))).status).toBe(200);
  expect((await ask(shut, '{ who }', from('192.0.2.2'))).status).toBe(429);
});

test('readiness names the checks that fail and not why; the reason is in the log', async () => {
  let fails = false;
  const server = await serve({
    checks: {
      fine: async () => undefined,
      database: async () => {
        if (fails) throw new Error('ECONNREFUSED 10.1.2.3');
      },
      never: () => (fails ? new Promise(() => undefined) : Promise.resolve()),
    },
    checkTimeout: 30,
  });
  const ready = async () => await fetch(`${server.url}/health/ready`);
  expect((await ready()).status).toBe(200);
  fails = true;
  const response = await ready();
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ status: 'not ready', failed: ['database', 'never'] });
  expect(JSON.stringify(lines)).toContain('10.1.2.3');
  expect(await (await fetch(`${server.url}/health/live`)).json()).toEqual({ status: 'live' });
});

test('metrics count by kind and outcome, and never by what a caller sent', async () => {
  const server = await serve();
  await ask(server, 'query Invented { who }');
  await ask(server, '{ broken who }');
  await ask(server, '{ nothing }');
  const text = await (await fetch(`${server.url}/metrics`)).text();
  expect(text).toContain(
    'graphql_request_duration_seconds_count{service="test",operation="query",outcome="ok"} 1',
  );
  expect(text).toContain(
    'graphql_request_duration_seconds_count{service="test",operation="query",outcome="partial"} 1',
  );
  expect(text).toContain(
    'graphql_request_duration_seconds_count{service="test",operation="none",outcome="refused"} 1',
  );
  expect(text).toContain('graphql_requests_in_flight{service="test"} 0');
  expect(text).toContain('process_resident_memory_bytes');
  expect(text).not.toContain('Invented');
});

test('a subgraph publishes its schema and every server says where things are', async () => {
  const server = await serve({ sdl: 'type Query { who: String }' });
  const sdl = await fetch(`${server.url}/sdl`);
  expect([sdl.headers.get('content-type'), await sdl.text()]).toEqual([
    'text/plain; charset=utf-8',
    'type Query { who: String }',
  ]);
  const nowhere = await fetch(`${server.url}/elsewhere`);
  expect([nowhere.status, await nowhere.text()]).toEqual([404, expect.stringContaining('/graphql')]);
  expect((await fetch(`${(await serve()).url}/sdl`)).status).toBe(404);
});

test('somebody who opens the address in a browser is sent to the page for people', async () => {
  const server = await serve({ pageForPeople: '/' });
  const headers = { accept: 'text/html,*/*' };
  const response = await fetch(`${server.url}/graphql`, { redirect: 'manual', headers });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
});

test('a port that is taken is one line', async () => {
  const { port } = await serve();
  const error = (await serve({ port, name: 'gateway' }).catch((thrown: unknown) => thrown)) as Error;
  expect(error).toBeInstanceOf(SettingsError);
  expect(error.message).toBe(
    `gateway: port ${port} of 127.0.0.1 is taken by another program; stop that one or set PORT to another.`,
  );
});

test('closing lets a running request finish, then closes what hangs on it', async () => {
  const order: string[] = [];
  const server = await serve({
    onClose: async () => void order.push(requestLine() ? 'closed' : 'closed too early'),
  });
  const running = ask(server, '{ slow }');
  await pending.begun;
  const closed = server.close();
  expect(server.close()).toBe(closed);
  await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();
  pending.release(7);
  expect((await running).data).toEqual({ slow: 7 });
  await closed;
  expect(order).toEqual(['closed']);
});

test('a client that goes away in the middle is logged and counted as ended', async () => {
  const server = await serve();
  const away = new AbortController();
  const asked = fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ slow }"}',
    signal: away.signal,
  });
  await pending.begun;
  away.abort();
  await expect(asked).rejects.toThrow();
  while (!requestLine()) await new Promise((resolve) => setImmediate(resolve));
  expect(requestLine()).toMatchObject({ clientWentAway: true });
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toContain('graphql_requests_in_flight{service="test"} 0');
});

test('a request that does not end is cut off at the deadline', async () => {
  const order: string[] = [];
  const server = await serve({ shutdownDeadline: 50, onClose: async () => void order.push('closed') });
  const running = ask(server, '{ slow }').catch(() => order.push('cut off'));
  await pending.begun;
  await server.close();
  await running;
  expect(order.sort()).toEqual(['closed', 'cut off']);
});

/** Sends bytes as they are and gives everything that comes back. */
async function raw(port: number, bytes: string): Promise<string> {
  return await new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}
