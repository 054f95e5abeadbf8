import { penceToPounds } from '@coop/shared/money';
import { columnKind, type ColumnFacts } from './column-kind';
import { flattenRow, type ValueKind } from './flatten-row';
import { below, valueAt, type ListPath } from './list-path';
import { isNestedList, type Cell, type Column, type ColumnKind, type Table } from './table';

/** A column while rows are still coming. */
interface Gathered {
  readonly name: string;
  readonly cells: (Cell | undefined)[];
  readonly kinds: (ValueKind | undefined)[];
}

/** The list at a path as a table, its columns in the order in which they first appear; null when there is no list. */
export function tableOf(data: unknown, path: ListPath): Table | null {
  const list = valueAt(data, path);
  if (!Array.isArray(list)) return null;
  const gathered = new Map<string, Gathered>();
  for (let index = 0; index < list.length; index += 1) {
    flattenRow(list[index], below(path, index), (name, cell, kind) => {
      let column = gathered.get(name);
      if (!column) gathered.set(name, (column = { name, cells: [], kinds: [] }));
      column.cells[index] = cell;
      column.kinds[index] = kind;
    });
  }
  const kept = withoutNoise([...gathered.values()]);
  const columns = kept.map((column): Column => ({ name: column.name, kind: columnKind(factsOf(column)) }));
  const rows = list.map((_row, index) =>
    kept.map(({ cells, kinds }, place) => settled(cells[index], kinds[index], columns[place]!.kind)),
  );
  return { columns, rows };
}

function factsOf({ name, cells, kinds }: Gathered): ColumnFacts {
  const present = new Set(kinds.filter((kind) => kind !== undefined && kind !== 'empty'));
  // An empty list says nothing of what the other rows hold.
  if (present.has('text') && !cells.some((cell) => isNestedList(cell) && cell.count > 0))
    present.delete('list');
  return { name, kinds: present, values: cells.filter((cell) => cell !== null && cell !== undefined) };
}

/** A nested object that is missing in some rows leaves no column of its own, nor does a type that never changes. */
function withoutNoise(columns: readonly Gathered[]): readonly Gathered[] {
  const prefixes = new Set(
    columns.flatMap(({ name }) => [...name.matchAll(/\./g)].map(({ index }) => name.slice(0, index))),
  );
  const kept = columns.filter(
    ({ name, kinds, cells }) =>
      !(prefixes.has(name) && kinds.every((kind) => kind === undefined || kind === 'empty')) &&
      !(/(^|\.)__typename$/.test(name) && new Set(cells.filter((cell) => cell != null)).size <= 1),
  );
  return kept.length > 0 ? kept : columns;
}

/** The cell as its column takes it: where kinds are mixed, everything is text. */
function settled(cell: Cell | undefined, kind: ValueKind | undefined, column: ColumnKind): Cell {
  if (cell === undefined || cell === null) return null;
  if (isNestedList(cell)) return column === 'list' || cell.count > 0 ? cell : '';
  if (kind === 'money' && column !== 'money') return penceToPounds(cell as number);
  return column === 'text' ? String(cell) : cell;
}
