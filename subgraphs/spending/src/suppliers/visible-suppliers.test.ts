import { Readable } from 'node:stream';
import { ask, databaseOf, describeDatabases, requestOf } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { cleanUpImports } from '@coop/shared/importing';
import { ImportRun } from '@coop/shared/persistence';
import { spending } from '..';
import { finishForgetting, forgetSuppliers } from '../imports/forget-suppliers.command';
import { importSpend } from '../imports/import-spend.import';
import { redactName } from '../redaction/redact-name.command';
import { supersedeImport } from '../imports/supersede-import.command';
import { withdrawImport } from '../imports/withdraw-import.command';
import { Payment } from '../payments/payment.entity';
import { imported, setState } from '../summary/summary.fixture';
import { setSupplierFacts } from './set-supplier-facts.command';
import { Supplier } from './supplier.entity';
import { suppliersOfCouncil } from './supplier.queries';
import { supplierId } from './supplier-row.queries';

const built = buildSubgraph(spending);
const COUNCIL = 'E08000004';
const idOf = (name: string) => supplierId({ gssCode: COUNCIL, publishedId: null, name });
const paid = (...names: readonly string[]) =>
  names.map((supplier) => ({ supplier, paidOn: '2026-03-02', amountPence: 60_000 }));

describeDatabases('a supplier', databaseOf(built), (world) => {
  beforeEach(() => world.clear(), 60_000);

  /** Every way in which anybody comes to a supplier by itself. */
  const seen = async (name: string) => {
    const source = `query ($id: ID!, $council: [_Any!]!, $supplier: [_Any!]!, $name: String!) {
      supplier(id: $id) { id }
      entities: _entities(representations: $supplier) { ... on Supplier { id name } }
      councils: _entities(representations: $council) { ... on Council {
        suppliers(filter: { nameBegins: $name }) { totalCount nodes { id } } } }
    }`;
    const { data, errors } = await ask(world, built, source, {
      ...{ id: idOf(name), name },
      council: [{ __typename: 'Council', gssCode: COUNCIL }],
      supplier: [{ __typename: 'Supplier', id: idOf(name) }],
    });
    expect(errors).toBeUndefined();
    const { supplier, entities, councils } = data as {
      supplier: object | null;
      entities: (object | null)[];
      councils: { suppliers: { totalCount: number; nodes: object[] } }[];
    };
    const { totalCount, nodes } = councils[0]!.suppliers;
    const ways = [supplier !== null, entities[0] !== null, totalCount === 1, nodes.length === 1];
    expect(new Set(ways).size).toBe(1);
    return ways[0];
  };
  const stored = async () =>
    (await world.database.reader.find(Supplier, { order: { name: 'ASC' } })).map(({ name }) => name);
  const load = (file: string, names: readonly string[], supersedes: string | null = null) => {
    const rows = names.map((name, at) => `01/02/2026,${name},${100 + at}.50,T${at}`);
    const text = ['Payment Date,Supplier Name,Net Amount,Transaction No', ...rows].join('\n');
    const source = { name: file, stream: Readable.from([Buffer.from(text)]) };
    return importSpend(world.context(), source, { council: COUNCIL, supersedes });
  };
  const runOf = async (file: string) =>
    (await world.database.reader.findOneByOrFail(ImportRun, { file, state: 'COMPLETE' })).id;

  test.each(['LOADING', 'CLEANING'] as const)(
    'of an import that is %s is seen by nobody, nor told to be there; with its import it is',
    async (state) => {
      const run = await imported(world, COUNCIL, paid('Mistaken Person'), state);
      expect(await seen('Mistaken Person')).toBe(false);
      const subject = { supplierId: idOf('Mistaken Person') };
      const stranger = world.context(world.actor({ role: 'officer', council: 'E08000009' }));
      for (const context of [stranger, world.context()])
        for (const result of [
          await setSupplierFacts.run(context, { ...subject, isSme: true, evidence: 'A register.' }),
          await redactName.run(context, { ...subject, statementOfReasons: 'At request.' }),
        ])
          expect(result).toMatchObject({ ok: false, problems: [{ kind: 'NotFound' }] });
      await setState(world, run, 'COMPLETE');
      expect(await seen('Mistaken Person')).toBe(true);
    },
  );

  test('that another import pays as well goes on being seen', async () => {
    await imported(world, COUNCIL, paid('Acme Ltd'), 'CLEANING');
    await imported(world, COUNCIL, paid('Acme Ltd'));
    expect(await seen('Acme Ltd')).toBe(true);
  });

  test('of an import that is withdrawn is deleted, unless another pays it or a person judged it', async () => {
    await load('a.csv', ['Mistaken Person', 'Judged Ltd', 'Acme Ltd']);
    const facts = { supplierId: idOf('Judged Ltd'), isSme: true, evidence: 'A register.' };
    expect(await setSupplierFacts.run(world.context(), facts)).toMatchObject({ ok: true });
    const run = await runOf('a.csv');
    await load('b.csv', ['Other Ltd', 'Acme Ltd']);
    await withdrawImport.run(world.context(), { id: run, statementOfReasons: 'The wrong file.' });
    expect(await stored()).toEqual(['Acme Ltd', 'Judged Ltd', 'Other Ltd']);
    expect(await seen('Judged Ltd')).toBe(false);
    expect(await seen('Acme Ltd')).toBe(true);
  });

  test('of an import that is superseded is deleted, by the next file or by hand', async () => {
    await load('a.csv', ['Mistaken Person', 'Acme Ltd']);
    await load('b.csv', ['Acme Ltd', 'Second Mistake'], await runOf('a.csv'));
    expect(await stored()).toEqual(['Acme Ltd', 'Second Mistake']);
    await load('c.csv', ['Third Ltd']);
    const [id, supersededById] = [await runOf('b.csv'), await runOf('c.csv')];
    expect(await supersedeImport.run(world.context(), { id, supersededById })).toMatchObject({ ok: true });
    expect(await stored()).toEqual(['Third Ltd']);
  });

  test('of an import that was cut off is deleted at the next start', async () => {
    await imported(world, COUNCIL, paid('Cut Off Ltd'), 'LOADING');
    await world.database.transaction(async (manager) => {
      await manager.update(ImportRun, { state: 'LOADING' }, { leaseUntil: new Date(0) });
    });
    await cleanUpImports(world.context());
    expect(await stored()).toEqual(['Cut Off Ltd']);
    await finishForgetting(world.context());
    expect(await stored()).toEqual([]);
  });

  test('is not deleted while an import loads, which may be about to pay it', async () => {
    const run = await imported(world, COUNCIL, paid('Acme Ltd'), 'LOADING');
    const leftOver = { ...(await world.database.reader.findOneByOrFail(Supplier, {})), id: 'supplier_left' };
    await world.database.transaction(async (manager) => {
      await manager.insert(Supplier, { ...leftOver, name: 'Left Over', nameSort: 'left over' });
    });
    await forgetSuppliers(world.context(), COUNCIL);
    expect(await stored()).toEqual(['Acme Ltd', 'Left Over']);
    await setState(world, run, 'COMPLETE');
    await forgetSuppliers(world.context(), COUNCIL);
    expect(await stored()).toEqual(['Acme Ltd']);
  });

  test('that is left over while a file brings it again is there in the end, paid', async () => {
    for (let time = 0; time < 6; time += 1) {
      const run = await imported(world, COUNCIL, paid('Acme Ltd', 'Mistaken Person'));
      await world.database.transaction(async (manager) => {
        await manager.delete(Payment, { importRunId: run });
        await manager.update(ImportRun, { id: run }, { state: 'ABANDONED' });
      });
      const [outcome] = await Promise.all([
        load('b.csv', ['First Ltd', 'Second Ltd', 'Third Ltd', 'Acme Ltd']),
        forgetSuppliers(world.context(), COUNCIL, undefined, 1),
      ]);
      expect(outcome).toMatchObject({ imported: 4 });
      expect(await stored()).toEqual(['Acme Ltd', 'First Ltd', 'Second Ltd', 'Third Ltd']);
      await world.clear();
    }
  }, 60_000);

  test('is forgotten chunk by chunk, however many there are', async () => {
    const names = Array.from({ length: 11 }, (_, at) => `Gone ${at} Ltd`);
    const run = await imported(world, COUNCIL, paid(...names), 'CLEANING');
    await imported(world, COUNCIL, paid('Gone 5 Ltd', 'Stays Ltd'));
    await world.database.transaction(async (manager) => {
      await manager.update(ImportRun, { id: run }, { leaseUntil: new Date(0) });
    });
    await cleanUpImports(world.context());
    await forgetSuppliers(world.context(), COUNCIL, undefined, 2);
    expect(await stored()).toEqual(['Gone 5 Ltd', 'Stays Ltd']);
  });

  test('is found by ranges of indexes, by one statement for a page', async () => {
    const names = Array.from({ length: 400 }, (_, at) => `Supplier ${at} Ltd`);
    await imported(world, COUNCIL, paid(...names));
    await imported(world, COUNCIL, paid(...names), 'CLEANING');
    if (world.database.kind === 'mysql')
      await world.database.reader.query('ANALYZE TABLE supplier, spend_total');
    const { logger } = world.database.reader.dataSource;
    const log = jest.spyOn(logger, 'logQuery');
    const page = await suppliersOfCouncil.load(requestOf(world), COUNCIL, { first: 20 });
    expect(page?.nodes).toHaveLength(20);
    const statements = log.mock.calls.map(([text, parameters]) => ({ text, parameters: parameters ?? [] }));
    log.mockRestore();
    expect(statements).toHaveLength(1);
    const [{ text, parameters }] = statements as [{ text: string; parameters: unknown[] }];
    const isSqlite = world.database.kind === 'sqlite';
    const plan = JSON.stringify(
      await world.database.reader.query(`EXPLAIN ${isSqlite ? 'QUERY PLAN ' : ''}${text}`, parameters),
    );
    expect(plan).not.toMatch(/SCAN supplier|TEMP B-TREE|filesort|temporary|"type":"ALL"/i);
    expect(plan).toMatch(/ix_supplier_gss_code_name_sort_id/);
    expect(plan).toMatch(/ix_spend_total_gss_code_dimension_label_key_month/);
  });
});
