import { bulkWrite, type CommandContext } from '@coop/shared/commands';
import { areaId } from '@coop/shared/nouns';
import { applyRefresh, type RefreshCounts } from './apply-refresh.command';
import type { DirectoryCaller } from './directory.queries';
import { openSuppliers, planFor } from './refresh-plan.queries';

const AT_ONCE = 500;

/**
 * Looks up in the directory every supplier of a council that nobody has looked for yet: for the end of an import. Some
 * at a time, each in a transaction of its own, and audited once.
 * @throws GraphUnavailable when the directory cannot be asked; what was found until then stays
 */
export async function matchSuppliers(
  context: CommandContext & DirectoryCaller,
  gssCode: string,
): Promise<RefreshCounts> {
  const name = 'supplierFactsRefresh';
  let counts: RefreshCounts = { asked: 0, matched: 0, ambiguous: 0, unknown: 0 };
  for (;;) {
    const open = await openSuppliers(context.database.reader, gssCode, AT_ONCE);
    if (open.length === 0) break;
    const plan = await planFor(context, open);
    const some = await bulkWrite(context, { name }, (tx) => applyRefresh(tx, plan));
    counts = {
      asked: counts.asked + some.asked,
      matched: counts.matched + some.matched,
      ambiguous: counts.ambiguous + some.ambiguous,
      unknown: counts.unknown + some.unknown,
    };
    // Somebody else was faster with all of them: they are not open any more, or will not become so by asking again.
    if (some.asked === 0) break;
  }
  if (counts.asked > 0)
    await bulkWrite(context, { name }, (tx) =>
      tx.record({ council: gssCode, subject: areaId('council', gssCode), changes: { ...counts } }),
    );
  return counts;
}
