import { splitLine } from './lines';

/** One record of a table: usually a line, more where a cell in quotation marks holds line ends. */
export interface RawRecord {
  readonly cells: readonly string[];
  /** Number of the record, the first of the file being 1; blank ones count, as in a spreadsheet. */
  readonly row: number;
  /** Number of the line of text on which it begins, from 1. */
  readonly line: number;
  /** Where it stands in the file's text, from `start` up to but without `end`. */
  readonly start: number;
  readonly end: number;
  /** Why it cannot be read; null for one that can. Its cells are empty then. */
  readonly problem: string | null;
  /** What was put right while reading it; null for nothing. */
  readonly warning: string | null;
}

export interface SplitterOptions {
  readonly delimiter: string;
  /** The usual number of cells; lets a mark that was never closed be told from a cell of several lines. */
  readonly width: number | null;
  /** Longest record in UTF-16 units; a longer one is refused. */
  readonly maximumLength: number;
}

const UNCLOSED =
  'A quotation mark is not closed; it was read as part of the text, and the row up to its line end.';
const LITERAL = 'A quotation mark inside a quoted cell is not doubled; it was read as part of the text.';
/** So many lines that look like rows, inside one cell, say that its quotation mark was never closed. */
const TELLING_LINES = 3;
const SPACE = 32;
const MARK = 34;
const RETURN = 13;
const FEED = 10;
const NONE = Number.POSITIVE_INFINITY;

type Parsed = { cells: string[]; end: number; next: number; warning: string | null };

/**
 * Cuts text into records, chunk by chunk. A state machine of its own because the readers at hand either stop at
 * an unbalanced quotation mark or swallow what follows it, and are five times slower; lines without quotation
 * marks take the short way of one `split`.
 */
export class RecordSplitter {
  private buffer = '';
  /** Position in the file's text of the buffer's first unit. */
  private base = 0;
  private at = 0;
  private row = 0;
  private line = 1;
  private skipping = false;
  /** Up to here (in the file's text) no cell of several lines is known to close. */
  private hopelessUntil = 0;
  private final = false;
  /** The first delimiter in the buffer behind the cell that was read last; stale when it lies before. */
  private nextDelimiter = -1;

  constructor(private readonly options: SplitterOptions) {}

  /** The records that are complete with this text; with `final` also the last one. */
  push(text: string, final: boolean): RawRecord[] {
    this.base += this.at;
    this.buffer = this.buffer.slice(this.at) + text;
    this.at = 0;
    this.final = final;
    this.nextDelimiter = -1;
    const records: RawRecord[] = [];
    const { buffer } = this;
    const { delimiter, maximumLength } = this.options;
    let mark = -1;
    let nul = -1;
    while (this.at < buffer.length) {
      const lineEnd = buffer.indexOf('\n', this.at);
      if (this.skipping) {
        if (lineEnd < 0) {
          this.at = buffer.length;
          break;
        }
        this.skipping = false;
        this.at = lineEnd + 1;
        continue;
      }
      const end = lineEnd < 0 ? buffer.length : lineEnd;
      if (end - this.at > maximumLength) {
        this.refuse(records, end, tooLong(maximumLength));
        this.skipping = lineEnd < 0;
        this.line += 1;
        this.at = lineEnd < 0 ? buffer.length : lineEnd + 1;
        continue;
      }
      if (lineEnd < 0 && !final) break;
      if (mark < this.at) mark = orNone(buffer.indexOf('"', this.at));
      if (nul < this.at) nul = orNone(buffer.indexOf('\0', this.at));
      let parsed: Parsed;
      let lines = 1;
      if (mark >= end) {
        const cells = buffer.slice(this.at, withoutReturns(buffer, this.at, end)).split(delimiter);
        parsed = { cells, end, next: end + 1, warning: null };
      } else {
        const cells = plainlyQuoted(buffer, this.at, withoutReturns(buffer, this.at, end), mark, delimiter);
        const quoted = cells ? { cells, end, next: end + 1, warning: null } : this.parseQuoted(end);
        if (!quoted) break;
        parsed = quoted;
        lines = parsed.end === end ? 1 : countLines(buffer, this.at, parsed.end);
      }
      if (parsed.end - this.at > maximumLength) this.refuse(records, parsed.end, tooLong(maximumLength));
      else if (nul < parsed.end) this.refuse(records, parsed.end, 'It holds a NUL byte, which no text does.');
      else {
        this.row += 1;
        // Written out: spreading one object into the next would cost half of the time spent here.
        records.push({
          cells: parsed.cells,
          row: this.row,
          line: this.line,
          start: this.base + this.at,
          end: this.base + parsed.end,
          problem: null,
          warning: parsed.warning,
        });
      }
      this.line += lines;
      this.at = Math.min(parsed.next, buffer.length);
    }
    return records;
  }

  private refuse(records: RawRecord[], end: number, problem: string): void {
    this.row += 1;
    const [start, stop] = [this.base + this.at, this.base + end];
    records.push({ cells: [], row: this.row, line: this.line, start, end: stop, problem, warning: null });
  }

  /** The record at `this.at`, which has a quotation mark on its first line; null when more text is needed. */
  private parseQuoted(firstLineEnd: number): Parsed | null {
    const { buffer } = this;
    const { delimiter } = this.options;
    const delimiterCode = delimiter.charCodeAt(0);
    const cells: string[] = [];
    let warning: string | null = null;
    let lineEnd = firstLineEnd;
    for (let at = this.at; ;) {
      let open = at;
      while (buffer.charCodeAt(open) === SPACE) open += 1;
      if (buffer.charCodeAt(open) !== MARK || open >= lineEnd) {
        // Remembered: where no delimiter is near, every line would search the whole text for one.
        if (this.nextDelimiter < at) this.nextDelimiter = orNone(buffer.indexOf(delimiter, at));
        const stop = this.nextDelimiter;
        if (stop < lineEnd) {
          cells.push(buffer.slice(at, stop));
          at = stop + 1;
          continue;
        }
        cells.push(buffer.slice(at, withoutReturns(buffer, at, lineEnd)));
        return { cells, end: lineEnd, next: lineEnd + 1, warning };
      }
      let value = '';
      let checked = false;
      for (let from = open + 1; ;) {
        const mark = buffer.indexOf('"', from);
        if (!checked && (mark < 0 || mark > lineEnd)) {
          checked = true;
          const verdict = this.swallowsRows(firstLineEnd, lineEnd);
          if (verdict === 'unknown') return null;
          if (verdict === 'yes' || this.base + open < this.hopelessUntil)
            return this.firstLineOnly(firstLineEnd);
        }
        if (mark < 0 || mark - this.at > this.options.maximumLength) {
          if (mark < 0 && !this.final && buffer.length - this.at <= this.options.maximumLength) return null;
          this.hopelessUntil = this.base + (mark < 0 ? buffer.length : mark);
          return this.firstLineOnly(firstLineEnd);
        }
        if (buffer.charCodeAt(mark + 1) === MARK) {
          value += buffer.slice(from, mark + 1);
          from = mark + 2;
          continue;
        }
        let after = mark + 1;
        while (buffer.charCodeAt(after) === SPACE) after += 1;
        if (after >= buffer.length && !this.final) return null;
        const isDelimiter = buffer.charCodeAt(after) === delimiterCode;
        const lineEndAfter = isDelimiter ? null : atLineEnd(buffer, after);
        if (lineEndAfter === buffer.length && !this.final) return null;
        if (lineEndAfter === null && !isDelimiter) {
          warning = LITERAL;
          value += buffer.slice(from, mark + 1);
          from = mark + 1;
          continue;
        }
        if (mark > lineEnd && this.rowsWithin(firstLineEnd, lineEnd + 1, mark))
          return this.firstLineOnly(firstLineEnd);
        cells.push(value === '' ? buffer.slice(from, mark) : value + buffer.slice(from, mark));
        if (lineEndAfter !== null) return { cells, end: lineEndAfter, next: lineEndAfter + 1, warning };
        at = after + 1;
        if (mark > lineEnd) {
          const next = buffer.indexOf('\n', mark);
          if (next < 0 && !this.final) return null;
          lineEnd = next < 0 ? buffer.length : next;
        }
        break;
      }
    }
  }

  /** Whether the lines right behind the one on which a quoted cell did not close look like rows. */
  private swallowsRows(firstLineEnd: number, lineEnd: number): 'yes' | 'no' | 'unknown' {
    const { buffer } = this;
    const isRow = this.rowJudge(firstLineEnd);
    if (!isRow) return 'no';
    let from = lineEnd + 1;
    for (let seen = 0; seen < TELLING_LINES; seen += 1) {
      if (from >= buffer.length) return this.final ? (seen > 0 ? 'yes' : 'no') : 'unknown';
      const next = buffer.indexOf('\n', from);
      if (next < 0 && !this.final)
        return buffer.length - this.at > this.options.maximumLength ? 'no' : 'unknown';
      const end = next < 0 ? buffer.length : next;
      if (!isRow(from, end)) return 'no';
      from = end + 1;
    }
    return 'yes';
  }

  /** Whether a cell that did close, many lines on, holds lines that look like rows. */
  private rowsWithin(firstLineEnd: number, start: number, end: number): boolean {
    const isRow = this.rowJudge(firstLineEnd);
    if (!isRow) return false;
    let seen = 0;
    for (let from = start; seen < TELLING_LINES;) {
      const next = this.buffer.indexOf('\n', from);
      if (next < 0 || next > end) return false;
      seen = isRow(from, next) ? seen + 1 : 0;
      from = next + 1;
    }
    return true;
  }

  /** Tells whether a line looks like a row of this table; null when that cannot be told. */
  private rowJudge(firstLineEnd: number): ((start: number, end: number) => boolean) | null {
    const { delimiter, width } = this.options;
    if (width === null || width < 3) return null;
    const split = (start: number, end: number) =>
      splitLine(this.buffer.slice(start, withoutReturns(this.buffer, start, end)), delimiter);
    const firstIsWhole = split(this.at, firstLineEnd).cells.length === width;
    // In a narrow table prose with a few commas looks like a row: there the first line must be whole as well.
    if (width < 6 && !firstIsWhole) return null;
    return (start, end) => {
      const { cells, clean } = split(start, end);
      return cells.length === width && (clean || (firstIsWhole && width >= 6));
    };
  }

  private firstLineOnly(end: number): Parsed {
    const { buffer } = this;
    // Reading goes back to the next line: what was remembered may lie beyond it.
    this.nextDelimiter = -1;
    const { cells } = splitLine(
      buffer.slice(this.at, withoutReturns(buffer, this.at, end)),
      this.options.delimiter,
    );
    return { cells, end, next: end + 1, warning: UNCLOSED };
  }
}

function tooLong(maximum: number): string {
  return `It is longer than ${maximum.toLocaleString('en-GB')} characters.`;
}

/**
 * The cells of a line on which every quotation mark stands where a writer of tables puts it, and none is doubled;
 * null when one does not. By far the commonest quoted line, and four times as fast as the full reading.
 */
function plainlyQuoted(
  text: string,
  start: number,
  end: number,
  firstMark: number,
  delimiter: string,
): string[] | null {
  const delimiterCode = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = start;
  for (let open = firstMark; ;) {
    if (open > at) {
      if (text.charCodeAt(open - 1) !== delimiterCode) return null;
      for (const cell of text.slice(at, open - 1).split(delimiter)) cells.push(cell);
    }
    const close = text.indexOf('"', open + 1);
    if (close < 0 || close >= end) return null;
    cells.push(text.slice(open + 1, close));
    if (close + 1 === end) return cells;
    if (text.charCodeAt(close + 1) !== delimiterCode) return null;
    at = close + 2;
    open = text.indexOf('"', at);
    if (open < 0 || open >= end) {
      for (const cell of text.slice(at, end).split(delimiter)) cells.push(cell);
      return cells;
    }
  }
}

/** The end of the text before any carriage returns that stand in front of the line end. */
function withoutReturns(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && text.charCodeAt(stop - 1) === RETURN) stop -= 1;
  return stop;
}

/** Where the line ends, when nothing but carriage returns stand between; null otherwise. */
function atLineEnd(text: string, at: number): number | null {
  let end = at;
  while (text.charCodeAt(end) === RETURN) end += 1;
  return end >= text.length || text.charCodeAt(end) === FEED ? end : null;
}

function countLines(text: string, start: number, end: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function orNone(position: number): number {
  return position < 0 ? NONE : position;
}
