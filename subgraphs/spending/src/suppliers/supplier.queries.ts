import { In } from 'typeorm';
import { defineLoader, inOrder } from '@coop/shared/graphql';
import { Supplier } from './supplier.entity';

/** A supplier by its id. */
export const supplierById = defineLoader<string, Supplier>(async (ids, { database }) =>
  inOrder(ids, await database.reader.findBy(Supplier, { id: In([...ids]) }), ({ id }) => id),
);
