import { In } from 'typeorm';
import { defineCommand, done, type Tx } from '@coop/shared/commands';
import { bulkInsert, textSort } from '@coop/shared/persistence';
import { problem, refuse } from '@coop/shared/problems';
import { keepPayments } from '../access';
import { isUnnamed } from '../duplicates/supplier-families.rules';
import { Supplier } from '../suppliers/supplier.entity';
import { namesPaid, redactRecord } from './redacted-record.command';
import { isSpelledLike, nameCodeOf } from './redaction.queries';
import { ensureSecret } from './ensure-secret.command';
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
    const own = [supplier.name, ...(await namesPaid(tx, gssCode, id))];
    const names = new Set(own.filter((name) => !isUnnamed(name)).map(textSort));
    // The same person under a record of another number may be spelled in other ways there.
    for (const one of await recordsNamed(tx, gssCode, names))
      for (const name of await namesPaid(tx, gssCode, one.id))
        if (own.some((known) => isSpelledLike(known, name))) names.add(textSort(name));
    const key = await ensureSecret(tx.manager);
    const redactions = [...names].map((name) => ({
      gssCode,
      nameCode: nameCodeOf(key, gssCode, name),
      redactedAt: tx.now,
      reason: statementOfReasons,
    }));
    await bulkInsert(tx.manager, NameRedaction, redactions, { unlessThere: true });
    const alike = await recordsNamed(tx, gssCode, names);
    const records = await tx.lockMany(Supplier, [...new Set([id, ...alike.map((one) => one.id)])]);
    let subject = id;
    for (const record of records) {
      const kept = await redactRecord(tx, key, record, names);
      if (record.id === id) subject = kept;
    }
    // How many, never whom: the trail is read by auditors for ever.
    return done({ council: gssCode, subject, changes: { records: records.length, statementOfReasons } });
  },
});

/** The records of a council that have one of some names. */
function recordsNamed({ manager }: Tx, gssCode: string, names: ReadonlySet<string>): Promise<Supplier[]> {
  return manager.find(Supplier, {
    where: { gssCode, nameSort: In([...names]) },
    select: { id: true },
    order: { id: 'ASC' },
  });
}
