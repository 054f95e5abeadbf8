import type { BulkTx } from '@coop/shared/commands';
import type { FileOutcome } from '@coop/shared/importing';
import { bulkInsert, ImportProblem, ImportRun } from '@coop/shared/persistence';

/** Puts the import on record: as a run with its remarks, and in the audit trail. */
export async function recordImport(tx: BulkTx, kind: string, outcome: FileOutcome): Promise<void> {
  const { file, sha256, rows, imported, alreadyThere, rejected, remarks } = outcome;
  const run = tx.newId('import');
  await bulkInsert(tx.manager, ImportRun, [
    {
      id: run,
      kind,
      council: '',
      file: [...file].slice(-255).join(''),
      sha256,
      state: 'COMPLETE',
      rows,
      imported,
      alreadyThere,
      rejected,
      startedAt: tx.now,
      completedAt: tx.now,
      leaseUntil: tx.now,
      actor: tx.actor.subject,
    },
  ]);
  await bulkInsert(
    tx.manager,
    ImportProblem,
    remarks.map((message) => ({
      id: tx.newId('problem'),
      run,
      line: 0,
      record: 0,
      column: '',
      severity: 'WARNING',
      message: [...message].slice(0, 1000).join(''),
    })),
  );
  await tx.record({
    council: null,
    subject: run,
    changes: { file, sha256, rows, imported, alreadyThere, rejected },
  });
}
