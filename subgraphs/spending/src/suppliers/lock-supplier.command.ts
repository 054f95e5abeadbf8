import { versionProblems, type Tx } from '@coop/shared/commands';
import { problem, type Problem } from '@coop/shared/problems';
import { keepSuppliers } from '../access';
import { Supplier } from './supplier.entity';
import { visibleSuppliers } from './supplier.queries';

/** Locks the supplier that an input names, or says why it may not be changed. */
export async function lockSupplier(
  tx: Tx,
  { supplierId, expectedVersion }: { readonly supplierId: string; readonly expectedVersion?: number | null },
): Promise<{ readonly supplier: Supplier } | { readonly problems: readonly Problem[] }> {
  const supplier = await tx.lock(Supplier, supplierId);
  // Its id is a hash of its name: whoever guesses one is not to learn that an import which does not stand has it.
  if (!supplier || !(await visibleSuppliers(tx.manager).andWhere({ id: supplierId }).getExists()))
    return { problems: [problem.notFound('There is no such supplier.', { path: ['supplierId'] })] };
  const refused = tx.demand(keepSuppliers, supplier);
  const problems = refused.length > 0 ? refused : versionProblems(supplier, expectedVersion);
  return problems.length > 0 ? { problems } : { supplier };
}
