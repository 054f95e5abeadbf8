import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { openTable, TableRefused } from '@coop/shared/importing';
import { AREA_COLUMNS, type AreaTableRow } from './area-columns.import';
import type { AreaRows } from './area-rows';
import { areaTableKind, type AreaTableKind } from './area-table-kinds';
import type { ImportRemarks } from './import-remarks';
import { readCodeTable } from './read-code-table.import';
import { readChanges } from './read-changes.import';
import { readRegister } from './read-register.import';
import { readWards } from './read-wards.import';

/** No table of areas has more rows: there are some 9,000 wards, and twice as many codes since 2016. */
const MOST_ROWS = 200_000;

/** A file that was read, and what identifies it. */
export interface AreaFile extends AreaRows {
  readonly file: string;
  readonly sha256: string;
  /** Headers of its columns that nothing reads. */
  readonly unused: readonly string[];
}

/**
 * Reads a table of areas, whichever it is, into memory: the largest has some thousands of rows.
 * @param path where the file is
 * @param wanted the kind that it must be; any when left out
 * @throws TableRefused when it is no table of areas, or not the one that is wanted
 */
export async function readAreaTable(
  path: string,
  remarks: ImportRemarks,
  onShare: (share: number) => void,
  wanted: AreaTableKind | null = null,
): Promise<AreaFile> {
  const file = basename(path);
  const hash = createHash('sha256');
  let bytes = 0;
  let total: number | null = null;
  const table = await openTable(path, {
    columns: AREA_COLUMNS,
    onBytes(chunk) {
      hash.update(chunk);
      bytes += chunk.length;
      if (total) onShare(Math.min(1, bytes / total));
    },
  });
  total = table.info.size;
  const kind = areaTableKind(new Set(table.info.recognised.keys()));
  if (!kind || (wanted && kind !== wanted)) {
    await table.close();
    const headers = table.info.headers.map((header) => `"${header.slice(0, 80)}"`).join(', ');
    const what = wanted === 'CHANGES' ? 'a table of changes (from, to, on, kind)' : 'a table of areas';
    throw new TableRefused(file, `it is not ${what}; its columns are ${headers}`);
  }
  const rows: AreaTableRow[] = [];
  let rejected = 0;
  for await (const bunch of table.bunches()) {
    for (const item of bunch) {
      if (rows.length + rejected >= MOST_ROWS)
        throw new TableRefused(file, `it has more than ${MOST_ROWS.toLocaleString('en-GB')} rows`);
      if (item.ok) rows.push(item);
      else {
        rejected += 1;
        const why = item.problems.map(({ column, reason }) => (column ? `${column}: ${reason}` : reason));
        remarks.add('Rows that cannot be read, not imported', `row ${item.row}, ${why.join(' ')}`);
      }
    }
  }
  onShare(1);
  const read = readRows(kind, table.info.recognised, rows, remarks);
  return {
    file,
    sha256: hash.digest('hex'),
    unused: table.info.unused,
    kind,
    ...read,
    rows: rows.length + rejected,
    rejected: rejected + read.rejected,
  };
}

function readRows(
  kind: AreaTableKind,
  recognised: ReadonlyMap<string, string>,
  rows: readonly AreaTableRow[],
  remarks: ImportRemarks,
): Omit<AreaRows, 'kind' | 'rows'> {
  switch (kind) {
    case 'WARDS':
      return readWards(rows, recognised, remarks);
    case 'REGISTER':
      return readRegister(rows, remarks);
    case 'CHANGES':
      return readChanges(rows, remarks);
    default:
      return readCodeTable(kind, rows, remarks);
  }
}
