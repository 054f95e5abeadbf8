import { below, isConnection, isRecord, partsOf, valueAt, type ListPath } from './list-path';

/** A list in an answer that can be shown as a table. */
export interface FoundList {
  readonly path: ListPath;
  /** What it is called in the picker: its path without the `nodes` or `edges` of a connection. */
  readonly label: string;
  readonly count: number;
  /** False for a list of names, numbers and the like. */
  readonly ofObjects: boolean;
}

/**
 * The lists of an answer in the order in which they stand there: connections (by their `nodes` or `edges`) and
 * plain lists, at any depth, but not those within a row of another list; these are opened from that row.
 */
export function findLists(data: unknown): FoundList[] {
  return [...listsIn(data, '')];
}

/**
 * The list to show unless one was chosen: the longest, those of objects before others. A list of one row says less
 * than a list within that row: of one council, its payments are shown.
 */
export function listToShow(lists: readonly FoundList[], data?: unknown): FoundList | undefined {
  const longest = longestOf(lists);
  if (longest?.count !== 1 || !longest.ofObjects) return longest;
  const row = below(longest.path, 0);
  const within = valueAt(data, row);
  const inner = listToShow(findLists(within), within);
  if (!inner?.ofObjects || inner.count < 2) return longest;
  return { ...inner, path: below(row, inner.path), label: below(row, inner.label) };
}

function longestOf(lists: readonly FoundList[]): FoundList | undefined {
  const first = lists.some(({ ofObjects }) => ofObjects) ? lists.filter((list) => list.ofObjects) : lists;
  return first.reduce<FoundList | undefined>(
    (best, list) => (best === undefined || list.count > best.count ? list : best),
    undefined,
  );
}

function* listsIn(value: unknown, path: ListPath): Generator<FoundList> {
  if (Array.isArray(value)) {
    yield { path, label: path, count: value.length, ofObjects: value.some(isRecord) };
    return;
  }
  if (!isRecord(value)) return;
  const short = path !== '' && isConnection(value) && !(Array.isArray(value['nodes']) && value['edges']);
  for (const [name, field] of Object.entries(value)) {
    for (const list of listsIn(field, below(path, name))) {
      const own = partsOf(list.path).length === partsOf(path).length + 1;
      yield short && own && (name === 'nodes' || name === 'edges') ? { ...list, label: path } : list;
    }
  }
}
