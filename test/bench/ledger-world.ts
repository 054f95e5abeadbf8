import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spending } from '@coop/spending';
import { databaseOf, mysqlWorld, sqliteWorld, World } from '@coop/test/kit';
import { generatedPayments, type LedgerShape } from '@coop/test/kit/generated-payments';
import { buildSubgraph } from '@coop/shared/graphql';
import { newId } from '@coop/shared/ids';
import { bulkInsert, ImportRun } from '@coop/shared/persistence';
import { Payment } from '../../subgraphs/spending/src/payments/payment.entity';
import { labelKeys } from '../../subgraphs/spending/src/payments/payment-keys.queries';
import { rollUpImport } from '../../subgraphs/spending/src/summary/roll-up.command';
import { Supplier } from '../../subgraphs/spending/src/suppliers/supplier.entity';
import { newSupplier } from '../../subgraphs/spending/src/suppliers/supplier-row.queries';

/** The council whose payments they are. */
export const COUNCIL = 'E08000004';

const AT_ONCE = 20_000;

/** The record of a made-up supplier, by its number. */
export const supplierOf = (number: number) =>
  newSupplier({ gssCode: COUNCIL, publishedId: String(number), name: `Example Supplier ${number}` });

/** Where ledgers are built. */
export interface Place {
  /** A folder in which SQLite ledgers stay from run to run; otherwise they are made anew and removed. */
  readonly keep?: string | undefined;
  /** A MySQL server to build them on instead. */
  readonly server?: string | undefined;
}

async function worldAt({ keep, server }: Place, name: string): Promise<{ world: World; isBuilt: boolean }> {
  const options = databaseOf(buildSubgraph(spending));
  if (server) return { world: await mysqlWorld(server, options), isBuilt: false };
  if (!keep) return { world: await sqliteWorld(options), isBuilt: false };
  const folder = join(keep, name);
  await mkdir(folder, { recursive: true });
  const world = new World({ kind: 'sqlite', folder }, options, () => Promise.resolve());
  return { world, isBuilt: existsSync(join(folder, 'built')) };
}

/** A council's ledger of made-up payments as one complete import, by the fastest honest path. */
export async function ledgerWorld(count: number, shape: LedgerShape, place: Place = {}): Promise<World> {
  const { suppliers, months, departments } = shape;
  const name = `${count}-${suppliers}-${months}-${departments}`;
  const { world, isBuilt } = await worldAt(place, name);
  await world.open();
  if (!isBuilt) {
    await write(world, count, shape);
    if (place.keep) await writeFile(join(place.keep, name, 'built'), '');
  }
  if (world.database.kind === 'mysql')
    await world.database.reader.query('ANALYZE TABLE payment, spend_cell, spend_total, supplier');
  return world;
}

async function write(world: World, count: number, shape: LedgerShape): Promise<void> {
  const now = world.clock.now();
  const importRunId = newId('import', now);
  const suppliers = Array.from({ length: shape.suppliers }, (_, at) => ({
    ...supplierOf(at),
    sector: (['PRIVATE', 'VCSE', 'PUBLIC_BODY', 'UNKNOWN'] as const)[at % 4]!,
    isSme: [true, false, null][at % 3]!,
    isLocal: [true, null][at % 2]!,
  }));
  await world.database.transaction(async (manager) => {
    const facts = { kind: 'spending', council: COUNCIL, file: 'bench.csv', sha256: '', actor: 'bench' };
    const counts = { rows: count, imported: count, alreadyThere: 0, rejected: 0 };
    const times = { startedAt: now, completedAt: null, leaseUntil: now };
    await bulkInsert(manager, ImportRun, [
      { id: importRunId, state: 'LOADING', ...facts, ...counts, ...times },
    ]);
    for (let start = 0; start < suppliers.length; start += AT_ONCE)
      await bulkInsert(manager, Supplier, suppliers.slice(start, start + AT_ONCE));
  });
  let rows: Partial<Payment>[] = [];
  let fileRow = 1;
  const flush = async () => {
    await world.database.transaction((manager) => bulkInsert(manager, Payment, rows));
    rows = [];
  };
  for (const { supplier, ...said } of generatedPayments(count, shape)) {
    const { id: supplierId = '', name: supplierName = '' } = suppliers[supplier] ?? {};
    const id = newId('payment', now);
    rows.push({
      ...said,
      ...labelKeys(said),
      ...{ id, gssCode: COUNCIL, importRunId, fileRow: (fileRow += 1), supplierId, supplierName },
      ...{ basis: 'NET', identityKey: id.slice(8), illustrative: true },
    });
    if (rows.length === AT_ONCE) await flush();
  }
  await flush();
  await rollUpImport(world.context(), importRunId);
  await world.database.transaction(async (manager) => {
    await manager.update(ImportRun, { id: importRunId }, { state: 'COMPLETE' });
  });
}
