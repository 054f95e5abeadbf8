import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { schemaDifferences } from '@coop/shared/persistence';
import { councils } from '..';
import { AreaChange } from './area-change.entity';

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

  test('the codes of everything that an area follows say whether it follows it whole', async () => {
    const source = `query ($codes: [_Any!]!) { _entities(representations: $codes) {
      ... on Council { predecessorCodes { whole partly } predecessors { gssCode } } ... on Ward { predecessorCodes { whole partly } } } }`;
    const codesOf = async (gssCode: string) => {
      const __typename = gssCode.startsWith('E05') ? 'Ward' : 'Council';
      const { data, errors } = await ask(world, built, source, { codes: [{ __typename, gssCode }] });
      expect(errors).toBeUndefined();
      return (data as { _entities: { predecessorCodes: object }[] })._entities[0]!.predecessorCodes;
    };
    expect(await codesOf('E06000065')).toEqual({
      whole: [
        'E07000163',
        'E07000164',
        'E07000165',
        'E07000166',
        'E07000167',
        'E07000168',
        'E07000169',
        'E10000023',
      ],
      partly: [],
    });
    expect(await codesOf('E05013941')).toEqual({ whole: ['E05000409'], partly: [] });
    expect(await codesOf('E08000004')).toEqual({ whole: [], partly: [] });
    // As though Selby had been divided between North Yorkshire and Bradford, and had followed a council before it.
    await world.database.transaction(async (manager) => {
      const row = { changedOn: null, kind: 'SPLIT' as const, source: 'REGISTER' as const };
      const changes = [
        ['E07000169', 'E08000032'],
        ['E07000043', 'E07000169'],
      ].map(([from, to]) => ({ ...row, id: `${from}:${to}`, formerGssCode: from!, successorGssCode: to! }));
      await manager.update(AreaChange, { formerGssCode: 'E07000169' }, { kind: 'SPLIT', changedOn: null });
      await manager.insert(AreaChange, changes);
    });
    expect(await codesOf('E06000065')).toMatchObject({ partly: ['E07000169', 'E07000043'] });
    expect(await codesOf('E08000032')).toEqual({ whole: [], partly: ['E07000169', 'E07000043'] });
    await world.database.transaction(async (manager) => {
      await manager.delete(AreaChange, { kind: 'SPLIT', source: 'REGISTER' });
      await manager.update(
        AreaChange,
        { formerGssCode: 'E07000169' },
        { kind: 'MERGE', changedOn: '2023-04-01' },
      );
    });
  });

  test.each([
    ['E07000169', '1970-01-01', 'NOT_YET'],
    ['E07000169', '2012-06-01', 'IN_FORCE'],
    ['E07000169', '2023-04-01', 'ENDED'],
    ['E05003546', '2012-06-01', 'UNKNOWN'],
    ['E05003546', '2019-05-02', 'ENDED'],
    ['E08000004', '2026-06-01', 'IN_FORCE'],
  ])('what is known of %s on %s: %s', async (gssCode, on, standing) => {
    const { data, errors } = await ask(
      world,
      built,
      'query ($gssCode: ID!, $on: LocalDate!) { area(gssCode: $gssCode) { standing(on: $on) } }',
      { gssCode, on },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ area: { standing } });
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
    const source = `query ($last: Int!) { councils(last: $last) {
      nodes { name current { name } predecessorCodes { whole partly } standing(on: "2020-01-01") boundary { west } coOperative { since } wards(first: 3) { totalCount nodes { name councils { name } } } }
    } }`;
    // North Yorkshire, which followed eight others, is among the last twenty by name.
    const statementsFor = (last: number) =>
      world.statementsOf(async () => {
        const { errors } = await ask(world, built, source, { last });
        expect(errors).toBeUndefined();
      });
    const few = await statementsFor(20);
    expect(await statementsFor(33)).toBeLessThanOrEqual(few);
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
