import { isNestedList, type Cell, type Table } from './table';

/** By which column a table is sorted, and which way. */
export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

const collator = new Intl.Collator('en-GB', { numeric: true });

/**
 * The table in another order: money by pence, days and instants by time, nested lists by their counts, text as a
 * reader expects (`Ward 2` before `Ward 10`). Empty cells come last either way, and equal rows keep their order.
 * An unknown column changes nothing.
 */
export function sortRows(table: Table, sorting: Sorting | null): Table {
  const place = table.columns.findIndex(({ name }) => name === sorting?.column);
  if (!sorting || place < 0) return table;
  const sign = sorting.descending ? -1 : 1;
  const keyed = table.rows.map((row) => ({ row, key: sortKey(row[place] ?? null) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return sign * compare(a.key, b.key);
  });
  return { ...table, rows: keyed.map(({ row }) => row) };
}

/** What a press on a column's header asks for next: upwards, downwards, and the graph's own order again. */
export function nextSorting(sorting: Sorting | null, column: string): Sorting | null {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? null : { column, descending: true };
}

function sortKey(cell: Cell): string | number | null {
  if (cell === null || cell === '') return null;
  if (isNestedList(cell)) return cell.count;
  return typeof cell === 'boolean' ? Number(cell) : cell;
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
