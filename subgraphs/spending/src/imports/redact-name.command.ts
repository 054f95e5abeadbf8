import { In } from 'typeorm';
import { defineCommand, done, type Tx } from '@coop/shared/commands';
import { bulkInsert, textSort } from '@coop/shared/persistence';
import { problem, refuse } from '@coop/shared/problems';
import { keepPayments } from '../access';
import { rollUpMonth } from '../summary/roll-up.queries';
import { newSupplier, supplierNameKey } from '../suppliers/supplier-row.queries';
import { Supplier } from '../suppliers/supplier.entity';
import { isRedactedName, nameCodeOf, redactedNameOf } from './redaction.queries';
import { ensureSecret } from './secret.queries';
import { whileLoading } from './set-aside.command';
import { NameRedaction } from './spend-import.entity';
import { SupplierNameRedactInput } from './spend-import.types';

/**
 * Takes a person's name out of the payments of a council. What is kept is a keyed hash of it, by which every later
 * import knows the name and leaves it out.
 */
export const redactName = defineCommand<SupplierNameRedactInput>({
  name: 'supplierNameRedact',
  input: SupplierNameRedactInput,
  async handle(tx, { supplierId: id, statementOfReasons }) {
    const supplier = await tx.lock(Supplier, id);
    if (!supplier) return refuse(problem.notFound('There is no such supplier.', { path: ['supplierId'] }));
    const { gssCode } = supplier;
    const denied = tx.demand(keepPayments, { gssCode });
    if (denied.length > 0) return refuse(...denied);
    if (supplier.isRedacted)
      return refuse(
        problem.wrongState('The name is redacted already.', 'REDACTED', ['PUBLISHED'], {
          path: ['supplierId'],
        }),
      );
    const loading = await whileLoading(tx, gssCode);
    if (loading.length > 0) return refuse(...loading);
    const names = new Set(
      [supplier.name, ...(await namesOf(tx, supplier))].filter((name) => !isRedactedName(name)).map(textSort),
    );
    const key = await ensureSecret(tx.manager);
    const redactions = [...names].map((name) => ({
      gssCode,
      nameCode: nameCodeOf(key, gssCode, name),
      redactedAt: tx.now,
      reason: statementOfReasons,
    }));
    await bulkInsert(tx.manager, NameRedaction, redactions, { unlessThere: true });
    const alike = await tx.manager.find(Supplier, {
      where: { gssCode, nameSort: In([...names]) },
      select: { id: true },
    });
    const records = await tx.lockMany(Supplier, [id, ...alike.map((one) => one.id)]);
    let subject = id;
    for (const record of records) {
      const kept = await redactRecord(tx, key, record, names);
      if (record.id === id) subject = kept;
    }
    // How many, never whom: the trail is read by auditors for ever.
    return done({ council: gssCode, subject, changes: { records: records.length, statementOfReasons } });
  },
});

/** The names under which a record was paid. */
async function namesOf({ manager }: Tx, { gssCode, id }: Supplier): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    'SELECT DISTINCT supplier_name AS name FROM payment WHERE gss_code = ? AND supplier_id = ?',
    [gssCode, id],
  );
  return rows.map(({ name }) => name);
}

/** Takes the names out of one record and its payments; answers the id under which it goes on. */
async function redactRecord(
  tx: Tx,
  key: string,
  record: Supplier,
  names: ReadonlySet<string>,
): Promise<string> {
  const { manager } = tx;
  const { gssCode, id, publishedId } = record;
  const shown = redactedNameOf(nameCodeOf(key, gssCode, record.name));
  // The id of a record without a number is a plain hash of its name, which could be tried out: it gets another.
  const kept = newSupplier({ gssCode, publishedId, name: shown });
  for (const name of await namesOf(tx, record))
    if (names.has(textSort(name)))
      await manager.query(
        'UPDATE payment SET supplier_name = ? WHERE gss_code = ? AND supplier_id = ? AND supplier_name = ?',
        [redactedNameOf(nameCodeOf(key, gssCode, name)), gssCode, id, name],
      );
  if (kept.id === id) {
    const blank = { companyNumber: null, charityNumber: null, vatNumber: null };
    const nameSort = textSort(shown);
    await tx.update(
      Object.assign(record, {
        ...blank,
        name: shown,
        nameSort,
        nameKey: supplierNameKey(shown),
        isRedacted: true,
      }),
    );
    return id;
  }
  const months = await manager.query<{ run: string; month: string }[]>(
    'SELECT DISTINCT import_run_id AS run, SUBSTR(paid_on, 1, 7) AS month FROM payment WHERE gss_code = ? AND supplier_id = ?',
    [gssCode, id],
  );
  await bulkInsert(manager, Supplier, [{ ...kept, isRedacted: true, illustrative: record.illustrative }], {
    unlessThere: true,
  });
  await manager.query('UPDATE payment SET supplier_id = ? WHERE gss_code = ? AND supplier_id = ?', [
    kept.id,
    gssCode,
    id,
  ]);
  await tx.remove(record);
  for (const { run, month } of months) await rollUpMonth(manager, { gssCode, importRunId: run, month });
  return kept.id;
}
