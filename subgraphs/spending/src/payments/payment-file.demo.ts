import { fixedId } from '@coop/shared/ids';
import type { EntityManager } from 'typeorm';
import { bulkInsert, contentCode, ImportProblem, ImportRun } from '@coop/shared/persistence';
import { KIND } from '../imports/kind';
import { monthsOfImport, rollUpMonth } from '../summary/roll-up-month.command';
import { newSupplier, supplierId } from '../suppliers/supplier-row.queries';
import { Supplier } from '../suppliers/supplier.entity';
import type { DemoPayment } from './demo-ledger';
import { labelKeys } from './payment-keys.queries';
import { Payment } from './payment.entity';

/** A supplier as the demo world knows it: how files name it, and what is known of it. */
export interface DemoSupplier extends Partial<Supplier> {
  readonly publishedId: string;
  readonly name: string;
}

/** A file of payments of the demo world, as if it had been imported. */
export interface DemoFile {
  readonly council: string;
  readonly file: string;
  readonly importedAt: Date;
  readonly suppliers: ReadonlyMap<string, DemoSupplier>;
  /** Payments by the published numbers of their suppliers. */
  readonly payments: readonly DemoPayment[];
  /** What was wrong with a row of the file that was rejected. */
  readonly rejected?: { readonly row: number; readonly column: string; readonly message: string };
}

/**
 * Writes a file of payments into the demo world: its import, suppliers, payments and roll-ups. All illustrative. Also
 * for the demo rows of other features: give the payments that they plant as a file of their own.
 * @returns the ids of the payments, in their order
 */
export async function writeDemoFile(manager: EntityManager, demo: DemoFile): Promise<string[]> {
  const { council: gssCode, file, importedAt, payments, rejected } = demo;
  const run = fixedId('import', file);
  await bulkInsert(manager, ImportRun, [
    {
      id: run,
      kind: KIND,
      council: gssCode,
      file,
      sha256: contentCode(file, 26).toLowerCase().padEnd(64, '0'),
      state: 'COMPLETE',
      rows: payments.length + (rejected ? 1 : 0),
      imported: payments.length,
      alreadyThere: 0,
      rejected: rejected ? 1 : 0,
      startedAt: importedAt,
      completedAt: importedAt,
      leaseUntil: importedAt,
      actor: 'demo-world',
    },
  ]);
  if (rejected)
    await bulkInsert(manager, ImportProblem, [
      {
        id: fixedId('problem', file),
        run,
        line: rejected.row,
        record: rejected.row,
        column: rejected.column,
        severity: 'REJECTED',
        message: rejected.message,
      },
    ]);
  const named = [...new Set(payments.map(({ supplier }) => supplier))].map((key) => demo.suppliers.get(key)!);
  const rows = named.map(({ publishedId, name, ...known }) => ({
    ...newSupplier({ gssCode, publishedId, name }),
    ...known,
    illustrative: true,
  }));
  await bulkInsert(manager, Supplier, rows, { unlessThere: true });
  const ids = payments.map((_, index) => fixedId('payment', `${file} ${index}`));
  await bulkInsert(
    manager,
    Payment,
    payments.map((payment, index) => ({
      ...payment,
      ...labelKeys(payment),
      id: ids[index]!,
      gssCode,
      importRunId: run,
      fileRow: index + 2,
      supplierId: supplierId({ gssCode, ...nameOf(demo, payment) }),
      supplierName: nameOf(demo, payment).name,
      basis: 'NET' as const,
      identityKey: contentCode(`${file} ${index}`, 26),
      illustrative: true,
    })),
  );
  for (const month of await monthsOfImport(manager, run)) await rollUpMonth(manager, month);
  return ids;
}

function nameOf({ suppliers, file }: DemoFile, { supplier }: DemoPayment): DemoSupplier {
  const known = suppliers.get(supplier);
  if (!known) throw new Error(`${file}: the demo world knows no supplier ${supplier}.`);
  return known;
}
