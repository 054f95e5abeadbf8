import { SettingsError, type RunningServer } from '.';
import { ask, clock, issuer, lines, pending, requestLine, serve } from './server.fixture';

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
  await expect(fetch(`${server.url}/health/live`)).rejects.toThrow('fetch failed');
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
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
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
