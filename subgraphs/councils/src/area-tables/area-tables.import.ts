import { basename } from 'node:path';
import { bulkWrite, type BulkTx, type CommandContext } from '@coop/shared/commands';
import { newId } from '@coop/shared/ids';
import { TableRefused, type FileOutcome, type Importer, type ImportJob } from '@coop/shared/importing';
import { areaHistory } from '../areas/area-history.rules';
import { applyDays } from './apply-days.import';
import type { CouncilRow } from './area-rows';
import { AREA_TABLE_KINDS, type AreaTableKind } from './area-table-kinds';
import { ImportRemarks } from './import-remarks';
import { readAreaTable, type AreaFile } from './read-area-table.import';
import { recordImport } from './record-import.import';
import { ContradictoryChanges, reportStillPresent, writeChanges } from './write-changes.import';
import { writeCouncils } from './write-councils.import';
import { writeWards } from './write-wards.import';

const ACTION = 'areasImport';

/** `coop import areas FILE…`: the official tables of councils and wards, each whole or not at all. */
export const areasImporter: Importer = {
  name: 'areas',
  summary: 'Official tables of wards and councils, the register of local authorities, tables of changes.',
  options: [
    {
      flags: '--changes <file>',
      description: 'a table of what followed what (from, to, on, kind), read last',
    },
  ],
  async run(job) {
    const outcomes: FileOutcome[] = [];
    for (const file of job.files) outcomes.push(await importFile(job, file, null));
    const { changes } = job.options;
    if (typeof changes === 'string') outcomes.push(await importFile(job, changes, 'CHANGES'));
    return outcomes;
  },
};

async function importFile(job: ImportJob, path: string, wanted: AreaTableKind | null): Promise<FileOutcome> {
  let remarks = new ImportRemarks();
  let read: AreaFile;
  try {
    read = await readAreaTable(path, remarks, (share) => job.progress(path, share), wanted);
  } catch (error) {
    if (error instanceof TableRefused) return refusal(basename(path), '', 0, error.message, []);
    throw error;
  }
  const wrong = wrongChanges(read);
  if (wrong.length > 0 || (read.kind === 'CHANGES' && read.rejected > 0))
    return refuseChanges(read, [...remarks.sentences(), ...wrong]);
  const now = job.clock.now();
  const context: CommandContext = {
    actor: job.actor,
    now,
    requestId: newId('job', now),
    database: job.database,
  };
  const ofReading = remarks;
  try {
    return await bulkWrite(context, { name: ACTION }, (tx) => {
      // The transaction may run more than once: its remarks begin anew each time.
      remarks = new ImportRemarks();
      return write(tx, read, ofReading.sentences(), remarks);
    });
  } catch (error) {
    if (error instanceof ContradictoryChanges) return refuseChanges(read, error.reasons);
    throw error;
  }
}

/** Writes a file in one transaction, so that nobody sees a part of it. */
async function write(
  tx: BulkTx,
  file: AreaFile,
  earlier: readonly string[],
  remarks: ImportRemarks,
): Promise<FileOutcome> {
  const councils = [...file.councils, ...councilsBesideWards(file, remarks)];
  const changed = [
    ...(await writeCouncils(tx, councils, remarks)),
    ...(await writeWards(tx, file.wards, remarks)),
  ];
  const { changedRows, oldDays } = await writeChanges(tx, file.changes, remarks);
  if (file.kind === 'REGISTER') await reportStillPresent(tx, file.councils, file.changes, remarks);
  await applyDays(tx, oldDays, remarks);
  const imported = new Set([...changed, ...changedRows]).size;
  const outcome: FileOutcome = {
    file: file.file,
    sha256: file.sha256,
    rows: file.rows,
    imported,
    alreadyThere: file.rows - file.rejected - imported,
    rejected: file.rejected,
    refused: null,
    remarks: [`It is ${AREA_TABLE_KINDS[file.kind]}.`, ...earlier, ...remarks.sentences()],
    unused: file.unused,
  };
  await recordImport(tx, 'areas', outcome);
  return outcome;
}

/** The councils that a table of wards names, each once. */
function councilsBesideWards({ wards }: AreaFile, remarks: ImportRemarks): CouncilRow[] {
  const councils = new Map<string, CouncilRow>();
  for (const { council } of wards) {
    const first = councils.get(council.gssCode);
    if (!first) councils.set(council.gssCode, council);
    else if (first.name !== council.name)
      remarks.add(
        'Councils of several names in one file',
        `${council.gssCode} ${first.name}, in row ${council.row} ${council.name}`,
      );
  }
  return [...councils.values()];
}

/** What is wrong within a table of changes, row by row. */
function wrongChanges({ kind, changes }: AreaFile): string[] {
  if (kind !== 'CHANGES') return [];
  const decision = areaHistory(changes);
  if (decision.ok) return [];
  return decision.problems.map(({ message, path }) => {
    const row = changes[Number(path?.[1])]?.row;
    return row === undefined ? message : `Row ${row}: ${message.replace(/^Row \d+: /, '')}`;
  });
}

function refuseChanges({ file, sha256, rows }: AreaFile, reasons: readonly string[]): FileOutcome {
  const why = `${file} cannot be imported: its changes do not go together.`;
  return refusal(file, sha256, rows, why, reasons);
}

function refusal(
  file: string,
  sha256: string,
  rows: number,
  refused: string,
  remarks: readonly string[],
): FileOutcome {
  return { file, sha256, rows, imported: 0, alreadyThere: 0, rejected: 0, refused, remarks };
}
