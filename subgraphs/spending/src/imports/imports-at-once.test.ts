import { Readable } from 'node:stream';
import { databaseOf, describeDatabases } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { cleanUpImports, ImportUnderWay } from '@coop/shared/importing';
import { ImportRun } from '@coop/shared/persistence';
import { spending } from '..';
import { Payment } from '../payments/payment.entity';
import { visiblePayments } from '../payments/payment.queries';
import { Supplier } from '../suppliers/supplier.entity';
import { importSpend } from './import-spend.import';
import { redactName } from '../redaction/redact-name.command';
import { PaymentSighting } from './spend-import.entity';
import { supersedeImport } from './supersede-import.command';
import { withdrawImport } from './withdraw-import.command';

const COUNCIL = 'E08000004';
const PERSON = 'Jane Q. Example';

/** What meets in time, meets differently each time: so often it is tried. */
const TIMES = 6;

describeDatabases(
  'what is done with imports at the same time',
  databaseOf(buildSubgraph(spending)),
  (world) => {
    beforeEach(() => world.clear(), 60_000);

    const load = (file: string, names: readonly string[]) => {
      const rows = names.map((name, at) => `01/02/2025,${name},${100 + at}.50,T${at}`);
      const text = ['Payment Date,Supplier Name,Net Amount,Transaction No', ...rows].join('\n');
      const stream = Readable.from([Buffer.from(text)]);
      return importSpend(world.context(), { name: file, stream }, { council: COUNCIL });
    };
    const named = (count: number) => Array.from({ length: count }, (_, at) => `Supplier ${at} Ltd`);
    const idOf = async (file: string) =>
      (await world.database.reader.findOneByOrFail(ImportRun, { file, state: 'COMPLETE' })).id;

    test('two imports that stand for each other’s payments are withdrawn, and nothing of them is left', async () => {
      for (let time = 0; time < TIMES; time += 1) {
        for (const file of [`a${time}.csv`, `b${time}.csv`]) await load(file, named(40));
        const ids = [await idOf(`a${time}.csv`), await idOf(`b${time}.csv`)];
        const results = await Promise.all(
          ids.map((id) => withdrawImport.run(world.context(), { id, statementOfReasons: 'Sent twice.' })),
        );
        expect(results).toMatchObject([{ ok: true }, { ok: true }]);
        expect(await visiblePayments(world.database.reader).getCount()).toBe(0);
        await cleanUpImports(world.context());
        expect(await world.database.reader.count(Payment)).toBe(0);
        expect(await world.database.reader.count(PaymentSighting)).toBe(0);
      }
      expect(await load('again.csv', named(40))).toMatchObject({ imported: 40 });
    }, 60_000);

    test('an import is withdrawn and put in the place of another at once: one of both is refused, or all is gone', async () => {
      for (let time = 0; time < TIMES; time += 1) {
        for (const file of [`a${time}.csv`, `b${time}.csv`]) await load(file, named(40));
        const [a, b] = [await idOf(`a${time}.csv`), await idOf(`b${time}.csv`)];
        const [put, withdrawn] = await Promise.all([
          supersedeImport.run(world.context(), { id: a, supersededById: b }),
          withdrawImport.run(world.context(), { id: b, statementOfReasons: 'Sent twice.' }),
        ]);
        expect(withdrawn.ok).toBe(true);
        const standing = await visiblePayments(world.database.reader).getCount();
        expect(standing).toBe(put.ok ? 0 : 40);
        await world.clear();
      }
    }, 60_000);

    test('a name that is redacted while a file brings it is in neither, or the redaction is refused', async () => {
      for (let time = 0; time < TIMES; time += 1) {
        await load('first.csv', [PERSON, ...named(5)]);
        const { id } = await world.database.reader.findOneByOrFail(Supplier, { name: PERSON });
        const input = { supplierId: id, statementOfReasons: 'She asked for it.' };
        const [, redacted] = await Promise.all([
          load('second.csv', [...named(30), PERSON]),
          redactName.run(world.context(), input),
        ]);
        const left = await world.database.reader.countBy(Payment, { supplierName: PERSON });
        expect(redacted.ok ? left : 0).toBe(0);
        if (!redacted.ok) expect(redacted.problems).toMatchObject([{ kind: 'WrongState', state: 'LOADING' }]);
        await world.clear();
      }
    }, 60_000);

    test('a withdrawal stands where what comes after it fails, and says so in the log', async () => {
      await load('a.csv', named(5));
      const id = await idOf('a.csv');
      const told: string[] = [];
      const log = { error: (_: object, message: string) => void told.push(message) };
      const transaction = world.database.transaction.bind(world.database);
      let writes = 0;
      const failing = jest.spyOn(world.database, 'transaction').mockImplementation((work) => {
        writes += 1;
        return writes === 1 ? transaction(work) : Promise.reject(new Error('The disk is full.'));
      });
      const input = { id, statementOfReasons: 'Sent twice.' };
      const result = await withdrawImport.run({ ...world.context(), log }, input);
      failing.mockRestore();
      expect(result).toMatchObject({ ok: true });
      expect(told).toHaveLength(1);
      expect(await visiblePayments(world.database.reader).getCount()).toBe(0);
      world.clock.advance(60_000);
      await cleanUpImports(world.context());
      expect(await world.database.reader.count(Payment)).toBe(0);
    });

    test('of imports that begin at the same time one runs, and the others are told so', async () => {
      const results = await Promise.allSettled(
        ['a.csv', 'b.csv', 'c.csv', 'd.csv'].map((file) => load(file, named(20))),
      );
      const failed = results.flatMap((result) =>
        result.status === 'rejected' ? [result.reason as unknown] : [],
      );
      expect(failed.every((reason) => reason instanceof ImportUnderWay)).toBe(true);
      expect(results.length - failed.length).toBeGreaterThanOrEqual(1);
      expect(await visiblePayments(world.database.reader).getCount()).toBe(20);
    });
  },
);
