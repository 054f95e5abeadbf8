import { testGraph } from '../kit/graph';

const CODE = 'E08000004';

/** Councils within wards within councils …, so many levels of lists. */
function cycle(levels: number): string {
  let inner = 'gssCode';
  for (let level = 0; level < levels; level += 1)
    inner = level % 2 ? `wards(first: 100) { nodes { ${inner} } }` : `councils { ${inner} }`;
  return `{ council(gssCode: "${CODE}") { wards(first: 100) { nodes { ${inner} } } } }`;
}

const repeated = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

// How far each kind of query goes beyond what a subgraph still answers: that is more than the gateway does.
const HOSTILE: Readonly<Record<string, string>> = {
  'a cycle of lists, 20 levels deep': cycle(20),
  'a short cycle of long lists': cycle(3),
  'a thousand aliases': `{ ${repeated(1_000, (index) => `a${index}: council(gssCode: "${CODE}") { name }`)} }`,
  'a hundred roots': `{ ${repeated(100, (index) => `a${index}: council(gssCode: "E080${10_000 + index}") { name }`)} }`,
  'fragments that double at each level': `{ council(gssCode: "${CODE}") { ...F0 } }
    ${repeated(14, (n) => `fragment F${n} on Council { ...F${n + 1} wards(first: 100) { nodes { councils { ...F${n + 1} } } } }`)}
    fragment F14 on Council { name }`,
  'a hundred thousand tokens': `{ council(gssCode: "${CODE}") { ${repeated(100_000, () => 'name')} } }`,
  'a thousand directives': `{ __typename ${repeated(1_000, () => '@include(if: true)')} }`,
  'introspection of introspection': `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } } }`,
};

describe('limits', () => {
  const graph = testGraph();
  // Statements are counted: nothing else is to be at work meanwhile.
  beforeAll(() => graph.running.cleaned);

  describe.each(['the gateway', 'councils', 'assets'])('at %s', (server) => {
    test.each(Object.entries(HOSTILE))('%s is refused before it is run', async (_, query) => {
      const before = statements();
      const answer = await (server === 'the gateway'
        ? graph.ask(query)
        : graph.askSubgraph(server, server === 'councils' ? query : forAssets(query)));
      expect(answer.status).toBeGreaterThanOrEqual(200);
      expect(answer.data ?? null).toBeNull();
      expect(answer.codes).not.toEqual([]);
      for (const code of answer.codes)
        expect([
          'QUERY_TOO_COMPLEX',
          'GRAPHQL_PARSE_FAILED',
          'GRAPHQL_VALIDATION_FAILED',
          'BAD_USER_INPUT',
        ]).toContain(code);
      expect(JSON.stringify(answer)).not.toMatch(/node_modules|SELECT|sqlite|at .*\.ts:/);
      expect(statements()).toBe(before);
    });

    test('a request of two megabytes is refused', async () => {
      const url = server === 'the gateway' ? graph.url : graph.running.subgraphs[server];
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(2_000_000) } }),
      });
      expect(response.status).toBe(413);
    });
  });

  test('an analyst with a token may ask for more than somebody without', async () => {
    const query = `{ ${repeated(30, (index) => `a${index}: council(gssCode: "E080${10_000 + index}") { name }`)} }`;
    expect((await graph.ask(query)).codes).toEqual(['QUERY_TOO_COMPLEX']);
    const token = await graph.token({ subject: 'analyst-1', role: 'analyst' });
    expect((await graph.ask(query, {}, { token })).codes).toEqual([]);
  });

  const statements = () => graph.running.open.reduce((total, { database }) => total + database.statements, 0);

  /** The same attack in what the register of assets knows. */
  const forAssets = (query: string) =>
    query
      .replaceAll(/council\(gssCode: "[^"]*"\)/g, 'asset(id: "asset_1")')
      .replaceAll(/on Council /g, 'on Asset ');
});
