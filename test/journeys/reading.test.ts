import { testGraph } from '../kit/graph';

describe('reading', () => {
  const graph = testGraph();

  test('open data needs no token', async () => {
    const { data, errors, status } = await graph.ask(
      `query Oldham($code: ID!) { council(gssCode: $code) { name kind wards(first: 2) { totalCount nodes { name } } } }`,
      { code: 'E08000004' },
    );
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    expect(data).toEqual({
      council: {
        name: 'Oldham',
        kind: 'METROPOLITAN_DISTRICT',
        wards: {
          totalCount: expect.any(Number),
          nodes: [{ name: expect.any(String) }, { name: expect.any(String) }],
        },
      },
    });
  });

  test('a council, a ward and what is unknown are found by id alone, in the order asked for', async () => {
    const { data } = await graph.ask<{ council: { id: string; wards: { nodes: { id: string }[] } } }>(
      `{ council(gssCode: "E08000004") { id wards(first: 1) { nodes { id } } } }`,
    );
    const ward = data?.council.wards.nodes[0]?.id ?? '';
    const found = await graph.ask(
      `query Found($ids: [ID!]!, $one: ID!) {
        node(id: $one) { __typename ... on Council { name } }
        nodes(ids: $ids) { __typename id ... on Ward { councils { name } } }
      }`,
      { one: data?.council.id, ids: [ward, 'council_E08009999', 'nothing', data?.council.id] },
    );
    expect(found.errors).toBeUndefined();
    expect(found.data).toEqual({
      node: { __typename: 'Council', name: 'Oldham' },
      nodes: [
        { __typename: 'Ward', id: ward, councils: [{ name: 'Oldham' }] },
        null,
        null,
        { __typename: 'Council', id: 'council_E08000004' },
      ],
    });
  });

  test('what is unknown is null, and no error', async () => {
    const { data, errors } = await graph.ask(
      `{ council(gssCode: "E08009999") { name } node(id: "") { id } }`,
    );
    expect({ data, errors }).toEqual({ data: { council: null, node: null }, errors: undefined });
  });

  test('every subgraph answers alone at its own port, and publishes its schema', async () => {
    for (const { name, built } of graph.running.open) {
      const { data } = await graph.askSubgraph(name, '{ __typename _service { sdl } }');
      expect(data).toEqual({ __typename: 'Query', _service: { sdl: expect.stringContaining('@key') } });
      const url = graph.running.subgraphs[name];
      expect(await (await fetch(`${url}/sdl`)).text()).toBe(built.sdl);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    }
  });
});
