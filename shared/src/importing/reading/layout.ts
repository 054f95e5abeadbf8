import { matchHeader, type ColumnSpecs, type HeaderMatch } from './columns';
import { RecordSplitter, type RawRecord } from './records';

/** Characters that may stand between cells, the likeliest first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How the table stands in its file. */
export interface Layout {
  readonly delimiter: Delimiter;
  /** The record that holds the headers. */
  readonly header: RawRecord;
  readonly match: HeaderMatch;
  /** The usual number of cells below the header. */
  readonly width: number;
}

/** Rows above which the headers must stand. */
const HEADER_WITHIN = 60;
/** Rows that are enough to know a table by. */
const ROWS_LOOKED_AT = 500;

/**
 * Finds delimiter and header in the head of a file: whatever lets most known columns be recognised, and, where
 * none is, the widest even table. The first row wins among equals, so text above a header is passed over.
 * @returns null when there is nothing but blank lines.
 */
export function findLayout(head: string, complete: boolean, columns: ColumnSpecs): Layout | null {
  let best: { layout: Layout; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const records = readHead(head, complete, delimiter);
    const width = usualWidth(records);
    for (const header of records.slice(0, HEADER_WITHIN)) {
      // Headers have words in them; a line of delimiters only has not, whichever delimiter is tried.
      if (!header.cells.some((cell) => /[\p{L}\p{N}]/u.test(cell))) continue;
      const match = matchHeader(header.cells, columns);
      const required = columns.filter((column) => column.required).length - match.missing.length;
      // Required columns first, then any known ones; the last two only order tables with none of them.
      const names = header.cells.filter((cell) => /\p{L}/u.test(cell)).length;
      const even = header.cells.length === width ? 1 : 0;
      const score =
        required * 1e8 + match.positions.size * 1e4 + (width > 1 ? even * 1e3 + Math.min(names, 999) : 0);
      if (!best || score > best.score) {
        const below = usualWidth(records.slice(records.indexOf(header) + 1)) || header.cells.length;
        best = { layout: { delimiter, header, match, width: below }, score };
      }
    }
  }
  return best?.layout ?? null;
}

/** True when every cell is blank. */
export function isBlank(cells: readonly string[]): boolean {
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]!;
    if (cell.length > 0 && (cell.charCodeAt(0) > 32 || cell.trim() !== '')) return false;
  }
  return true;
}

/** The records of the head of a file, read with a delimiter. */
export function readHead(head: string, complete: boolean, delimiter: string): RawRecord[] {
  const options = { delimiter, width: null, maximumLength: Math.max(head.length, 1) };
  const readable = (records: RawRecord[]) => records.filter((record) => record.problem === null);
  const records = readable(new RecordSplitter(options).push(head, complete));
  // A quotation mark that never closes holds everything back: then the lines as they stand must do.
  return records.length > 1 || complete ? records : readable(new RecordSplitter(options).push(head, true));
}

/** The commonest number of cells of rows that are not blank, counting the first; 0 when there is none. */
export function usualWidth(records: readonly RawRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records.slice(0, ROWS_LOOKED_AT))
    if (!isBlank(cells)) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let usual = 0;
  for (const [width, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = width;
  return usual;
}
