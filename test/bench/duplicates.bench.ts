import { databaseOf, sqliteWorld, type World } from '@coop/test/kit';
import { spending } from '@coop/spending';
import { buildSubgraph } from '@coop/shared/graphql';
import { newId } from '@coop/shared/ids';
import { bulkInsert, ImportRun } from '@coop/shared/persistence';
import { DocumentBuilder } from '../../subgraphs/spending/src/duplicates/documents.rules';
import { duplicatePolicies } from '../../subgraphs/spending/src/duplicates/duplicates.law';
import { findDuplicates } from '../../subgraphs/spending/src/duplicates/duplicates.rules';
import { plantedLedger, type PlantedLedger } from '../../subgraphs/spending/src/duplicates/planted.fixture';
import { scanDuplicates } from '../../subgraphs/spending/src/duplicates/scan-duplicates.command';
import { profileOf } from '../../subgraphs/spending/src/duplicates/source-profile.rules';
import { supplierFamilies } from '../../subgraphs/spending/src/duplicates/supplier-families.rules';
import type { SpendLine } from '../../subgraphs/spending/src/duplicates/tiers';
import { Payment } from '../../subgraphs/spending/src/payments/payment.entity';
import { rollUpImport } from '../../subgraphs/spending/src/summary/roll-up.command';
import { newSupplier, supplierId } from '../../subgraphs/spending/src/suppliers/supplier-row.queries';
import { Supplier } from '../../subgraphs/spending/src/suppliers/supplier.entity';
import { measure, report } from './harness';

// The search for payments made twice: how its time grows from 100,000 lines to 1,000,000, in memory and in a database
// with everything around it, what an import of 1,000 lines costs against a scan of everything, and how much of what
// was planted is found. A ledger ten times as large has ten times as many suppliers, as years of payments have.
//
// ROWS=100000            a smaller large ledger (the small one has a tenth)
// PARTS=memory,database  only these of: found, memory, database
// ROUNDS=3               how often each is searched in memory

const COUNCIL = 'E08000004';
const POLICY = duplicatePolicies.require('2026-06-01').value;
const { env } = process;
const LARGE = Number(env['ROWS'] ?? 1_000_000);
const SMALL = Math.round(LARGE / 10);
const PARTS = (env['PARTS'] ?? 'found,memory,database').split(',');
const ROUNDS = Number(env['ROUNDS'] ?? 3);
const SIZES = `${LARGE.toLocaleString('en-GB')} lines / ${SMALL.toLocaleString('en-GB')}`;

function search({ lines, suppliers }: PlantedLedger) {
  const profile = profileOf(lines, POLICY.batchSuppliers);
  const builder = new DocumentBuilder();
  for (const line of lines) builder.add(line, profile);
  return findDuplicates(builder.documents(), supplierFamilies(suppliers), POLICY);
}

async function inMemory(small: PlantedLedger, large: PlantedLedger): Promise<void> {
  const cost = await measure({ few: () => search(small), many: () => search(large) }, { rounds: ROUNDS });
  report({
    name: `search for duplicates, ${SIZES}, in memory`,
    ratio: cost.many.cpu / cost.few.cpu,
    atMost: 14,
    detail: `${Math.round(cost.many.cpu)} and ${Math.round(cost.few.cpu)} ms`,
  });
}

/** Milliseconds of processor time that a piece of work takes, and what it answers. */
async function timed<Result>(work: () => Promise<Result>): Promise<readonly [number, Result]> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, result];
}

function found({ planted, ...ledger }: PlantedLedger): void {
  const { findings } = search({ planted, ...ledger });
  const pairs = new Set(
    findings.flatMap(({ originals, suspect }) =>
      originals.flatMap(({ lines }) =>
        lines.flatMap((a) => suspect.lines.flatMap((b) => [`${a} ${b}`, `${b} ${a}`])),
      ),
    ),
  );
  const sure = findings.filter(({ tier }) => tier !== 'POSSIBLE');
  const recalled = planted.filter(({ original, again }) => pairs.has(`${original} ${again}`)).length;
  const lines = new Set(planted.flatMap(({ original, again }) => [original, again]));
  const right = sure.filter(({ suspect }) => suspect.lines.some((line) => lines.has(line))).length;
  const detail = `${recalled} of ${planted.length} planted, ${right} of ${sure.length} found`;
  report({
    name: 'planted duplicates found (recall)',
    ratio: recalled / planted.length,
    atLeast: 0.99,
    detail,
  });
  report({ name: 'found duplicates planted (precision)', ratio: right / sure.length, atLeast: 0.9 });
}

/** Puts lines into a database as one import. */
async function write(
  world: World,
  lines: readonly SpendLine[],
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const now = world.clock.now();
  const run = newId('import', now);
  const known = { kind: 'spending', council: COUNCIL, sha256: '', state: 'COMPLETE' } as const;
  await world.database.transaction((manager) =>
    bulkInsert(manager, ImportRun, [
      {
        ...{
          ...known,
          id: run,
          file: `${run}.csv`,
          rows: lines.length,
          imported: lines.length,
          alreadyThere: 0,
        },
        ...{ rejected: 0, startedAt: now, completedAt: now, leaseUntil: now, actor: 'bench' },
      },
    ]),
  );
  const suppliers = [...new Set(lines.map(({ supplier }) => supplier))].map((id) =>
    newSupplier({ gssCode: COUNCIL, publishedId: null, name: names.get(id)! }),
  );
  await world.database.transaction((manager) =>
    bulkInsert(manager, Supplier, suppliers, { unlessThere: true }),
  );
  for (let start = 0; start < lines.length; start += 20_000)
    await world.database.transaction((manager) =>
      bulkInsert(
        manager,
        Payment,
        lines.slice(start, start + 20_000).map((line, index) => {
          const name = names.get(line.supplier)!;
          const id = newId('payment', now);
          return {
            ...{ id, gssCode: COUNCIL, importRunId: run, fileRow: start + index + 2, supplierName: name },
            supplierId: supplierId({ gssCode: COUNCIL, publishedId: null, name }),
            ...{ paidOn: line.paidOn, amountPence: line.amountPence, basis: 'NET' as const },
            ...{ invoiceNumber: line.invoiceNumber, reference: line.reference, channel: 'INVOICE' as const },
            ...{ departmentKey: '', purposeKey: line.coding.slice(0, 12), categoryKey: '' },
            ...{ identityKey: id.slice(-26), illustrative: false },
          };
        }),
      ),
    );
  await rollUpImport(world.context(), run);
}

/** Scans a ledger in a database, first all of it, then after an import of what is left. */
async function scans({ ledger: { lines, suppliers }, rest }: ReturnType<typeof apart>) {
  const world = await sqliteWorld(databaseOf(buildSubgraph(spending)));
  await world.open();
  try {
    const names = new Map(suppliers.map(({ id, name }) => [id, name]));
    await write(world, lines, names);
    const [first, scan] = await timed(() => scanDuplicates(world.context(), COUNCIL));
    await write(world, rest, names);
    const [after, next] = await timed(() => scanDuplicates(world.context(), COUNCIL));
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    return { first, after, scan, next, memory };
  } finally {
    await world.end();
  }
}

async function inDatabase(small: PlantedLedger, large: PlantedLedger): Promise<void> {
  const few = await scans(apart(small));
  const many = await scans(apart(large));
  report({
    name: `scan of a database, ${SIZES}`,
    ratio: many.first / few.first,
    atMost: 14,
    detail: `${Math.round(many.first)} and ${Math.round(few.first)} ms, ${many.scan.found} candidates, ${many.memory} MB`,
  });
  report({
    name: 'scan after an import of a thousandth / scan of all',
    ratio: many.after / many.first,
    atMost: 0.25,
    detail: `${Math.round(many.after)} ms, ${many.next.suppliers} suppliers, ${many.next.lines} lines`,
  });
  report({
    name: 'lines compared after an import of a thousandth / all',
    ratio: many.next.lines / many.scan.lines,
    atMost: 0.1,
    detail: `${many.next.lines} of ${many.scan.lines}`,
  });
}

/** A ledger with its last thousandth apart: the import that comes next. */
function apart({ lines, ...ledger }: PlantedLedger): { ledger: PlantedLedger; rest: readonly SpendLine[] } {
  const end = lines.length - Math.ceil(lines.length / 1000);
  return { ledger: { ...ledger, lines: lines.slice(0, end) }, rest: lines.slice(end) };
}

async function main(): Promise<void> {
  const small = plantedLedger(SMALL, 11);
  if (PARTS.includes('found')) found(small);
  if (!PARTS.includes('memory') && !PARTS.includes('database')) return;
  const large = plantedLedger(LARGE, 12);
  if (PARTS.includes('memory')) await inMemory(small, large);
  if (PARTS.includes('database')) await inDatabase(small, large);
}

void main();
