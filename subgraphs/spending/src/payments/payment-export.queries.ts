import type { EntityManager } from 'typeorm';
import { Supplier } from '../suppliers/supplier.entity';
import { In } from 'typeorm';
import { Payment } from './payment.entity';
import type { PaymentFilter } from './payment.types';
import { applyPaymentFilter, visiblePayments } from './payment.queries';

const AT_ONCE = 1_000;

/** A payment with its supplier's record. */
export interface PaidSupplier {
  readonly payment: Payment;
  readonly supplier: Supplier | null;
}

/**
 * The payments of councils that a filter lets through, council by council in the order of their days, read page by
 * page.
 * @param narrow further conditions on the alias `payment`
 */
export async function* paymentsToWrite(
  reader: EntityManager,
  councils: readonly string[],
  filter: PaymentFilter,
  narrow = 'TRUE',
): AsyncGenerator<PaidSupplier> {
  for (const gssCode of councils) {
    let day = '';
    let id = '';
    for (;;) {
      const query = visiblePayments(reader)
        .andWhere('payment.gssCode = :gssCode', { gssCode })
        .andWhere('payment.paidOn >= :day AND (payment.paidOn > :day OR payment.id > :id)', { day, id })
        .andWhere(narrow);
      applyPaymentFilter(query, filter);
      const rows = await query
        .orderBy('payment.paidOn', 'ASC')
        .addOrderBy('payment.id', 'ASC')
        .limit(AT_ONCE)
        .getMany();
      const ids = [...new Set(rows.map(({ supplierId }) => supplierId))];
      const suppliers = new Map(
        (ids.length > 0 ? await reader.findBy(Supplier, { id: In(ids) }) : []).map((row) => [row.id, row]),
      );
      for (const payment of rows) yield { payment, supplier: suppliers.get(payment.supplierId) ?? null };
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) break;
      day = last.paidOn;
      id = last.id;
    }
  }
}
