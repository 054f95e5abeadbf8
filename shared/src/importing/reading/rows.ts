import { LOOKS_PLAIN, textFault, visible } from '../../text';
import { columnName, type CellParser, type Cells, type ColumnSpecs } from './columns';
import { GUARDED_TEXT } from './formula-guard';
import type { Layout } from './layout';
import type { RawRecord } from './records';

/** What is wrong with one cell, or with a row as a whole. */
export interface CellProblem {
  /** The importer's key of the column; null for the row as a whole, or a column it does not know. */
  readonly key: string | null;
  /** The header as it stands in the file. */
  readonly column: string | null;
  /** The text of the cell, cut after 200 characters. */
  readonly text: string | null;
  /** A sentence. */
  readonly reason: string;
}

/** A row that was read. */
export interface TableRow<Columns extends ColumnSpecs = ColumnSpecs> {
  readonly ok: true;
  /** Number of the record as a spreadsheet shows it: the first of the file is 1, blank rows count. */
  readonly row: number;
  /** Number of the line of text on which it begins. */
  readonly line: number;
  readonly cells: Cells<Columns>;
  /** What stands in columns that the importer does not know, by header; blank cells left out. */
  readonly unknown: Readonly<Record<string, string>>;
  readonly warnings: readonly CellProblem[];
}

/** A row that cannot be read, with every reason. */
export interface RowProblem {
  readonly ok: false;
  readonly row: number;
  readonly line: number;
  readonly problems: readonly CellProblem[];
}

interface PlannedCell {
  readonly key: string;
  readonly position: number;
  readonly header: string;
  readonly parse: CellParser<unknown> | null;
  readonly filled: boolean;
  readonly keep: boolean;
  readonly verbatim: boolean;
}

const NO_WARNINGS: readonly CellProblem[] = [];
const TEXT_FAULTS = {
  unprintable: 'It holds a character that cannot be printed.',
  reordering: 'It holds a character that changes the order in which it is read.',
};
const BAD_BYTE = 'It holds a byte that is not UTF-8; it was read as Windows-1252.';

/** A function that makes rows of records, with everything that does not change from row to row worked out once. */
export function rowReader<Columns extends ColumnSpecs>(
  layout: Layout,
  columns: Columns,
): (record: RawRecord, hasBadByte: boolean) => TableRow<Columns> | RowProblem {
  const { header, match } = layout;
  const plan = columns.map(({ key, parse, filled, onProblem, verbatim }): PlannedCell => ({
    key,
    position: match.positions.get(key) ?? -1,
    header: header.cells[match.positions.get(key) ?? -1]?.trim() ?? '',
    parse: parse ?? null,
    filled: filled ?? false,
    keep: onProblem === 'keep',
    verbatim: verbatim ?? false,
  }));
  const unknown = [...match.unknown];
  const headerWidth = header.cells.length;
  const expected = layout.width;

  // Cells are read through getters of a class made for this table: objects of 25 keys that are filled one key at a
  // time cost ten times as much, which was three quarters of all the work.
  const CellsOfTable = cellsClass(plan.map(({ key }) => key));

  return (record, hasBadByte) => {
    const { row, line } = record;
    if (record.problem !== null) return { ok: false, row, line, problems: [ofRow(record.problem)] };
    const texts = record.cells;
    const values: unknown[] = [];
    let problems: CellProblem[] | null = null;
    let warnings: CellProblem[] | null = null;
    for (let index = 0; index < plan.length; index += 1) {
      const cell = plan[index]!;
      const text = cell.verbatim ? unguarded(texts[cell.position] ?? '') : trimmed(texts[cell.position]);
      const fault = LOOKS_PLAIN.test(text) ? null : textFault(text);
      if (text === '' || fault === 'blank') {
        values.push(null);
        if (cell.filled) (problems ??= []).push(ofCell(cell, '', 'It is blank.'));
        continue;
      }
      // Refused even where a cell that cannot be read would be left out: a mutation would not take it either.
      if (fault !== null) {
        values.push(null);
        (problems ??= []).push(ofCell(cell, visible(text), TEXT_FAULTS[fault]));
        continue;
      }
      if (cell.parse === null) {
        values.push(text);
        continue;
      }
      const reading = cell.parse(text);
      if ('problem' in reading) {
        values.push(null);
        const problem = ofCell(cell, text, reading.problem);
        if (cell.keep && !cell.filled) (warnings ??= []).push(problem);
        else (problems ??= []).push(problem);
      } else {
        values.push(reading.value);
        if (reading.value === null && cell.filled)
          (problems ??= []).push(ofCell(cell, text, 'It says nothing.'));
      }
    }
    if (problems) return { ok: false, row, line, problems };
    if (texts.length !== expected && texts.length !== headerWidth)
      (warnings ??= []).push(ofRow(`It has ${texts.length} cells, the header ${headerWidth}.`));
    if (record.warning !== null) (warnings ??= []).push(ofRow(record.warning));
    if (hasBadByte) (warnings ??= []).push(ofRow(BAD_BYTE));
    const cells = new CellsOfTable(values) as Cells<Columns>;
    return new ReadRow(row, line, cells, warnings ?? NO_WARNINGS, texts, unknown, headerWidth);
  };
}

class ReadRow<Columns extends ColumnSpecs> implements TableRow<Columns> {
  readonly ok = true;

  constructor(
    readonly row: number,
    readonly line: number,
    readonly cells: Cells<Columns>,
    readonly warnings: readonly CellProblem[],
    private readonly texts: readonly string[],
    private readonly names: readonly (readonly [position: number, name: string])[],
    private readonly headerWidth: number,
  ) {}

  /** Worked out when it is asked for, as few importers ask. */
  get unknown(): Readonly<Record<string, string>> {
    // Without a prototype: a header may be called `__proto__`.
    const found = Object.create(null) as Record<string, string>;
    for (const [position, name] of this.names) {
      const text = trimmed(this.texts[position]);
      if (text !== '') found[name] = text;
    }
    for (let position = this.headerWidth; position < this.texts.length; position += 1) {
      const text = trimmed(this.texts[position]);
      if (text !== '') found[columnName(position)] = text;
    }
    return found;
  }
}

/** A class whose instances read an array of values by name. */
function cellsClass(keys: readonly string[]): new (values: readonly unknown[]) => object {
  class CellsOfTable {
    readonly #values: readonly unknown[];

    constructor(values: readonly unknown[]) {
      this.#values = values;
    }

    static at(cells: CellsOfTable, index: number): unknown {
      return cells.#values[index];
    }

    toJSON(): Record<string, unknown> {
      return Object.fromEntries(keys.map((key, index) => [key, this.#values[index]]));
    }
  }
  for (const [index, key] of keys.entries())
    Object.defineProperty(CellsOfTable.prototype, key, {
      enumerable: true,
      get(this: CellsOfTable) {
        return CellsOfTable.at(this, index);
      },
    });
  return CellsOfTable;
}

function ofRow(reason: string): CellProblem {
  return { key: null, column: null, text: null, reason };
}

function ofCell(cell: PlannedCell, text: string, reason: string): CellProblem {
  return { key: cell.key, column: cell.header || null, text: text.slice(0, 200), reason };
}

/**
 * The text of a cell: trimmed, without the cost of that where there is nothing to trim, and without the guard that an
 * exact export puts before a formula.
 */
export function trimmed(text: string | undefined): string {
  if (text === undefined || text.length === 0) return '';
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (first === APOSTROPHE) return unguarded(text).trim();
  return first > 32 && first < 127 && last > 32 && last < 127 ? text : text.trim();
}

const APOSTROPHE = 39;

/** Takes off the apostrophe that an exact export puts before text which a spreadsheet would run as a formula. */
function unguarded(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && GUARDED_TEXT.test(text) ? text.slice(1) : text;
}
