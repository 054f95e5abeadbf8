import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { bulkWrite, type CommandContext } from '../../commands';
import type { FileOutcome } from '../importer';
import {
  openTable,
  TableRefused,
  type ColumnSpecs,
  type Table,
  type TableItem,
  type TableSource,
} from '../reading';
import { abandonRun, cleanUpImports } from './clean-up';
import { completeRun } from './complete-run';
import { firstRemarks } from './remarks';
import { rowCheck } from './row-check';
import { beginRun, ImportLost, ImportUnderWay, keepRun, type Counts } from './run';
import { SeenKeys } from './seen-keys';
import type { ImportedRow, TableImport } from './table-import';
import { prepareChunk, writeChunk } from './write-chunk';

/** What an import is told besides the file. */
export interface ImportTableOptions {
  /** GSS code of the council whose rows they are; null for a national table. */
  readonly council: string | null;
  /** Finds out what an import would do, and undoes it before anybody could see it. */
  readonly isTrial?: boolean;
  /** Is told how far the reading is: bytes and rows so far, and all bytes where that is known. */
  readonly onProgress?: (bytes: number, rows: number, total: number | null) => void;
}

/** Rows written in one transaction: some tens of milliseconds, after which others get their turn. */
const CHUNK = 2000;

/** New rows whose consequences are written in one transaction: as many again would gain little. */
const LOT = 10_000;

const TRIAL = 'This was a trial: nothing of it was kept.';

const NOTHING: Counts = { rows: 0, imported: 0, alreadyThere: 0, rejected: 0 };

/**
 * Imports a table of text, whole or not at all. Rows are written chunk by chunk and seen by nobody until the last
 * one is in; rows that are there already are changed at that moment too. Imported again, the same file changes
 * nothing. Memory does not grow with the file but for 24 bytes a row.
 * @returns what became of every row; `refused` says why the file as a whole was not read
 * @throws whatever breaks on the way; what was written is deleted again then
 */
export async function importTable<const Columns extends ColumnSpecs, Row extends ImportedRow>(
  context: CommandContext,
  definition: TableImport<Columns, Row>,
  source: TableSource,
  options: ImportTableOptions,
): Promise<FileOutcome> {
  const hash = createHash('sha256');
  let bytes = 0;
  const onBytes = (chunk: Buffer) => {
    hash.update(chunk);
    bytes += chunk.length;
  };
  const { columns, kind } = definition;
  const action = `${kind}Import`;
  const council = options.council ?? '';
  let table: Table<Columns> | null = null;
  let run: string | null = null;
  try {
    table = await openTable(source, { columns, onBytes });
    const { name, size, unused } = table.info;
    await cleanUpImports(context);
    run = await beginRun(context, action, { kind, council, file: name });
    const counts = await load(context, definition, run, council, table, (rows) =>
      options.onProgress?.(bytes, rows, size),
    );
    const sha256 = hash.digest('hex');
    if (options.isTrial) {
      const remarks = [TRIAL, ...table.info.notes, ...(await firstRemarks(context.database, run))];
      await abandonRun(context, run, false);
      return { file: name, sha256, ...counts, refused: null, remarks, unused };
    }
    const facts = { file: name, council, sha256 };
    const final = await completeRun(context, action, definition, run, counts, facts);
    const remarks = [...table.info.notes, ...(await firstRemarks(context.database, run))];
    return { file: name, sha256, ...final, refused: null, remarks, unused };
  } catch (error) {
    await table?.close();
    if (run && !(error instanceof ImportLost)) await abandonRun(context, run, false);
    if (error instanceof TableRefused || error instanceof ImportUnderWay) {
      const file = table?.info.name ?? (error instanceof TableRefused ? error.file : '');
      return { file, sha256: '', ...NOTHING, refused: error.message, remarks: [] };
    }
    throw error;
  }
}

async function load<Columns extends ColumnSpecs, Row extends ImportedRow>(
  context: CommandContext,
  definition: TableImport<Columns, Row>,
  run: string,
  council: string,
  table: Table<Columns>,
  onProgress: (rows: number) => void,
): Promise<Counts> {
  const { database } = context;
  const facts = { council, now: context.now };
  const check = rowCheck(database.reader.dataSource.getMetadata(definition.entity));
  const seen = new SeenKeys();
  const name = `${definition.kind}Import`;
  let counts = NOTHING;
  let waiting: Row[] = [];
  const followUp = async () => {
    const lot = waiting;
    waiting = [];
    await bulkWrite(context, { name }, ({ manager }) => definition.follow!(manager, lot, true));
    await nextTurn();
  };
  for await (const bunch of table.bunches()) {
    for (const items of chunksOf(bunch)) {
      const prepared = prepareChunk(items, definition, facts, seen, check);
      // The transaction may run more than once: it counts from where the chunk before left off.
      const [sum, newRows] = await bulkWrite(context, { name }, async ({ manager }) => {
        const { imported, alreadyThere, added } = await writeChunk(manager, definition, facts, run, prepared);
        const total = {
          rows: counts.rows + prepared.rows,
          imported: counts.imported + imported,
          alreadyThere: counts.alreadyThere + alreadyThere,
          rejected: counts.rejected + prepared.rejected,
        };
        await keepRun(manager, database, run, total);
        return [total, added] as const;
      });
      counts = sum;
      if (definition.follow) waiting = [...waiting, ...newRows];
      onProgress(counts.rows);
      // Requests that came in meanwhile are served before the next chunk.
      await nextTurn();
      if (waiting.length >= LOT) await followUp();
    }
  }
  if (waiting.length > 0) await followUp();
  return counts;
}

function* chunksOf<Columns extends ColumnSpecs>(
  items: readonly TableItem<Columns>[],
): Generator<readonly TableItem<Columns>[]> {
  for (let start = 0; start < items.length; start += CHUNK) yield items.slice(start, start + CHUNK);
}
