import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { defineLoader, inOrder } from '@coop/shared/graphql';
import { visibleImports } from '@coop/shared/importing';
import { Payment } from './payment.entity';

/** Payments, without those of an import that is not complete: where every reading of the table begins. */
export function visiblePayments(reader: EntityManager, alias = 'payment'): SelectQueryBuilder<Payment> {
  return reader.createQueryBuilder(Payment, alias).where(visibleImports(alias));
}

/** A payment by its id. */
export const paymentById = defineLoader<string, Payment>(async (ids, { database }) =>
  inOrder(
    ids,
    await visiblePayments(database.reader)
      .andWhere({ id: In([...ids]) })
      .getMany(),
    ({ id }) => id,
  ),
);
