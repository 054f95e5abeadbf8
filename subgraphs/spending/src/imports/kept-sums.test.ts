import { Readable } from 'node:stream';
import fc from 'fast-check';
import { databaseOf, describeDatabases, requestOf, type World } from '@coop/test/kit';
import type { CommandContext } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { cleanUpImports } from '@coop/shared/importing';
import { ImportRun, type Database } from '@coop/shared/persistence';
import { spending } from '..';
import { recountMonths } from '../summary/roll-up-month.command';
import { SpendCell } from '../summary/spend-cell.entity';
import { SpendCoverage } from '../summary/spend-coverage.entity';
import { SpendTotal } from '../summary/spend-total.entity';
import type { SpendGrouping } from '../summary/summary.enums';
import { summarise } from '../summary/summary.queries';
import { Supplier } from '../suppliers/supplier.entity';
import { importSpend } from './import-spend.import';
import { redactName } from '../redaction/redact-name.command';
import { supersedeImport } from './supersede-import.command';
import { withdrawImport } from './withdraw-import.command';

const OLDHAM = 'E08000004';
const HEADER = 'Payment Date,Supplier Name,Net Amount,Directorate,Transaction No';
const NAMES = ['Acme Ltd', 'Hope CIC', 'Jane Example', 'JANE EXAMPLE', 'John Sample'];
const lineOf = (n: number) =>
  `0${1 + (n % 9)}/0${1 + (n % 5)}/2025,${NAMES[n % NAMES.length]},${100 + n}.50,${n % 2 ? 'Place' : 'Adults'},T${n}`;

const DEATH = 'The process is killed.';

/** A database of which nothing more is heard after so many transactions: as of a process that is killed. */
function mortal(database: Database, transactions: number): Database {
  let left = transactions;
  return new Proxy(database, {
    get(target, property) {
      if (property === 'transaction')
        return async (work: Parameters<Database['transaction']>[0]) => {
          left -= 1;
          if (left < 0) throw new Error(DEATH);
          return target.transaction(work);
        };
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

type Act =
  | { readonly kind: 'load'; readonly rows: readonly number[] }
  | { readonly kind: 'replace'; readonly which: number; readonly rows: readonly number[] }
  | { readonly kind: 'supersede' | 'withdraw'; readonly which: number }
  | { readonly kind: 'redact'; readonly which: number };
/** What is done, and after how many transactions its process is killed; null for never. */
type Step = Act & { readonly dies: number | null };

const rows = fc.array(fc.nat(24), { minLength: 1, maxLength: 10 });
const dies = fc.option(fc.nat(9), { freq: 2 });
const which = fc.nat(5);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('load' as const), rows, dies }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replace' as const), which, rows, dies }) },
  fc.record({ kind: fc.constantFrom('supersede' as const, 'withdraw' as const), which, dies }),
  fc.record({ kind: fc.constant('redact' as const), which, dies }),
);

/** The imports that stand, the oldest first. */
const standing = async ({ database }: World) =>
  (await database.reader.find(ImportRun, { where: { state: 'COMPLETE' }, order: { id: 'ASC' } })).map(
    ({ id }) => id,
  );

async function carryOut(world: World, context: CommandContext, act: Act): Promise<void> {
  const load = async (lines: readonly number[], supersedes: string | null) => {
    const text = [HEADER, ...lines.map(lineOf)].join('\n');
    await importSpend(
      context,
      { name: 'payments.csv', stream: Readable.from([Buffer.from(text)]) },
      { council: OLDHAM, supersedes },
    );
  };
  if (act.kind === 'load') return load(act.rows, null);
  if (act.kind === 'redact') {
    const suppliers = await world.database.reader.find(Supplier, { order: { id: 'ASC' } });
    const supplier = suppliers[act.which % Math.max(1, suppliers.length)];
    if (supplier)
      await redactName.run(context, { supplierId: supplier.id, statementOfReasons: 'Asked for.' });
    return;
  }
  const ids = await standing(world);
  const id = ids[act.which % Math.max(1, ids.length)];
  if (id === undefined) return;
  if (act.kind === 'replace') return load(act.rows, id);
  if (act.kind === 'withdraw') await withdrawImport.run(context, { id, statementOfReasons: 'Test.' });
  else if (ids.at(-1) !== id) await supersedeImport.run(context, { id, supersededById: ids.at(-1)! });
}

const GROUPINGS = {
  MONTH: 'SUBSTR(p.paid_on, 1, 7)',
  DEPARTMENT: 'p.department_key',
  SUPPLIER: 'p.supplier_id',
  CHANNEL: 'p.channel',
} as const satisfies Partial<Record<SpendGrouping, string>>;

/** The sums that are answered, and the same by going through the payments that are seen, one by one. */
async function answers(world: World): Promise<[answered: unknown, counted: unknown]> {
  const sides: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  for (const [groupBy, key] of Object.entries(GROUPINGS) as [SpendGrouping, string][]) {
    const { sums } = await summarise(requestOf(world), { councils: [OLDHAM], filter: {}, groupBy });
    sides[0][groupBy] = Object.fromEntries(sums.map((sum) => [sum.key, [sum.payments, sum.pence]]));
    const paid = await world.database.reader.query<Record<'key0' | 'payments' | 'pence', string>[]>(
      `SELECT ${key} AS key0, COUNT(*) AS payments, SUM(p.amount_pence) AS pence FROM payment p
       WHERE p.import_run_id NOT IN (SELECT id FROM import_run WHERE state IN ('LOADING', 'CLEANING')) GROUP BY ${key}`,
    );
    sides[1][groupBy] = Object.fromEntries(
      paid.map(({ key0, payments, pence }) => [key0, [Number(payments), Number(pence)]]),
    );
  }
  // What is asked by two details comes out of the cells, which nothing above reads.
  const cells = async (table: string, month: string, payments: string, pence: string) =>
    (
      await world.database.reader.query<Record<string, string | number>[]>(
        `SELECT ${month} AS month, supplier_id, department_key, channel, ${payments} AS payments, ${pence} AS pence FROM ${table}
         WHERE import_run_id NOT IN (SELECT id FROM import_run WHERE state IN ('LOADING', 'CLEANING'))
         GROUP BY ${month}, supplier_id, department_key, channel ORDER BY 1, 2, 3, 4`,
      )
    ).map((row) => Object.values(row).map(String));
  sides[0]['cells'] = await cells('spend_cell', 'month', 'SUM(payments)', 'SUM(pence)');
  sides[1]['cells'] = await cells('payment', 'SUBSTR(paid_on, 1, 7)', 'COUNT(*)', 'SUM(amount_pence)');
  return sides;
}

/** All that is kept of imports that are seen, but for the numbers of cells. */
async function keptOf({ database: { reader } }: World): Promise<string[][]> {
  const kept: string[][] = [];
  const seen = `import_run_id NOT IN (SELECT id FROM import_run WHERE state IN ('LOADING', 'CLEANING'))`;
  for (const table of [SpendCell, SpendTotal, SpendCoverage]) {
    const found = await reader.createQueryBuilder(table, 'row').where(seen).getMany();
    kept.push(found.map((row) => JSON.stringify(Object.entries({ ...row, cell: 0 }).sort())).sort());
  }
  return kept;
}

describeDatabases('the sums kept of imports', databaseOf(buildSubgraph(spending)), (world) => {
  test('are what a full recount gives, whatever was imported, replaced, withdrawn or redacted, and wherever it was killed', async () => {
    let deaths = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        await world.clear();
        for (const { dies: after, ...act } of steps) {
          const context = world.context();
          const database = after === null ? context.database : mortal(context.database, after);
          await carryOut(world, { ...context, database }, act).catch((error: Error) => {
            if (error.message !== DEATH) throw error;
            deaths += 1;
          });
          const [answered, counted] = await answers(world);
          expect(answered).toEqual(counted);
          // Somebody else comes along once the dead process has lost its lease.
          world.clock.advance(60_000);
          if (deaths % 2 === 0) await cleanUpImports(world.context());
        }
        const before = await keptOf(world);
        const months = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05'];
        await world.database.transaction((manager) => recountMonths(manager, OLDHAM, months));
        expect(await keptOf(world)).toEqual(before);
      }),
      { numRuns: world.database.kind === 'sqlite' ? 40 : 10 },
    );
    // That some were killed is for chance; that none was would say that nothing is killed any more.
    expect(deaths).toBeGreaterThan(0);
  }, 300_000);
});
