import { In } from 'typeorm';
import type { Tx } from '@coop/shared/commands';
import { bulkInsert, contentCode, textSort } from '@coop/shared/persistence';
import { DuplicateCandidate } from '../duplicates/duplicate-candidate.entity';
import { DuplicateSource } from '../duplicates/duplicate-source.entity';
import { FraudCase } from '../fraud/fraud-case.entity';
import { FraudIndicator } from '../fraud/fraud-indicator.entity';
import { rollUpMonth } from '../summary/roll-up-month.command';
import { redactedSupplier } from '../suppliers/supplier-row.queries';
import { Supplier } from '../suppliers/supplier.entity';
import { namesPaid } from './person-names.queries';
import { nameCodeOf, redactedNameOf } from './redactions.queries';

/** Takes the names out of one record and its payments; answers the id under which it goes on. */
export async function redactRecord(
  tx: Tx,
  key: string,
  record: Supplier,
  names: ReadonlySet<string>,
): Promise<string> {
  const { manager } = tx;
  const { gssCode, id, publishedId, illustrative } = record;
  const shown = redactedNameOf(nameCodeOf(key, gssCode, record.name));
  // The id of a record without a number is a plain hash of its name, which could be tried out: it gets another.
  const kept = { ...redactedSupplier({ gssCode, publishedId, name: shown }), illustrative };
  for (const name of await namesPaid(manager, gssCode, id))
    if (names.has(textSort(name)))
      await manager.query(
        'UPDATE payment SET supplier_name = ? WHERE gss_code = ? AND supplier_id = ? AND supplier_name = ?',
        [redactedNameOf(nameCodeOf(key, gssCode, name)), gssCode, id, name],
      );
  // Worked out anew by every run, for named suppliers only.
  await manager.delete(FraudIndicator, { gssCode, supplierId: id });
  if (kept.id === id) {
    // Whatever is known of it might lead to the person: the organisation first of all.
    await tx.update(Object.assign(record, kept));
    return id;
  }
  const months = await manager.query<{ run: string; month: string }[]>(
    'SELECT DISTINCT import_run_id AS run, SUBSTR(paid_on, 1, 7) AS month FROM payment WHERE gss_code = ? AND supplier_id = ?',
    [gssCode, id],
  );
  await bulkInsert(manager, Supplier, [kept], { unlessThere: true });
  await manager.query('UPDATE payment SET supplier_id = ? WHERE gss_code = ? AND supplier_id = ?', [
    kept.id,
    gssCode,
    id,
  ]);
  await repoint(tx, gssCode, id, kept.id);
  await tx.remove(record);
  for (const { run, month } of months) await rollUpMonth(manager, { gssCode, importRunId: run, month });
  return kept.id;
}

/** Puts the new id of a record in the place of the old one, wherever that stands beside its payments. */
async function repoint({ manager }: Tx, gssCode: string, from: string, to: string): Promise<void> {
  await manager.update(FraudCase, { gssCode, supplierId: from }, { supplierId: to });
  // The key of a document is a hash of its supplier too. No scan looks for it again, so any other will do.
  for (const { id } of await manager.findBy(DuplicateCandidate, { gssCode, supplierId: from }))
    await manager.update(
      DuplicateCandidate,
      { id: In([id]) },
      { supplierId: to, documentKey: contentCode(`redacted ${id}`, 26) },
    );
  for (const { runId, suppliers } of await manager.findBy(DuplicateSource, { gssCode }))
    if (suppliers.includes(from))
      await manager.update(
        DuplicateSource,
        { runId },
        { suppliers: [...new Set(suppliers.map((one) => (one === from ? to : one)))] },
      );
}
