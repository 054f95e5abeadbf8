import { buildSchema, type GraphQLSchema } from 'graphql';
import { answer, ask, issuer, lines, pending, raw, requestLine, serve } from './server.fixture';

/** Fragments that each spread the next twice: one field in the answer, two to the power of so many to write out. */
function ladder(steps: number): string {
  const step = (index: number) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`;
  return `{ ...F0 } ${Array.from({ length: steps }, (_, index) => step(index)).join(' ')} fragment F${steps} on Query { who }`;
}

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
  ['query A { who } query B { who } mutation C { touch }', 'BAD_USER_INPUT'],
  ['subscription { x }', 'BAD_USER_INPUT'],
  ['{ share(of: 1e400) }', 'BAD_USER_INPUT'],
  ['query($n: Float = -1e999) { share(of: $n) }', 'BAD_USER_INPUT'],
  [`{ ${'['.repeat(8)} }`, 'GRAPHQL_PARSE_FAILED'],
  [ladder(120), 'QUERY_TOO_COMPLEX'],
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
  const query = '{tens(first:100){tens(first:100){name}}}';
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
  const get = await answer(
    await fetch(`${url}?query=mutation{touch}`, { headers: { 'apollo-require-preflight': '1' } }),
  );
  expect([get.status, get.errors?.[0]?.extensions.code]).toEqual([405, 'BAD_USER_INPUT']);
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

test("a gateway's own notes on an answer are for the log, not for the client", async () => {
  const noted = { valueCompletion: [{ message: 'Invalid value.', extensions: { code: 'INVALID_GRAPHQL' } }] };
  const gateway = {
    onSchemaLoadOrUpdate: (
      tell: (given: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void,
    ) => {
      tell({ apiSchema: buildSchema('type Query { who: String }'), coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({ executor: async () => ({ data: { who: null }, extensions: noted }) }),
    stop: async () => undefined,
  };
  const server = await serve({ graph: { gateway: gateway as never } });
  const { status, text } = await ask(server, '{ who }');
  expect([status, JSON.parse(text)]).toEqual([200, { data: { who: null } }]);
  expect(lines.find(({ level }) => level === 'warn')).toMatchObject({ extensions: noted });
});

test('an address that cannot be read is refused in our own words', async () => {
  const server = await serve();
  const text = await raw(server.port, 'GET /%c0 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect(text).toContain('The address of the request cannot be read.');
  expect(text).not.toContain('FST_ERR');
  const long = `GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`;
  expect(await raw(server.port, long)).toMatch(/^HTTP\/1\.1 431 (?![^]*(FST_ERR|HPE_))/);
});
