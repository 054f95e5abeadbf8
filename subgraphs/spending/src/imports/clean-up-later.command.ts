import { abandonRun } from '@coop/shared/importing';
import type { CommandContext } from '@coop/shared/commands';

/** Rows that are deleted at once, within the request. */
const SOON = 20_000;

/**
 * Deletes the payments of an import that was set aside: at once where they are few, otherwise behind the answer, which
 * need not wait since nobody sees them any more. What is left over when the process ends is deleted by the next import.
 */
export async function cleanUpLater(context: CommandContext, run: string, rows: number): Promise<void> {
  const cleaning = abandonRun(context, run, false);
  if (rows <= SOON) await cleaning;
  else cleaning.catch(() => undefined);
}
