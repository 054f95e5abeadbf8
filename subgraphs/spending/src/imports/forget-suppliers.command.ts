import { In } from 'typeorm';
import { bulkWrite, type CommandContext } from '@coop/shared/commands';
import { nextTurn } from '@coop/shared/importing';
import { Payment } from '../payments/payment.entity';
import { Supplier } from '../suppliers/supplier.entity';
import { claimImports, whileLoading } from './set-aside.command';

/** Records that are deleted at once. */
const AT_ONCE = 1000;
const NAME = 'importCleanUp';

/**
 * Whom no payment names any more, and of whom nobody said anything: a record that a person judged is kept, unseen, and
 * one that was redacted goes on keeping the name out. One look-up in the index of payments by supplier.
 */
const IS_LEFT_OVER = `supplier.isRedacted = :isRedacted AND supplier.matchState NOT IN ('CONFIRMED', 'DECLINED')
  AND supplier.sectorSource <> 'PERSON' AND supplier.smeSource <> 'PERSON' AND supplier.localSource <> 'PERSON'
  AND supplier.factsEvidence IS NULL
  AND (SELECT 1 FROM payment WHERE payment.gss_code = supplier.gss_code AND payment.supplier_id = supplier.id LIMIT 1) IS NULL`;

/**
 * Deletes the suppliers of a council that only an import brought which does not stand any more, chunk by chunk. It keeps
 * out of the way of imports that load: whoever ends one calls this again. An id is a hash of what the files say, so
 * that a record which comes back is the same.
 * @param signal stops it between two chunks
 */
export async function forgetSuppliers(
  context: CommandContext,
  gssCode: string,
  signal?: AbortSignal,
  atOnce = AT_ONCE,
): Promise<void> {
  let after = { nameSort: '', id: '' };
  while (!signal?.aborted) {
    const found = await context.database.reader
      .createQueryBuilder(Supplier, 'supplier')
      .select(['supplier.id', 'supplier.nameSort'])
      .where('supplier.gssCode = :gssCode AND supplier.nameSort >= :nameSort', { gssCode, ...after })
      .andWhere('(supplier.nameSort > :nameSort OR supplier.id > :id)')
      .andWhere(IS_LEFT_OVER, { isRedacted: false })
      .orderBy('supplier.nameSort')
      .addOrderBy('supplier.id')
      .limit(atOnce)
      .getMany();
    const last = found.at(-1);
    if (!last) return;
    const ids = found.map(({ id }) => id);
    const mayGoOn = await bulkWrite(context, { name: NAME }, async (tx) => {
      await claimImports(tx, gssCode);
      // One that loads may have met them, and be about to pay them.
      if ((await whileLoading(tx, gssCode)).length > 0) return false;
      const records = await tx.lockMany(Supplier, ids);
      const paid = await tx.manager
        .createQueryBuilder(Payment, 'payment')
        .select('DISTINCT payment.supplierId', 'id')
        .where({ gssCode, supplierId: In(ids) })
        .getRawMany<{ id: string }>();
      const standing = new Set(paid.map(({ id }) => id));
      const gone = records.filter((one) => isUnjudged(one) && !standing.has(one.id)).map(({ id }) => id);
      if (gone.length > 0) await tx.manager.delete(Supplier, { id: In(gone) });
      return true;
    });
    if (!mayGoOn || found.length < atOnce) return;
    after = { nameSort: last.nameSort, id: last.id };
    await nextTurn();
  }
}

/** What `IS_LEFT_OVER` says of a record by itself, asked again where nobody can change it. */
function isUnjudged(one: Supplier): boolean {
  const { isRedacted, matchState, factsEvidence, sectorSource, smeSource, localSource } = one;
  return (
    !isRedacted &&
    matchState !== 'CONFIRMED' &&
    matchState !== 'DECLINED' &&
    factsEvidence === null &&
    ![sectorSource, smeSource, localSource].includes('PERSON')
  );
}

/** Deletes what imports of any council left over, when the subgraph begins to serve. */
export async function finishForgetting(context: CommandContext, signal?: AbortSignal): Promise<void> {
  const councils = await context.database.reader
    .createQueryBuilder(Supplier, 'supplier')
    .select('DISTINCT supplier.gssCode', 'gssCode')
    .getRawMany<{ gssCode: string }>();
  for (const { gssCode } of councils) if (!signal?.aborted) await forgetSuppliers(context, gssCode, signal);
}
