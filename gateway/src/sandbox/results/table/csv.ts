import { penceToPounds } from '@coop/shared/money';
import { isNestedList, type Cell, type Column, type ColumnKind, type Table } from './table';

/** The same rule as `writeCsv` in shared/exporting, which a browser cannot load; a test holds the two together. */
const NEEDS_GUARD = /^'*[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]|^[\s\ufeff]|[\s\ufeff]$/;

/**
 * A table as CSV (RFC 4180: commas, CRLF, doubled quotation marks): all columns, rows in the table's order. Text
 * that a spreadsheet would run as a formula gets an apostrophe before it. Money is plain pounds, shares are
 * fractions, days and instants stand as the graph gave them, and of a nested list its count is written.
 */
export function csvOf({ columns, rows }: Table): string {
  const lines = [columns.map((column) => text(headerOf(column))).join(',')];
  for (const row of rows) {
    lines.push(columns.map(({ kind }, place) => written(row[place] ?? null, kind)).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A column's name with its unit, where the numbers alone would not tell. */
function headerOf({ name, kind }: Column): string {
  return kind === 'money' ? `${name} (GBP)` : kind === 'list' ? `${name} (count)` : name;
}

function written(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return '';
  if (isNestedList(cell)) return String(cell.count);
  if (typeof cell === 'number') return kind === 'money' ? penceToPounds(cell) : String(cell);
  return typeof cell === 'boolean' ? String(cell) : text(cell);
}

function text(value: string): string {
  const guarded = NEEDS_GUARD.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
