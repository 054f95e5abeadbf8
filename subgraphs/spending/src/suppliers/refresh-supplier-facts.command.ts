import { defineCommand, done, type Command } from '@coop/shared/commands';
import { areaId } from '@coop/shared/nouns';
import { refuse } from '@coop/shared/problems';
import { keepSuppliers } from '../access';
import { applyRefresh } from './apply-refresh.command';
import { unaskedSuppliers, type RefreshStep } from './refresh-plan.queries';
import { SupplierFactsRefreshInput } from './supplier-inputs.types';

/**
 * Writes what the directory says of some of a council's suppliers. The receipt counts them.
 * @param plan what it said
 */
export function refreshSupplierFacts(plan: readonly RefreshStep[]): Command<SupplierFactsRefreshInput> {
  return defineCommand<SupplierFactsRefreshInput>({
    name: 'supplierFactsRefresh',
    input: SupplierFactsRefreshInput,
    async handle(tx, { council }) {
      const problems = tx.demand(keepSuppliers, { gssCode: council });
      if (problems.length > 0) return refuse(...problems);
      const counts = {
        ...(await applyRefresh(tx, plan)),
        remaining: await unaskedSuppliers(tx.manager, council, tx.now),
      };
      return done({ council, subject: areaId('council', council), changes: counts, receipt: counts });
    },
  });
}
