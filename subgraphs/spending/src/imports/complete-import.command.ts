import { bulkWrite, type CommandContext, type Tx } from '@coop/shared/commands';
import { abandonRun, keepRun, moveRun, TableRefused } from '@coop/shared/importing';
import { ImportRun } from '@coop/shared/persistence';
import { rollUpImport } from '../summary/roll-up.command';
import { ACTION, type SpendRun } from './begin-import.command';
import { claimImports, setAside } from './set-aside.command';
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
 * @throws TableRefused when what it was compared with has been set aside since
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
    await claimImports(tx, council);
    await keepRun(tx.manager, database, id, counts);
    await refuseUnlessStanding(tx, id, file, supersedes);
    const completedAt = database.clock.now();
    await moveRun(tx.manager, id, 'complete', { sha256, completedAt, ...counts });
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

/** What a file was compared with while it loaded must still stand, or payments would be lost without a word. */
async function refuseUnlessStanding(
  tx: Tx,
  id: string,
  file: string,
  supersedes: string | null,
): Promise<void> {
  const met = await tx.manager.query<{ run: string }[]>(
    `SELECT DISTINCT COALESCE(p.import_run_id, '') AS run
     FROM payment_sighting s LEFT JOIN payment p ON p.id = s.payment_id WHERE s.import_run_id = ?`,
    [id],
  );
  const compared = met.map(({ run }) => run);
  const runs = await tx.lockMany(ImportRun, [
    ...new Set([...compared, ...(supersedes === null ? [] : [supersedes])].filter((run) => run !== '')),
  ]);
  const gone = runs.filter(({ state }) => state !== 'COMPLETE');
  if (gone.some((run) => run.id === supersedes))
    throw new TableRefused(file, `it is to supersede ${supersedes}, but that import does not stand any more`);
  if (gone.length > 0 || compared.includes(''))
    throw new TableRefused(
      file,
      'an earlier import that brought some of its payments was set aside meanwhile; import it again',
    );
}
