import fc from 'fast-check';
import {
  ask,
  databaseOf,
  describeDatabases,
  fuzzCommand,
  fuzzValidation,
  loadDemoInto,
} from '@coop/test/kit';
import { GraphUnavailable, type GraphPort } from '@coop/shared/graph';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { spending } from '..';
import { imported } from '../summary/summary.fixture';
import { confirmSupplierMatch } from './confirm-supplier-match.command';
import { matchSuppliers } from './match-suppliers.command';
import { refreshSupplierFacts } from './refresh-supplier-facts.command';
import { setSupplierFacts } from './set-supplier-facts.command';
import {
  SupplierConfirmMatchInput,
  SupplierFactsRefreshInput,
  SupplierSetFactsInput,
} from './supplier-inputs.types';
import { Supplier } from './supplier.entity';

const built = buildSubgraph(spending);
const OLDHAM = 'E08000004';
const HOPE = {
  id: 'organisation_hope',
  orgId: 'GB-CHC-1000001',
  kind: 'CHARITY',
  isVcse: true,
  isSme: null,
  council: { gssCode: OLDHAM },
};

/** A directory that knows Hope by its name and number, and two bodies called Twin. */
const directory: GraphPort = {
  ask: <Data>(query: string, variables: Readonly<Record<string, unknown>>) => {
    const names = (variables['names'] ?? []) as string[];
    const ids = (variables['ids'] ?? []) as string[];
    const answer = query.includes('SupplierMatches')
      ? {
          organisationMatches: names.map((name) => ({
            outcome: /hope/i.test(name) ? 'MATCHED' : /twin/i.test(name) ? 'AMBIGUOUS' : 'NONE',
            candidates: /hope/i.test(name)
              ? [{ score: 0.98, method: 'NORMAL_FORM', organisation: HOPE }]
              : [],
          })),
        }
      : query.includes('SupplierNumbers')
        ? Object.fromEntries(
            Object.entries(variables).map(([key, orgId]) => [key, orgId === 'GB-CHC-1000001' ? HOPE : null]),
          )
        : { nodes: ids.map((id) => (id === HOPE.id ? { __typename: 'Organisation', ...HOPE } : null)) };
    return Promise.resolve(answer as Data);
  },
};
const silence: GraphPort = { ask: () => Promise.reject(new GraphUnavailable()) };

describeDatabases('suppliers', databaseOf(built), (world) => {
  const row = (name: string) => world.database.reader.findOneByOrFail(Supplier, { name });
  const add = (...names: readonly string[]) =>
    imported(
      world,
      OLDHAM,
      names.map((supplier) => ({ supplier, paidOn: '2026-03-02', amountPence: 60_000 })),
    );
  const asker = (graph: GraphPort = directory) => ({ ...world.context(), graph, token: null });
  const organisationFacts = { ...HOPE, councilGssCode: OLDHAM };

  beforeEach(() => world.clear());

  test('that nobody has looked for are matched by name and number, persons apart', async () => {
    await add('HOPE LTD', 'Twin', 'Nobody Knows', 'REDACTED PERSONAL DATA', 'Numbered');
    await world.database.transaction(async (manager) => {
      await manager.update(Supplier, { name: 'Numbered' }, { charityNumber: '1000001' });
    });
    expect(await matchSuppliers(asker(), OLDHAM)).toEqual({ asked: 5, matched: 2, ambiguous: 1, unknown: 2 });
    expect(await row('HOPE LTD')).toMatchObject({
      matchState: 'MATCHED',
      matchMethod: 'NORMAL_FORM',
      organisationId: HOPE.id,
      orgId: HOPE.orgId,
      sector: 'VCSE',
      sectorSource: 'DIRECTORY',
      isLocal: true,
    });
    expect(await row('Numbered')).toMatchObject({ matchMethod: 'NUMBER', matchScore: 1 });
    expect(await row('Twin')).toMatchObject({ matchState: 'AMBIGUOUS', organisationId: null });
    expect(await row('REDACTED PERSONAL DATA')).toMatchObject({ matchState: 'NONE', sector: 'INDIVIDUAL' });
    expect(await matchSuppliers(asker(), OLDHAM)).toMatchObject({ asked: 0 });
    expect(await world.database.reader.countBy(AuditEntry, { action: 'supplierFactsRefresh' })).toBe(1);
  });

  test('stay as they are while the directory cannot be asked', async () => {
    await add('HOPE LTD');
    await expect(matchSuppliers(asker(silence), OLDHAM)).rejects.toThrow(GraphUnavailable);
    expect(await row('HOPE LTD')).toMatchObject({ matchState: 'OPEN', version: 1 });
  });

  test('asked about some at a time, it is told how many remain, and a further call goes on with them', async () => {
    await add('HOPE LTD', 'Numbered', 'Twin', 'Nobody', 'REDACTED PERSONAL DATA');
    const refresh = async () => {
      const answer = await ask(
        world,
        built,
        'mutation { supplierFactsRefresh(input: { council: "E08000004", first: 2 }) { refresh { asked remaining } } }',
        {},
        world.actor(),
        directory,
      );
      return (answer.data?.['supplierFactsRefresh'] as { refresh: unknown }).refresh;
    };
    expect(await refresh()).toEqual({ asked: 2, remaining: 3 });
    expect(await refresh()).toEqual({ asked: 2, remaining: 1 });
    expect(await refresh()).toEqual({ asked: 2, remaining: 0 });
    world.clock.advance(25 * 60 * 60 * 1000);
    expect(await refresh()).toEqual({ asked: 2, remaining: 3 });
  });

  test("a person's word outlives every refresh", async () => {
    await add('Hope', 'Also Hope');
    const declined = await row('Hope');
    const confirmed = await row('Also Hope');
    const decline = { supplierId: declined.id, organisationId: null };
    expect((await confirmSupplierMatch(null).run(world.context(), decline)).ok).toBe(true);
    const confirm = { supplierId: confirmed.id, organisationId: HOPE.id };
    expect((await confirmSupplierMatch(organisationFacts).run(world.context(), confirm)).ok).toBe(true);
    const { ok } = await setSupplierFacts.run(world.context(), {
      supplierId: confirmed.id,
      sector: 'PRIVATE',
      evidence: 'Its accounts.',
    });
    expect(ok).toBe(true);
    const refreshed = await ask(
      world,
      built,
      'mutation { supplierFactsRefresh(input: { council: "E08000004" }) { refresh { asked matched remaining } problems { message } } }',
      {},
      world.actor(),
      directory,
    );
    expect(refreshed).toMatchObject({
      data: { supplierFactsRefresh: { refresh: { asked: 1, matched: 1, remaining: 0 }, problems: [] } },
    });
    expect(await row('Hope')).toMatchObject({ matchState: 'DECLINED', organisationId: null });
    expect(await row('Also Hope')).toMatchObject({
      matchState: 'CONFIRMED',
      matchMethod: 'PERSON',
      sector: 'PRIVATE',
      sectorSource: 'PERSON',
      isLocal: true,
    });
  });

  test('are changed by officers and administrators of their council alone', async () => {
    await add('Hope');
    const { id: supplierId } = await row('Hope');
    const strangers = [
      world.actor({ council: 'E08000009' }),
      world.actor({ role: 'auditor' }),
      world.actor({ role: 'resident' }),
    ];
    for (const actor of strangers) {
      const context = world.context(actor);
      const results = [
        await confirmSupplierMatch(null).run(context, { supplierId }),
        await setSupplierFacts.run(context, { supplierId, isSme: true, evidence: 'x' }),
        await refreshSupplierFacts([]).run(context, { council: OLDHAM }),
      ];
      for (const result of results)
        expect(result).toMatchObject({ ok: false, problems: [{ kind: 'NotAllowed' }] });
    }
    expect(await row('Hope')).toMatchObject({ version: 1 });
  });

  test('are not changed without evidence, without a fact, of an old version, or to a body that is unknown', async () => {
    await add('Hope');
    const { id: supplierId } = await row('Hope');
    const run = (input: Partial<SupplierSetFactsInput>) =>
      setSupplierFacts.run(world.context(), { supplierId, evidence: 'A register.', ...input });
    expect(await run({ isSme: true, evidence: '  ' })).toMatchObject({ problems: [{ path: ['evidence'] }] });
    expect(await run({})).toMatchObject({ problems: [{ path: ['sector'] }] });
    expect(await run({ isSme: true, expectedVersion: 7 })).toMatchObject({
      problems: [{ kind: 'Conflict' }],
    });
    expect(
      await confirmSupplierMatch(null).run(world.context(), {
        supplierId,
        organisationId: 'organisation_no',
      }),
    ).toMatchObject({ problems: [{ kind: 'NotFound', path: ['organisationId'] }] });
  });

  test('are listed by name, sector and state', async () => {
    await loadDemoInto(world, built);
    const source = `query ($filter: SupplierFilter, $orderBy: SupplierOrder) {
      _entities(representations: [{ __typename: "Council", gssCode: "E08000004" }]) {
        ... on Council { suppliers(first: 50, filter: $filter, orderBy: $orderBy) {
          totalCount nodes { id name sector matchState isVcse organisation { id } } } } } }`;
    const list = async (variables: object) => {
      const { data, errors } = await ask(world, built, source, { ...variables });
      expect(errors).toBeUndefined();
      return (
        data as {
          _entities: { suppliers: { totalCount: number; nodes: { name: string; sector: string }[] } }[];
        }
      )._entities[0]!.suppliers;
    };
    const all = await list({ orderBy: 'NAME' });
    const there = await world.database.reader.countBy(Supplier, { gssCode: 'E08000004' });
    expect(there).toBeGreaterThan(10);
    expect(all).toMatchObject({ totalCount: there, nodes: { length: there } });
    expect((await list({ orderBy: 'NAME_DESCENDING' })).nodes).toEqual([...all.nodes].reverse());
    const vcse = await list({ filter: { sector: 'VCSE' } });
    expect(vcse.nodes.length).toBeGreaterThan(3);
    expect(vcse.nodes.every(({ sector }) => sector === 'VCSE')).toBe(true);
    expect((await list({ filter: { nameBegins: 'age uk' } })).nodes).toMatchObject([
      { name: 'AGE UK OLDHAM' },
    ]);
  }, 30_000);

  test('take any input without a fault', async () => {
    await add('Hope');
    const { id } = await row('Hope');
    const supplierId = fc.constantFrom(id, 'supplier_none');
    const evidence = fc.constantFrom('', 'A register.');
    const setting = fc.record({
      supplierId,
      evidence,
      isSme: fc.boolean(),
      sector: fc.constantFrom('VCSE' as const, null),
    });
    const confirming = fc.record({ supplierId, organisationId: fc.constantFrom(null, HOPE.id) });
    const refreshing = fc.record({
      council: fc.constantFrom(OLDHAM, 'E08000009'),
      first: fc.constantFrom(1, null),
    });
    const reports = [
      await fuzzCommand(world, setSupplierFacts, setting),
      await fuzzCommand(world, confirmSupplierMatch(organisationFacts), confirming),
      await fuzzCommand(world, refreshSupplierFacts([]), refreshing),
    ];
    for (const { accepted, refused } of reports) {
      expect(accepted).toBeGreaterThan(0);
      expect(refused).toBeGreaterThan(0);
    }
  }, 180_000);
});

test('ten thousand inputs of each kind are checked without a fault', () => {
  const supplierId = fc.constant('supplier_1');
  const reports = [
    fuzzValidation(
      SupplierSetFactsInput,
      fc.record({
        supplierId,
        evidence: fc.string(),
        isSme: fc.boolean(),
        isLocal: fc.boolean(),
        sector: fc.constant('VCSE'),
      }),
    ),
    fuzzValidation(
      SupplierConfirmMatchInput,
      fc.record({ supplierId, organisationId: fc.string(), expectedVersion: fc.nat() }),
    ),
    fuzzValidation(
      SupplierFactsRefreshInput,
      fc.record({ council: fc.constant(OLDHAM), first: fc.nat(600) }),
    ),
  ];
  expect(reports.every(({ accepted, refused }) => accepted > 0 && refused > 0)).toBe(true);
}, 60_000);
