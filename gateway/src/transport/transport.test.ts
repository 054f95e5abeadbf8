import { createGateway } from '../gateway';
import { silentLog } from '../log';
import { asker } from '../testing/ask';
import { COUNCILS, directory } from '../testing/directory';
import { property } from '../testing/property';
import { type Listening, servePlainly } from '../testing/servers';

type Subgraph = ReturnType<typeof directory> | ReturnType<typeof property>;

/** The same graph by either transport. */
async function graph(transport: 'in process' | 'over HTTP') {
  const subgraphs = { directory: directory(), property: property() };
  const servers = new Map<string, Listening>();
  const listed = Object.values(subgraphs).map(async (subgraph: Subgraph) => {
    if (transport === 'in process') return subgraph;
    const server = await servePlainly(subgraph);
    servers.set(subgraph.name, server);
    return { name: subgraph.name, url: server.url, sdl: subgraph.sdl };
  });
  const gateway = createGateway({ subgraphs: await Promise.all(listed), log: silentLog });
  const { ask, close } = await asker(gateway);
  return {
    ask,
    calls: { ...subgraphs.directory.calls },
    subgraphs,
    close: async () => {
      await close();
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}

describe.each(['in process', 'over HTTP'] as const)('%s', (transport) => {
  let open: Awaited<ReturnType<typeof graph>>;
  beforeAll(async () => {
    open = await graph(transport);
  });
  afterAll(async () => open.close());

  test('a query over two subgraphs answers as one', async () => {
    const { data, errors } = await open.ask(
      '{ councils { name since assets { name worth { pence } council { name } } } }',
    );
    expect(errors).toBeUndefined();
    const councils = data?.['councils'] as Record<string, unknown>[];
    expect(councils).toHaveLength(20);
    expect(councils[3]).toEqual({
      name: 'Council 3',
      since: '2012-06-04',
      assets: Array.from({ length: 5 }, (_, index) => ({
        name: `Hall ${index}`,
        worth: { pence: 6 },
        council: { name: 'Council 3' },
      })),
    });
  });

  test('a union resolves by its __typename', async () => {
    const { data } = await open.ask(
      '{ assets { neighbour { __typename ... on Road { number } ... on Asset { name } } } }',
    );
    expect((data!['assets'] as unknown[]).slice(0, 2)).toEqual([
      { neighbour: { __typename: 'Road', number: 62 } },
      { neighbour: { __typename: 'Asset', name: 'Hall 1' } },
    ]);
  });

  test('a subgraph is told the token and the request id and nothing else', async () => {
    const { data } = await open.ask('{ headersSeen }', {}, { authorization: 'Bearer abc', requestId: 'r-7' });
    expect(JSON.parse(String(data?.['headersSeen']))).toEqual({
      authorization: 'Bearer abc',
      'x-request-id': 'r-7',
    });
    const anonymous = await open.ask('{ headersSeen }', {}, { requestId: 'r-8' });
    expect(JSON.parse(String(anonymous.data?.['headersSeen']))).toEqual({ 'x-request-id': 'r-8' });
  });

  test('an error of a field stands at its place and says nothing of the inside', async () => {
    const answer = await open.ask('{ assets { council { name motto } } broken }');
    expect(answer.errors).toHaveLength(6);
    expect(answer.errors).toContainEqual(
      expect.objectContaining({
        message: 'Something went wrong on our side. Quote request id request-1 when you report it.',
        path: ['assets', 95, 'council', 'motto'],
        extensions: expect.objectContaining({ code: 'INTERNAL_SERVER_ERROR', service: 'directory' }),
      }),
    );
    expect(answer.errors?.find(({ path }) => path?.[0] === 'broken')).toBeDefined();
    expect(JSON.stringify(answer)).not.toMatch(/db\.internal|SELECT|secret|stacktrace/);
    expect((answer.data!['assets'] as { council: unknown }[])[94]?.council).toEqual({
      name: 'Council 18',
      motto: 'Council 18 works',
    });
  });

  test('an error that clients act on keeps its code and its message', async () => {
    const { errors, data } = await open.ask('{ guarded partly }');
    expect(data).toEqual({ guarded: null, partly: [1, null, 3] });
    expect(errors).toContainEqual({
      message: 'Sign in first.',
      path: ['guarded'],
      extensions: { code: 'UNAUTHENTICATED', service: 'directory', serviceName: 'directory' },
    });
    expect(errors).toContainEqual(expect.objectContaining({ path: ['partly', 1] }));
  });

  test('a token that the subgraph does not accept is UNAUTHENTICATED at each hole', async () => {
    const { errors, data } = await open.ask(
      '{ assets { name council { name } } }',
      {},
      { authorization: 'Bearer forged' },
    );
    expect((data!['assets'] as unknown[])[7]).toEqual({ name: 'Hall 2', council: null });
    expect(errors?.[7]).toEqual(
      expect.objectContaining({
        message: expect.stringContaining('token'),
        path: ['assets', 7, 'council', 'name'],
        extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }),
      }),
    );
  });

  test('a variable of the wrong type is refused before any subgraph is asked', async () => {
    const { errors } = await open.ask('query ($c: ID!) { council(gssCode: $c) { name } }', { c: { a: 1 } });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  test('what a subgraph keeps is not changed by what the plan merges', async () => {
    const before = JSON.stringify(COUNCILS);
    await open.ask('{ councils { id name since assets { id } } }');
    await open.ask('{ councils { id name since assets { id council { since motto } } } }');
    expect(JSON.stringify(COUNCILS)).toBe(before);
  });

  test('node and nodes find anything public by its id', async () => {
    const ids = ['asset_3X2', COUNCILS[4]!.id, 'asset_none', 'nothing_1', 'no id', 'asset_3X2'];
    const { data, errors } = await open.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Asset { name } ... on Council { name } } }',
      { ids },
    );
    expect(errors).toBeUndefined();
    const hall = { __typename: 'Asset', id: 'asset_3X2', name: 'Hall 2' };
    expect(data?.['nodes']).toEqual([
      hall,
      { __typename: 'Council', id: COUNCILS[4]!.id, name: 'Council 4' },
      null,
      null,
      null,
      hall,
    ]);
    const one = await open.ask('{ a: node(id: "asset_1X1") { id } b: node(id: "asset_no") { id } }');
    expect(one.data).toEqual({ a: { id: 'asset_1X1' }, b: null });
  });

  test('nodes takes at most 100 ids', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `asset_${index}`);
    const { errors } = await open.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(errors?.[0]).toMatchObject({ path: ['nodes'], extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('a mutation runs once', async () => {
    const { data } = await open.ask('mutation { councilCount }');
    expect(data).toEqual({ councilCount: 1 });
  });
});
