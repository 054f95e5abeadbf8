import { TableRefused, type Grid, type RawRecord } from '@coop/shared/importing';
import type { LocalDate } from '@coop/shared/time';
import { meansCouncil } from './bodies';
import { filledCells, findTableStart } from './find-header.import';
import { MEANINGS } from './meanings';
import { otherKind } from './other-kinds.import';
import { understandColumns, type ColumnMapping, type Understanding } from './recognise-columns.import';

/** The most columns that are looked at: what a council publishes of a payment fits into fifty. */
const WIDEST = 1_000;

/** A table of payments, understood. */
export interface SpendTable {
  readonly ok: true;
  readonly grid: Grid;
  readonly understanding: Understanding;
  /** The last record before the first row of data. */
  readonly headerRow: number;
}

/** A table that is not of payments, or not of this council, and why: the rest of a sentence. */
export interface OtherTable {
  readonly ok: false;
  readonly grid: Grid;
  readonly reason: string;
  readonly looksLike: string | null;
  /** What its columns were taken for; null where it did not come to that. */
  readonly understanding: Understanding | null;
}

/** What is known before the table is read. */
export interface TableExpectations {
  readonly council: { readonly gssCode: string; readonly names: readonly string[] };
  readonly mapping: ColumnMapping;
  readonly today: LocalDate;
}

/** Finds out whether a table is one of payments of the council, and what its columns mean. */
export function understandTable(
  grid: Grid,
  { council, mapping, today }: TableExpectations,
): SpendTable | OtherTable {
  let understanding: Understanding | null = null;
  const refuse = (reason: string, looksLike: string | null = null): OtherTable => ({
    ...{ ok: false, grid, reason, looksLike, understanding },
  });
  if (grid.head.some(({ cells }) => filledCells(cells) > WIDEST))
    return refuse(
      `it has rows of more than ${WIDEST.toLocaleString('en-GB')} cells, as no list of payments has`,
    );
  const start = findTableStart(grid.head);
  if (!start) return refuse('it holds nothing but blank lines');
  const rows = grid.head.filter((record) => isData(record, start.headerRow)).map(({ cells }) => cells);
  understanding = understandColumns(start.headers, rows, mapping);
  if (rows.length === 0)
    return refuse(
      understanding.positions.size > 0
        ? 'it has headers and no rows'
        : `it holds no table: its row ${start.headerRow} reads ${shown(start.headers)}`,
    );
  const other = otherKind(start.headers, rows, understanding, today);
  if (other && mapping.size === 0) return refuse(`it is no list of payments: it looks like ${other}`, other);
  if (understanding.missing.length > 0) {
    const lacking = understanding.missing.map((meaning) => MEANINGS[meaning].description);
    const reason = `it has no column for ${lacking.join(', nor for ')}; its row ${Math.max(1, start.headerRow)} reads ${shown(start.headers)}. A mapping file (--columns) can say which column is which`;
    return refuse(reason, other);
  }
  const foreign = otherCouncil(understanding, rows, council);
  if (foreign !== null) return refuse(`it is of another council: it names “${foreign}”`);
  return { ok: true, grid, understanding, headerRow: start.headerRow };
}

/** True for a record of data: below the headers, readable and not blank. */
export function isData({ cells, row, problem }: RawRecord, headerRow: number): boolean {
  return row > headerRow && problem === null && cells.some((cell) => cell.trim() !== '');
}

function shown(headers: readonly string[]): string {
  const texts = headers.map((header) => header.trim().slice(0, 60)).filter((header) => header !== '');
  const few = texts.slice(0, 12).map((header) => `"${header}"`);
  return `${few.join(', ')}${texts.length > few.length ? ' …' : ''}` || 'nothing';
}

/** What the file calls the council whose payments these are, where that is another one; null otherwise. */
function otherCouncil(
  { columns }: Understanding,
  rows: readonly (readonly string[])[],
  council: TableExpectations['council'],
): string | null {
  for (const { position, header, meaning, profile } of columns) {
    const named =
      meaning === 'body' ||
      /organi[sz]ation|authority|council|\bbody\b|\buri\b|gss|ons/i.test(header.replaceAll('_', ' '));
    if (!named || profile.commonestShare < 0.5) continue;
    const own = rows.filter((row) => meansCouncil((row[position] ?? '').trim(), council) === true).length;
    const others = rows.filter((row) => meansCouncil((row[position] ?? '').trim(), council) === false).length;
    if (others > own) return profile.commonest.slice(0, 100);
  }
  return null;
}

/** The refusal of a file none of whose tables is one of payments. */
export function refusalOf(file: string, tables: readonly OtherTable[]): TableRefused {
  const [only] = tables;
  if (only && tables.length === 1 && only.grid.sheet === null)
    return new TableRefused(file, only.reason, only.looksLike === null ? {} : { looksLike: only.looksLike });
  const sheets = tables.map(({ grid, reason }) => `sheet ${grid.sheet}: ${reason}`);
  return new TableRefused(file, sheets.length === 0 ? 'it has no sheets' : sheets.join('; '));
}
