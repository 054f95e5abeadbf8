import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { CommandContext } from '@coop/shared/commands';
import {
  abandonRun,
  firstRemarks,
  ImportLost,
  ImportUnderWay,
  openGrids,
  TableRefused,
  type FileOutcome,
  type Grid,
  type GridFile,
  type TableSource,
} from '@coop/shared/importing';
import { londonDate } from '@coop/shared/time';
import { beginImport, type SpendRun } from './begin-import.command';
import { namesCards } from './channel';
import { completeImport } from './complete-import.command';
import { forgetSuppliers } from './forget-suppliers.command';
import { misfitOf } from './fit-mapping.import';
import { loadTable } from './load-table.import';
import type { ColumnMapping, Understanding } from './recognise-columns.import';
import { tellColumns } from './tell-columns.import';
import { refusalOf, understandTable, type OtherTable, type SpendTable } from './understand-table.import';

/** What an import of payments is told besides the file. */
export interface SpendImportOptions {
  readonly council: string;
  /** What the council is called, so that a file of another one is told; left out where that is not known. */
  readonly councilNames?: readonly string[];
  readonly mapping?: ColumnMapping;
  /** The id of an import in whose place this one is to stand. */
  readonly supersedes?: string | null;
  /** Only says what was understood, and what would be rejected; writes nothing. */
  readonly isTrial?: boolean;
  /** Is told how far the reading is, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Is told the id of the import as soon as it has one. */
  readonly onBegin?: (run: string) => void;
  /** Is told of payments that were written. */
  readonly onWritten?: SpendRun['onWritten'];
}

const NOTHING = { rows: 0, imported: 0, alreadyThere: 0, rejected: 0 };

/**
 * Imports a file of payments, whole or not at all. Its rows are written chunk by chunk and seen by nobody until the
 * last one is in and the sums are made. Imported again, the same file changes nothing.
 * @returns what became of every row; `refused` says why the file as a whole was not read
 * @throws whatever breaks on the way; what was written is deleted again then
 */
export async function importSpend(
  context: CommandContext,
  source: TableSource,
  options: SpendImportOptions,
): Promise<FileOutcome> {
  const name = typeof source === 'string' ? basename(source) : source.name;
  const bytes = new CountedBytes();
  try {
    const grids = await openGrids(source, { onBytes: (chunk) => bytes.take(chunk) });
    try {
      return await importGrids(context, grids, bytes, options);
    } finally {
      await grids.close();
    }
  } catch (error) {
    if (!(error instanceof TableRefused || error instanceof ImportUnderWay)) throw error;
    const sha256 = typeof source === 'string' ? await sha256Of(source) : '';
    return { file: name, sha256, ...NOTHING, refused: error.message, remarks: [] };
  }
}

async function importGrids(
  context: CommandContext,
  grids: GridFile,
  bytes: CountedBytes,
  options: SpendImportOptions,
): Promise<FileOutcome> {
  const { file } = grids;
  const notes: string[] = [];
  const others: OtherTable[] = [];
  const tables: Understanding[] = [];
  const mustFit = () => {
    const misfit = misfitOf(options.mapping ?? new Map(), tables);
    if (misfit !== null) throw new TableRefused(file, misfit);
  };
  let run: SpendRun | null = null;
  const share = () => bytes.shareOf(grids.size);
  try {
    for await (const grid of grids.sheets()) {
      const table = understood(context, grid, options);
      if (table.understanding !== null) tables.push(table.understanding);
      if (!table.ok) {
        others.push(table);
        await grid.close();
        continue;
      }
      // Of a workbook another sheet may have what this one has not.
      if (grid.sheet === null) mustFit();
      run ??= await beginImport(context, file, options);
      if (run.id !== null) options.onBegin?.(run.id);
      notes.push(...notesOf(table, options.isTrial ?? false).filter((note) => !notes.includes(note)));
      const isCardFile = namesCards(file) || namesCards(grid.sheet ?? '');
      await loadTable(context, run, table, isCardFile, () => {
        options.onProgress?.(share());
        return share();
      });
    }
    if (!run) {
      // What a mapping misses is why it lacks a column.
      if (tables.some(({ missing }) => missing.length > 0)) mustFit();
      throw refusalOf(file, others);
    }
    mustFit();
    for (const { grid, reason } of others) notes.push(`Sheet ${grid.sheet} was left out: ${reason}.`);
    const outcome = { file, sha256: bytes.sha256(), ...run.counts, refused: null };
    if (run.id === null)
      return { ...outcome, remarks: ['This was a trial: nothing was written.', ...notes, ...run.remarks] };
    await completeImport(context, run, {
      file,
      sha256: outcome.sha256,
      supersedes: options.supersedes ?? null,
    });
    return { ...outcome, remarks: [...notes, ...(await firstRemarks(context.database, run.id))] };
  } catch (error) {
    if (run && run.id !== null && !(error instanceof ImportLost)) await abandonRun(context, run.id, false);
    throw error;
  } finally {
    // Of this import where it failed, of the one that it superseded, of one that was cut off before it began. What
    // became of the file does not hang on it: what is left over is deleted by the next.
    if (run && run.id !== null) await forgetSuppliers(context, run.council).catch(() => undefined);
  }
}

function understood(
  context: CommandContext,
  grid: Grid,
  options: SpendImportOptions,
): SpendTable | OtherTable {
  return understandTable(grid, {
    council: { gssCode: options.council, names: options.councilNames ?? [] },
    mapping: options.mapping ?? new Map(),
    today: londonDate(context.now),
  });
}

function notesOf(table: SpendTable, isTrial: boolean): string[] {
  const { positions } = table.understanding;
  const notes = [...table.grid.notes];
  if (!positions.has('amountNet') && positions.has('amount'))
    notes.push(
      'It does not say whether its amounts include VAT; they are taken as net, as the Transparency Code asks.',
    );
  if (!positions.has('amountNet') && !positions.has('amount'))
    notes.push('Its amounts are gross: it has no net ones.');
  return isTrial ? [...notes, ...tellColumns(table)] : notes;
}

/** Counts and hashes what is read of a file. */
class CountedBytes {
  private readonly hash = createHash('sha256');
  private read = 0;

  take(chunk: Buffer): void {
    this.hash.update(chunk);
    this.read += chunk.length;
  }

  shareOf(size: number | null): number {
    return size ? Math.min(1, this.read / size) : 0;
  }

  sha256(): string {
    return this.hash.digest('hex');
  }
}

/** The checksum of a file that was refused, as far as it can be read. */
async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch {
    return '';
  }
  return hash.digest('hex');
}
