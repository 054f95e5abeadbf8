import { bulkWrite, type CommandContext } from '@coop/shared/commands';
import { abandonRun, keepRun } from '@coop/shared/importing';
import { ImportRun } from '@coop/shared/persistence';
import { rollUpImport } from '../summary/roll-up.command';
import { ACTION, type SpendRun } from './begin-import.command';
import { setAside } from './set-aside.command';
import { SpendImportRecord } from './spend-import.entity';

/** What is known of the file at its end. */
export interface SpendFileFacts {
  readonly file: string;
  readonly sha256: string;
  /** The import in whose place this one stands; null for none. */
  readonly supersedes: string | null;
}

/**
 * Completes an import: makes its sums, then in one transaction makes its payments visible, hides those of the import
 * that it supersedes, and puts the one entry into the audit trail.
 */
export async function completeImport(
  context: CommandContext,
  run: SpendRun,
  { file, sha256, supersedes }: SpendFileFacts,
): Promise<void> {
  const { id, council, counts } = run;
  if (id === null) return;
  const { rows, imported, alreadyThere, rejected } = counts;
  if (rows !== imported + alreadyThere + rejected)
    throw new Error(`The import ${id} has lost count of its rows: ${JSON.stringify(counts)}.`);
  const { database } = context;
  await rollUpImport(context, id, () =>
    bulkWrite(context, { name: ACTION }, ({ manager }) => keepRun(manager, database, id, counts)),
  );
  await bulkWrite(context, { name: ACTION }, async (tx) => {
    await keepRun(tx.manager, database, id, counts);
    const completedAt = database.clock.now();
    await tx.manager.update(ImportRun, { id }, { state: 'COMPLETE', sha256, completedAt, ...counts });
    await tx.manager.update(SpendImportRecord, { id }, { progress: 1, columns: run.columns });
    if (supersedes !== null) await setAside(tx, { run: supersedes, gssCode: council, supersededBy: id });
    await tx.record({
      council,
      subject: id,
      changes: {
        file,
        sha256,
        rows,
        imported,
        alreadyThere,
        rejected,
        ...(supersedes === null ? {} : { supersedes }),
      },
    });
  });
  if (supersedes !== null) await abandonRun(context, supersedes, false);
}
