import { createGateway } from '../gateway';
import type { Log } from '../log';
import { asker } from '../testing/ask';
import { COUNCILS, directory } from '../testing/directory';
import { property } from '../testing/property';
import { servePlainly, serveRaw } from '../testing/servers';

const HTTP = { timeout: 300, connectTimeout: 200, maximumBytes: 10_000 };

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** Anything that is closed after the test, if it is not before. */
async function closing<Thing extends { close(): Promise<unknown> }>(opening: Promise<Thing>): Promise<Thing> {
  const thing = await opening;
  opened.push(() => thing.close());
  return thing;
}

/** Our directory in process, beside a register of property that is only an address. */
async function withProperty(url: string) {
  const logged: object[] = [];
  const keep = (facts: object) => void logged.push(facts);
  const log: Log = { info: keep, warn: keep, error: keep };
  const remote = { name: 'property', url, sdl: property().sdl };
  const gateway = createGateway({ subgraphs: [directory(), remote], http: HTTP, log });
  return { ...(await closing(asker(gateway))), logged };
}

type Raw = Parameters<typeof serveRaw>[0];

/** What the graph answers when the register of property answers like this. */
async function ask(answer: Raw, query: string) {
  const server = await closing(serveRaw(answer));
  const graph = await withProperty(server.url);
  const result = await graph.ask(query);
  return { ...result, logged: graph.logged, requests: server.requests, host: new URL(server.url).host };
}

const UPSTREAM = 'upstream stack at db.internal';
const json = (status: number, body: unknown): Raw => {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
};

const WAYS_TO_FAIL: [how: string, code: string, answer: Raw][] = [
  ['hangs up', 'SUBGRAPH_UNAVAILABLE', (request) => void request.socket.destroy()],
  ['never answers', 'SUBGRAPH_UNAVAILABLE', () => undefined],
  [
    'stops in the middle',
    'SUBGRAPH_UNAVAILABLE',
    (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":'),
  ],
  ['answers 503', 'SUBGRAPH_UNAVAILABLE', json(503, { message: UPSTREAM })],
  ['answers 500 with errors', 'SUBGRAPH_UNAVAILABLE', json(500, { errors: [{ message: UPSTREAM }] })],
  ['sends a page', 'SUBGRAPH_UNAVAILABLE', (_, response) => void response.end(`<html>${UPSTREAM}</html>`)],
  [
    'redirects',
    'SUBGRAPH_UNAVAILABLE',
    (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  ],
  [
    'sends too much',
    'SUBGRAPH_UNAVAILABLE',
    (_, response) => void response.end(JSON.stringify({ data: null, errors: [UPSTREAM.repeat(1_000)] })),
  ],
  ['answers 401', 'UNAUTHENTICATED', json(401, { message: UPSTREAM })],
  ['answers 403', 'FORBIDDEN', json(403, { message: UPSTREAM })],
  ['sends neither data nor errors', 'INTERNAL_SERVER_ERROR', json(200, { data: null })],
  ['sends a list as data', 'INTERNAL_SERVER_ERROR', json(200, { data: [UPSTREAM] })],
  ['sends an error without data', 'INTERNAL_SERVER_ERROR', json(200, { errors: [{ message: UPSTREAM }] })],
  ['sends no error at all', 'INTERNAL_SERVER_ERROR', json(200, { errors: [null], data: null })],
  ['sends too few entities', 'INTERNAL_SERVER_ERROR', json(200, { data: { _entities: [] } })],
];

describe.each(WAYS_TO_FAIL)('a subgraph that %s', (_how, code, answer) => {
  test('leaves a hole and an error at each place, and the rest is there', async () => {
    const result = await ask(answer, '{ councils { name assets { name } } }');
    const councils = result.data?.['councils'] as { name: string; assets: unknown }[];
    expect(councils.map(({ name }) => name)).toEqual(COUNCILS.map(({ name }) => name));
    expect(councils.every(({ assets }) => assets === null)).toBe(true);
    expect(result.errors?.map(({ path }) => path)).toEqual(
      COUNCILS.map((_, row) => ['councils', row, 'assets']),
    );
    for (const { extensions } of result.errors ?? []) {
      expect(extensions).toMatchObject({ code, service: 'property' });
    }
    const text = JSON.stringify([result.data, result.errors]);
    expect(text).not.toContain('internal');
    expect(text).not.toContain(result.host);
    expect(result.logged.length).toBeGreaterThan(0);
  });
});

test('a root field of a dead subgraph is a hole with an error beside the others', async () => {
  const { data, errors } = await ask(
    (request) => void request.socket.destroy(),
    '{ mine: assets { id } councils { name } }',
  );
  expect(data?.['mine']).toBeNull();
  expect(data?.['councils']).toHaveLength(20);
  expect(errors).toEqual([expect.objectContaining({ path: ['mine'] })]);
});

test('node of a dead subgraph is an error that names it, not a thing that does not exist', async () => {
  const { data, errors } = await ask(
    (request) => void request.socket.destroy(),
    `{ nodes(ids: ["asset_1", "${COUNCILS[0]!.id}"]) { id } }`,
  );
  expect(data).toEqual({ nodes: [null, { id: COUNCILS[0]!.id }] });
  expect(errors).toEqual([
    expect.objectContaining({
      path: ['nodes', 0],
      extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE', service: 'property' }),
    }),
  ]);
});

test('a query is sent once more when the connection broke, and then answers', async () => {
  let dropped = 0;
  const { data, errors } = await ask((request, response) => {
    dropped += 1;
    if (dropped === 1) request.socket.destroy();
    else response.end(JSON.stringify({ data: { assets: [{ id: 'asset_1' }] } }));
  }, '{ assets { id } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({ assets: [{ id: 'asset_1' }] });
});

test('a query is sent twice at most, and not again after an answer came', async () => {
  const broken = await ask((request) => void request.socket.destroy(), '{ assets { id } }');
  expect(broken.requests).toHaveLength(2);
  const refused = await ask(json(503, {}), '{ assets { id } }');
  expect(refused.requests).toHaveLength(1);
});

test('a mutation is never sent twice', async () => {
  const server = await closing(serveRaw((request) => void request.socket.destroy()));
  const remote = { name: 'directory', url: server.url, sdl: directory().sdl };
  const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const graph = await closing(asker(createGateway({ subgraphs: [property(), remote], http: HTTP, log })));
  const { data, errors } = await graph.ask('mutation { councilCount }');
  expect(data).toEqual({ councilCount: null });
  expect(errors?.[0]).toMatchObject({ path: ['councilCount'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
  expect(server.requests).toHaveLength(1);
});

test('connections are kept between requests', async () => {
  const ports = new Set<number | undefined>();
  const server = await closing(
    serveRaw((request, response) => {
      ports.add(request.socket.remotePort);
      response.end(JSON.stringify({ data: { assets: [] } }));
    }),
  );
  const graph = await withProperty(server.url);
  for (let turn = 0; turn < 10; turn += 1) await graph.ask('{ assets { id } }');
  // The pool may open a second connection before it knows that the first one is free.
  expect(ports.size).toBeLessThanOrEqual(2);
  expect(server.requests).toHaveLength(10);
});

test('a subgraph that comes back is there again', async () => {
  const first = await closing(servePlainly(property()));
  const graph = await withProperty(first.url);
  expect((await graph.ask('{ assets { id } }')).errors).toBeUndefined();
  await first.close();
  expect((await graph.ask('{ assets { id } }')).errors).toHaveLength(1);
  const port = Number(new URL(first.url).port);
  await closing(servePlainly(property(), port));
  expect((await graph.ask('{ assets { id } }')).errors).toBeUndefined();
});
