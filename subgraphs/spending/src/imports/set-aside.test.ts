import { ask, databaseOf, describeDatabases, type World } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { bulkInsert, ImportRun } from '@coop/shared/persistence';
import { spending } from '..';
import { COUNCIL, importOf, people } from '../duplicates/duplicates.fixture';
import { SpendImportRecord } from './spend-import.entity';
import { supersedeImport } from './supersede-import.command';
import { withdrawImport } from './withdraw-import.command';

const built = buildSubgraph(spending);
const statementOfReasons = 'Sent twice.';

/** How an import came to stand where it stands, and what that is called. */
const STATES = {
  LOADING: { run: 'LOADING' },
  COMPLETE: { run: 'COMPLETE' },
  SUPERSEDED: { run: 'CLEANING', record: { supersededBy: 'import_x' } },
  WITHDRAWN: { run: 'ABANDONED', record: { withdrawn: true } },
  ABANDONED: { run: 'ABANDONED' },
} as const;
type StateName = keyof typeof STATES;

const CASES = (Object.keys(STATES) as StateName[]).flatMap((state) =>
  [false, true].flatMap((isLoading) =>
    (['officer', 'auditor', 'officer elsewhere'] as const).map((who) => [state, isLoading, who] as const),
  ),
);

/** An import in a state. */
async function importIn(world: World, state: StateName): Promise<string> {
  const { run: id } = await importOf(world, [{}]);
  const { run, record } = { record: {}, ...STATES[state] };
  const now = world.clock.now();
  await world.database.transaction(async (manager) => {
    await manager.update(ImportRun, { id }, { state: run });
    await bulkInsert(manager, SpendImportRecord, [
      {
        ...{ id, gssCode: COUNCIL, progress: 0.5, columns: [], illustrative: false },
        supersededBy: 'supersededBy' in record ? record.supersededBy : null,
        withdrawnAt: 'withdrawn' in record ? now : null,
      },
    ]);
  });
  return id;
}

describeDatabases('what may be set aside', databaseOf(built), (world) => {
  beforeEach(() => world.clear(), 60_000);

  const shown = async (id: string, actor: ReturnType<World['actor']>) => {
    const source = 'query ($id: ID!) { spendImport(id: $id) { state viewerCan { withdraw supersede } } }';
    const { data, errors } = await ask(world, built, source, { id }, actor);
    expect(errors).toBeUndefined();
    return data?.['spendImport'];
  };

  test.each(CASES)(
    'an import that is %s, another one loading: %s: an %s is told what the commands then do',
    async (state, isLoading, who) => {
      const { officer, auditor, elsewhere } = people(world);
      const actor = { officer, auditor, 'officer elsewhere': elsewhere }[who];
      const ids = [await importIn(world, state), await importIn(world, state)] as const;
      const { run: standing } = await importOf(world, [{}]);
      if (isLoading) await importIn(world, 'LOADING');
      const expected = state === 'COMPLETE' && !isLoading && who === 'officer';
      for (const id of ids)
        expect(await shown(id, actor)).toEqual({
          state,
          viewerCan: { withdraw: expected, supersede: expected },
        });
      const context = world.context(actor);
      const withdrawn = await withdrawImport.run(context, { id: ids[0], statementOfReasons });
      const superseded = await supersedeImport.run(context, { id: ids[1], supersededById: standing });
      expect([withdrawn.ok, superseded.ok]).toEqual([expected, expected]);
    },
  );

  test('the imports of councils come newest first, in other orders when told, page by page', async () => {
    const ids: string[] = [];
    for (const [rows, rejected] of [
      [5, 1],
      [9, 0],
      [5, 3],
      [1, 1],
    ]) {
      const { run: id } = await importOf(world, [{}]);
      await world.database.transaction((manager) => manager.update(ImportRun, { id }, { rows, rejected }));
      ids.push(id);
    }
    const [first, second, third, fourth] = ids;
    const listed = async (orderBy: string | null, step: number) => {
      const source = `query ($after: String${orderBy === null ? '' : ', $orderBy: SpendImportOrder'}) {
        _entities(representations: [{ __typename: "Council", gssCode: "${COUNCIL}" }]) { ... on Council {
          spendImports(first: ${step}, after: $after${orderBy === null ? '' : ', orderBy: $orderBy'}) {
            totalCount pageInfo { hasNextPage endCursor } nodes { id }
      } } } }`;
      const seen: string[] = [];
      for (let after: string | null = null; ;) {
        const { data, errors } = await ask(world, built, source, { after, orderBy });
        expect(errors).toBeUndefined();
        const [{ spendImports }] = data?.['_entities'] as [
          {
            spendImports: {
              totalCount: number;
              pageInfo: { hasNextPage: boolean; endCursor: string };
              nodes: { id: string }[];
            };
          },
        ];
        expect(spendImports.totalCount).toBe(4);
        seen.push(...spendImports.nodes.map(({ id }) => id));
        if (!spendImports.pageInfo.hasNextPage) return seen;
        after = spendImports.pageInfo.endCursor;
      }
    };
    const newest = [fourth, third, second, first];
    for (const step of [1, 3, 100]) {
      expect(await listed(null, step)).toEqual(newest);
      expect(await listed('NEWEST', step)).toEqual(newest);
      expect(await listed('OLDEST', step)).toEqual(ids);
      // Alike: the one that was begun last first.
      expect(await listed('MOST_ROWS', step)).toEqual([second, third, first, fourth]);
      expect(await listed('MOST_REJECTED', step)).toEqual([third, fourth, first, second]);
    }
  });

  test('a list of imports costs the same statements whatever its length and however many councils', async () => {
    const councils = Array.from({ length: 12 }, (_, at) => `E08${String(at).padStart(6, '0')}`);
    for (const gssCode of councils)
      for (let count = 0; count < 5; count += 1) await importOf(world, [{}], gssCode);
    await importIn(world, 'LOADING');
    const statements = (gssCodes: readonly string[], first: number) => {
      const representations = gssCodes.map((gssCode) => ({ __typename: 'Council', gssCode }));
      const source = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Council {
        spendImports(first: ${first}, orderBy: MOST_ROWS) { totalCount nodes { id state viewerCan { withdraw supersede } problems(first: 2) { nodes { row } } } }
      } } }`;
      return world.statementsOf(async () => {
        const { errors, data } = await ask(world, built, source, { representations }, people(world).officer);
        expect(errors).toBeUndefined();
        const pages = data?.['_entities'] as { spendImports: { nodes: unknown[] } }[];
        for (const { spendImports } of pages) expect(spendImports.nodes).toHaveLength(first);
      });
    };
    const few = await statements(councils.slice(3, 5), 1);
    expect(await statements(councils.slice(3, 5), 5)).toBe(few);
    expect(await statements(councils, 5)).toBe(few);
  });
});
