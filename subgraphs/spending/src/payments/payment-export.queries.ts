import { In, type EntityManager } from 'typeorm';
import { keysetPage, type Page, type PageArgs } from '@coop/shared/persistence';
import { Supplier } from '../suppliers/supplier.entity';
import { Payment } from './payment.entity';
import { orderingOf, passedBounds } from './payment-order.queries';
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
    const ordering = await orderingOf(reader, [gssCode], 'OLDEST', filter);
    let after: string | null = null;
    do {
      const args: PageArgs = { first: AT_ONCE, after };
      const query = visiblePayments(reader)
        .andWhere('payment.gssCode = :gssCode', { gssCode })
        .andWhere(narrow);
      applyPaymentFilter(query, filter, passedBounds('OLDEST', args));
      const page: Page<Payment> = await keysetPage({
        query,
        alias: 'payment',
        ordering,
        args,
        maximum: AT_ONCE,
      });
      const ids = [...new Set(page.nodes.map(({ supplierId }) => supplierId))];
      const suppliers = new Map(
        (ids.length > 0 ? await reader.findBy(Supplier, { id: In(ids) }) : []).map((row) => [row.id, row]),
      );
      for (const payment of page.nodes)
        yield { payment, supplier: suppliers.get(payment.supplierId) ?? null };
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
  }
}
