/** One record of a delimited text. */
export interface TextRecord {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The record as it stands in the file, with its line end and blank lines after it; null when made by hand. */
  readonly raw: string | null;
}

/** The records of a text, or the line of a quotation mark that is never closed. */
export type SplitText =
  | { readonly ok: true; readonly head: string; readonly records: readonly TextRecord[] }
  | { readonly ok: false; readonly line: number };

const SEPARATOR = ';';
const QUOTE = '"';

/** Reads the quoted cell whose opening mark is at `start`. Answers where it ends, or -1 when it never does. */
function quotedCell(text: string, start: number): { readonly value: string; readonly end: number } {
  let value = '';
  let from = start + 1;
  for (;;) {
    const mark = text.indexOf(QUOTE, from);
    if (mark === -1) return { value, end: -1 };
    value += text.slice(from, mark);
    if (text[mark + 1] !== QUOTE) return { value, end: mark + 1 };
    value += QUOTE;
    from = mark + 2;
  }
}

const LINE_END = /\r\n|\n|\r/g;
const CELL_END = /;|\r\n|\n|\r/g;

function linesIn(text: string): number {
  return text.match(LINE_END)?.length ?? 0;
}

/**
 * Splits a text with `;` between cells into records, keeping each as it stood: cells may be quoted, quoted ones
 * may hold `;`, doubled quotation marks and line ends. A mark within a cell that does not begin with one is
 * text. Line ends may be of any kind, also mixed. Blank lines belong to the record before them, or to `head`.
 */
export function splitRecords(text: string): SplitText {
  const records: { line: number; cells: string[]; raw: string }[] = [];
  let head = '';
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const start = at;
    const cells: string[] = [];
    for (;;) {
      let value = '';
      if (text[at] === QUOTE) {
        const cell = quotedCell(text, at);
        if (cell.end === -1) return { ok: false, line: line + linesIn(text.slice(start, at)) };
        value = cell.value;
        at = cell.end;
      }
      CELL_END.lastIndex = at;
      const end = CELL_END.exec(text);
      cells.push(value + text.slice(at, end?.index ?? text.length));
      at = end === null ? text.length : end.index + end[0].length;
      if (end === null || end[0] !== SEPARATOR) break;
    }
    const raw = text.slice(start, at);
    const isBlank = cells.length === 1 && cells[0]?.trim() === '';
    const last = records.at(-1);
    if (!isBlank) records.push({ line, cells, raw });
    else if (last === undefined) head += raw;
    else last.raw += raw;
    line += linesIn(raw);
  }
  return { ok: true, head, records };
}

/** A cell as it is written: in quotation marks where it could be misread without them. */
export function writeCell(cell: string): string {
  return /[;"\r\n]/.test(cell) ? `"${cell.replaceAll(QUOTE, '""')}"` : cell;
}

/** A record as it is written: as it stood in its file, or anew where it was made by hand. */
export function writeRecord({ cells, raw }: TextRecord, lineEnd: string): string {
  return raw ?? `${cells.map(writeCell).join(SEPARATOR)}${lineEnd}`;
}
