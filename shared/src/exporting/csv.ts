import { NEEDS_GUARD } from '../importing';

/** What a cell can hold; null and undefined are blank. */
export type CsvValue = string | number | bigint | boolean | null | undefined;

/** One column of a table that is written. */
export interface CsvColumn<Row> {
  readonly header: string;
  readonly value: (row: Row) => CsvValue;
  /** True for text made of digits, such as pounds: `-12.50` is a number there, not a formula. */
  readonly isNumber?: boolean;
}

export interface CsvOptions {
  /** Begins the file with a byte order mark, by which Excel knows UTF-8. False by default. */
  readonly byteOrderMark?: boolean;
}

/** Characters gathered before a piece is handed on: fewer, larger pieces cost less. */
const PIECE_LENGTH = 32 * 1024;
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const NEEDS_QUOTES = /[",\r\n]|^[\s\ufeff]|[\s\ufeff]$/;

/**
 * Writes a table as CSV (RFC 4180: commas, CRLF, doubled quotation marks), piece by piece as rows come. Text that
 * a spreadsheet would run as a formula gets an apostrophe before it, which `readTable` takes off again: what is
 * read back is what was written. Numbers are left alone.
 */
export async function* writeCsv<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  columns: readonly CsvColumn<Row>[],
  options: CsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  const mark = options.byteOrderMark ? '\ufeff' : '';
  let piece = `${mark}${columns.map(({ header }) => quoted(guarded(header))).join(',')}\r\n`;
  for await (const row of rows) {
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index]!;
      if (index > 0) piece += ',';
      piece += csvCell(column.value(row), column.isNumber ?? false);
    }
    piece += '\r\n';
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

function csvCell(value: CsvValue, isNumber: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`Not a number that a table can hold: ${value}`);
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (typeof value !== 'string') return String(value);
  return isNumber && NUMBER.test(value) ? value : quoted(guarded(value));
}

function guarded(text: string): string {
  return NEEDS_GUARD.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
