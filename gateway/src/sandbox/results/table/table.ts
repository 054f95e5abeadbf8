import type { ListPath } from './list-path';

/** What the values of a column are, which decides how they are shown, sorted, drawn and written. */
export type ColumnKind = 'money' | 'number' | 'share' | 'date' | 'instant' | 'flag' | 'list' | 'text';

/** A column of a table. */
export interface Column {
  /** Names of fields with dots between them: `ward.name`. */
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A list within a row: counted in its cell, and opened from there. */
export interface NestedList {
  readonly path: ListPath;
  readonly count: number;
}

/** One value. Money is whole pence; a share is a number from 0 to 1; days and instants are text as the graph gave it. */
export type Cell = string | number | boolean | NestedList | null;

/** A list of an answer as rows and columns. Every row has one cell for each column. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Kinds whose cells are numbers that can be drawn and added. */
export const NUMERIC_KINDS: ReadonlySet<ColumnKind> = new Set(['money', 'number', 'share', 'list']);

/** Whether a cell is a list within the row. */
export function isNestedList(cell: Cell | undefined): cell is NestedList {
  return typeof cell === 'object' && cell !== null;
}
