import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { schemaDifferences } from '@coop/shared/persistence';
import { councils } from '..';

const built = buildSubgraph(councils);

describeDatabases('the areas of the directory', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  test('the migrated tables are as the entities say', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });

  test('an abolished council answers with what followed it', async () => {
    const { data, errors } = await ask(
      world,
      built,
      `query ($code: ID!, $before: LocalDate, $after: LocalDate) {
        past: area(gssCode: $code, on: $before) { __typename name current { gssCode name } successors { gssCode } }
        later: area(gssCode: $code, on: $after) { name }
        council(gssCode: "E06000065") { predecessors { gssCode } current { gssCode } }
      }`,
      { code: 'E07000169', before: '2012-06-01', after: '2024-01-01' },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      past: {
        __typename: 'Council',
        name: 'Selby',
        current: { gssCode: 'E06000065' },
        successors: [{ gssCode: 'E06000065' }],
      },
      later: null,
      council: { current: { gssCode: 'E06000065' } },
    });
  });

  test('the wards of a day are those that stood then', async () => {
    const { data } = await ask(
      world,
      built,
      `{ council(gssCode: "E08000004") {
          past: wards(first: 100, on: "2012-06-01") { totalCount nodes { gssCode } }
          now: wards(first: 100, on: "2026-06-01") { totalCount nodes { gssCode } }
          all: wards(first: 5) { totalCount pageInfo { hasNextPage } nodes { name councils { name } } }
      } }`,
    );
    expect(data).toMatchObject({
      council: {
        past: { totalCount: 20 },
        now: { totalCount: 20 },
        all: { totalCount: 40, pageInfo: { hasNextPage: true } },
      },
    });
    const { past, now } = (data as { council: Record<'past' | 'now', { nodes: { gssCode: string }[] }> })
      .council;
    const old = new Set(past.nodes.map((ward) => ward.gssCode));
    expect(now.nodes.filter((ward) => old.has(ward.gssCode))).toEqual([]);
  });

  test('a list of councils with their wards costs as many statements as one of them', async () => {
    const source = `query ($first: Int!) { councils(first: $first) {
      nodes { name current { name } coOperative { since } wards(first: 3) { totalCount nodes { name councils { name } } } }
    } }`;
    const statementsFor = (first: number) =>
      world.statementsOf(async () => {
        const { errors } = await ask(world, built, source, { first });
        expect(errors).toBeUndefined();
      });
    const few = await statementsFor(5);
    expect(await statementsFor(25)).toBeLessThanOrEqual(few);
  });

  test('only councils with a standing commitment are co-operative', async () => {
    const { data } = await ask(
      world,
      built,
      '{ councils(first: 50, filter: { isCoOperative: true }) { totalCount nodes { gssCode coOperative { approaches } } } }',
    );
    const { totalCount, nodes } = (
      data as { councils: { totalCount: number; nodes: { coOperative: unknown }[] } }
    ).councils;
    expect(totalCount).toBeGreaterThan(4);
    expect(nodes).toHaveLength(totalCount);
    expect(nodes.every((council) => council.coOperative !== null)).toBe(true);
  });

  test('a reference by either key finds the council, and one to nothing finds none', async () => {
    const { data } = await ask(
      world,
      built,
      `{ _entities(representations: [
          { __typename: "Council", gssCode: "E08000004" }, { __typename: "Council", id: "council_E08000004" },
          { __typename: "Council", gssCode: "E08999999" }, { __typename: "Council", id: "ward_E05000719" },
          { __typename: "Ward", id: "ward_E05000719" }
      ]) { ... on Council { name } ... on Ward { name } } }`,
    );
    expect(data).toEqual({
      _entities: [{ name: 'Oldham' }, { name: 'Oldham' }, null, null, { name: 'Alexandra' }],
    });
  });

  test.each(['', 'E', "E08000004' OR 1=1", '\u0000', '😀'.repeat(50), '؜؜'])(
    'junk for a code finds nothing and breaks nothing: %j',
    async (gssCode) => {
      const { data, errors } = await ask(
        world,
        built,
        'query ($gssCode: ID!) { council(gssCode: $gssCode) { name } area(gssCode: $gssCode) { name } ward(gssCode: $gssCode) { name } }',
        { gssCode },
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({ council: null, area: null, ward: null });
    },
  );
});
