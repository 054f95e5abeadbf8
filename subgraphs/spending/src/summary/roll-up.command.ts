import { bulkWrite, type CommandContext } from '@coop/shared/commands';
import { nextTurn } from '@coop/shared/importing';
import { monthsOfImport, rollUpMonth } from './roll-up-month.command';

/**
 * Sums up what an import has brought. To be called when its last payment is in and before it is completed: what is
 * kept is invisible until then, and deleted with the import where that is cleaned up. Every month is a transaction
 * of its own, so that other writers get their turn, and readers where the database stands in this process.
 * @param between runs after every month: to move the import's lease on
 */
export async function rollUpImport(
  context: CommandContext,
  importRunId: string,
  between?: () => Promise<void>,
): Promise<void> {
  for (const month of await monthsOfImport(context.database.reader, importRunId)) {
    await bulkWrite(context, { name: 'spendingImport' }, ({ manager }) => rollUpMonth(manager, month));
    await between?.();
    await nextTurn();
  }
}
