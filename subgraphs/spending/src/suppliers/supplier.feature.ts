import type { Feature } from '@coop/shared/graphql';
import { CouncilSuppliersResolver } from './council-suppliers.resolver';
import { Supplier } from './supplier.entity';
import { supplierMigrations } from './supplier.migrations';
import { supplierById } from './supplier.queries';
import { SupplierMutationsResolver } from './supplier-mutations.resolver';
import { SupplierResolver } from './supplier.resolver';

/** Whom councils pay. */
export const suppliers: Feature = {
  resolvers: [SupplierResolver, CouncilSuppliersResolver, SupplierMutationsResolver],
  references: {
    Supplier: ({ id }, context) => (typeof id === 'string' ? supplierById.load(context, id) : null),
  },
  entities: [Supplier],
  migrations: supplierMigrations,
};
