import { createGateway, type GatewayOptions } from './gateway';
import { silentLog } from './log';
import { asker } from './testing/ask';
import { directory } from './testing/directory';
import { libraries } from './testing/libraries';
import { property } from './testing/property';
import { servePlainly } from './testing/servers';

const FEW_SECONDS = { timeout: 2_000, connectTimeout: 500 };

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** A server that is closed after the test, if it is not before. */
async function serving(...given: Parameters<typeof servePlainly>) {
  const server = await servePlainly(...given);
  opened.push(() => server.close());
  return server;
}

async function open(options: Partial<GatewayOptions> = {}) {
  const gateway = createGateway({
    subgraphs: [directory(), property()],
    http: FEW_SECONDS,
    log: silentLog,
    ...options,
  });
  const graph = { gateway, ...(await asker(gateway)) };
  opened.push(() => graph.close());
  return graph;
}

const LIBRARY_QUERY =
  '{ council(gssCode: "E08001003") { name libraries { name } } node(id: "library_1") { __typename id } }';
const LIBRARY_ANSWER = {
  council: { name: 'Council 3', libraries: [{ name: 'Library of E08001003' }] },
  node: { __typename: 'Library', id: 'library_1' },
};

test("a partner's plain server joins by one line", async () => {
  const server = await serving(libraries());
  const { ask, gateway } = await open({ partners: [{ name: 'libraries', url: server.url }] });
  expect(gateway.partners()).toEqual([{ name: 'libraries', joined: true, reason: null }]);
  expect(await ask(LIBRARY_QUERY)).toEqual({ data: LIBRARY_ANSWER });
});

test('the gateway starts without a partner that is away, and takes it in while it serves', async () => {
  const gone = await serving(libraries());
  await gone.close();
  const { ask, gateway } = await open({ partners: [{ name: 'libraries', url: gone.url }] });
  expect(gateway.partners()[0]?.joined).toBe(false);
  expect((await ask('{ councils { name } }')).errors).toBeUndefined();
  expect((await ask(LIBRARY_QUERY)).errors?.[0]?.message).toContain('libraries');
  const server = await serving(libraries(), Number(new URL(gone.url).port));
  expect(await gateway.look()).toBe(true);
  expect(await ask(LIBRARY_QUERY)).toEqual({ data: LIBRARY_ANSWER });
  await server.close();
  const { data, errors = [] } = await ask(LIBRARY_QUERY);
  expect(data).toEqual({ council: { name: 'Council 3', libraries: null }, node: null });
  const found = errors.map(({ path, extensions }) => [
    path?.join('.'),
    extensions?.['code'],
    extensions?.['service'],
  ]);
  expect(found.sort()).toEqual([
    ['council.libraries', 'SUBGRAPH_UNAVAILABLE', 'libraries'],
    ['node', 'SUBGRAPH_UNAVAILABLE', 'libraries'],
  ]);
});

test('partners are looked at again and again until the gateway is closed', async () => {
  const seen: string[] = [];
  let look: () => void = () => undefined;
  const third = new Promise<void>((resolve) => (look = resolve));
  const partner = libraries();
  const server = await serving({
    ...partner,
    contextFor: () => {
      seen.push('asked');
      if (seen.length === 3) look();
      return {};
    },
  });
  const { close, gateway } = await open({ partners: [{ name: 'libraries', url: server.url }], pollEvery: 5 });
  await third;
  await close();
  await gateway.close();
  const asked = seen.length;
  await server.close();
  expect(seen).toHaveLength(asked);
});

test('a supergraph that names a subgraph which is not configured is refused at start', async () => {
  const whole = createGateway({ subgraphs: [directory(), property()], log: silentLog });
  const gateway = createGateway({
    subgraphs: [directory()],
    supergraphSdl: whole.supergraphSdl(),
    log: silentLog,
  });
  await expect(gateway.apollo.load()).rejects.toThrow('property');
  await Promise.all([gateway.close(), whole.close()]);
});

test('the gateway does not report to its maker', () => {
  const gateway = createGateway({ subgraphs: [directory()], log: silentLog });
  const { toDispose } = gateway.apollo as unknown as { toDispose: unknown[] };
  expect(toDispose).toEqual([]);
});
