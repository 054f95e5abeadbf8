import type { World } from '@coop/test/kit';
import { newId } from '@coop/shared/ids';
import { bulkInsert, contentCode, ImportRun } from '@coop/shared/persistence';
import { KIND } from '../imports/kind';
import { labelKeys } from '../payments/payment-keys.queries';
import { Payment } from '../payments/payment.entity';
import { Supplier } from '../suppliers/supplier.entity';
import { newSupplier, supplierId } from '../suppliers/supplier-row.queries';
import { rollUpImport } from './roll-up.command';

/** A payment as a test says it. */
export interface SaidPayment {
  readonly supplier: string;
  readonly paidOn: string;
  readonly amountPence: number;
  readonly department?: string | null;
  readonly purpose?: string | null;
  readonly category?: string | null;
  readonly channel?: Payment['channel'];
  readonly basis?: Payment['basis'];
}

/** Imports payments as an importer does: invisible rows, their roll-ups, then the state that shows them. */
export async function imported(
  world: World,
  gssCode: string,
  said: readonly SaidPayment[],
  state: ImportRun['state'] = 'COMPLETE',
): Promise<string> {
  const now = world.clock.now();
  const run = newId('import', now);
  await world.database.transaction(async (manager) => {
    await bulkInsert(manager, ImportRun, [
      {
        id: run,
        kind: KIND,
        council: gssCode,
        file: `${run}.csv`,
        sha256: '',
        state: 'LOADING',
        rows: said.length,
        imported: said.length,
        alreadyThere: 0,
        rejected: 0,
        startedAt: now,
        completedAt: null,
        leaseUntil: now,
        actor: 'test',
      },
    ]);
    await bulkInsert(
      manager,
      Supplier,
      [...new Set(said.map(({ supplier }) => supplier))].map((name) =>
        newSupplier({ gssCode, publishedId: null, name }),
      ),
      { unlessThere: true },
    );
    await bulkInsert(
      manager,
      Payment,
      said.map(({ supplier, department = null, purpose = null, category = null, ...rest }, at) => ({
        channel: 'INVOICE' as const,
        basis: 'NET' as const,
        ...rest,
        department,
        purpose,
        category,
        ...labelKeys({ department, purpose, category }),
        id: newId('payment', now),
        gssCode,
        importRunId: run,
        fileRow: at + 2,
        supplierId: supplierId({ gssCode, publishedId: null, name: supplier }),
        supplierName: supplier,
        identityKey: contentCode(`${run} ${at}`, 26),
        illustrative: false,
      })),
    );
  });
  await rollUpImport(world.context(), run);
  await setState(world, run, state);
  return run;
}

/** Shows or hides an import. */
export async function setState(world: World, id: string, state: ImportRun['state']): Promise<void> {
  const completedAt = state === 'COMPLETE' ? { completedAt: world.clock.now() } : {};
  await world.database.transaction(async (manager) => {
    await manager.update(ImportRun, { id }, { state, ...completedAt });
  });
}
