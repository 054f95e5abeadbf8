import type { EntityManager } from 'typeorm';
import { inChunks, safeNumber } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { visiblePayments } from '../payments/payment.queries';
import type { IndicatedPayment } from './indicators.rules';

/** The day of a council's first payment; the last of all days where there is none. */
export async function firstPaidOn(reader: EntityManager, gssCode: string): Promise<LocalDate> {
  const row = await visiblePayments(reader)
    .select('MIN(payment.paidOn)', 'first')
    .andWhere('payment.gssCode = :gssCode', { gssCode })
    .getRawOne<{ first: string | null }>();
  return row?.first ?? '9998-12-31';
}

/** The payments to some supplier records, but for journals, which move no money. */
export async function paymentsOfSuppliers(
  reader: EntityManager,
  gssCode: string,
  suppliers: readonly string[],
): Promise<ReadonlyMap<string, IndicatedPayment[]>> {
  const rows = await inChunks(suppliers, 500, (ids) =>
    visiblePayments(reader)
      .select('payment.id', 'id')
      .addSelect('payment.supplierId', 'supplier')
      .addSelect('payment.paidOn', 'day')
      .addSelect('payment.amountPence', 'amount')
      .andWhere('payment.gssCode = :gssCode AND payment.supplierId IN (:...ids)', { gssCode, ids })
      .andWhere('payment.channel <> :journal', { journal: 'JOURNAL' })
      .getRawMany<{ id: string; supplier: string; day: string; amount: string | number }>(),
  );
  const found = new Map<string, IndicatedPayment[]>();
  for (const { id, supplier, day, amount } of rows) {
    const payment = { id, day, amountPence: safeNumber(amount) };
    const there = found.get(supplier);
    if (there) there.push(payment);
    else found.set(supplier, [payment]);
  }
  return found;
}
