import { abandonRun } from '@coop/shared/importing';
import type { CommandContext } from '@coop/shared/commands';
import { ImportRun } from '@coop/shared/persistence';
import { scanDuplicates } from '../duplicates/scan-duplicates.command';
import { forgetSuppliers } from './forget-suppliers.command';

/** Rows that are deleted at once, within the request. */
const SOON = 20_000;

/**
 * Deletes the payments of an import that was set aside: at once where they are few, otherwise behind the answer, which
 * need not wait since nobody sees them any more. Then suppliers whom nobody paid are forgotten, and duplicates looked
 * for anew among those who were paid. It never fails, since the import is set aside already: what goes wrong is logged,
 * and what is left over is deleted at the next start or by the next import.
 */
export async function cleanUpLater(context: CommandContext, run: string, rows: number): Promise<void> {
  const cleaning = abandonRun(context, run, false)
    .then(() => scanAgain(context, run))
    .catch((error: unknown) =>
      context.log?.error({ err: error, run }, 'What is left of an import that was set aside stays for now.'),
    );
  if (rows <= SOON) await cleaning;
}

async function scanAgain(context: CommandContext, run: string): Promise<void> {
  const found = await context.database.reader.findOneBy(ImportRun, { id: run });
  if (!found) return;
  await forgetSuppliers(context, found.council);
  await scanDuplicates(context, found.council);
}
