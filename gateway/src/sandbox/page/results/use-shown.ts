import { useMemo } from 'react';
import {
  extentOf,
  findLists,
  listAround,
  listToShow,
  sortRows,
  tableOf,
  valueAt,
  type Extent,
  type FoundList,
  type ListPath,
  type ResultView,
  type Table,
} from '../../results';
import type { Result } from './use-result';
import { changeView, useView } from './views';
import { wholeLists, type WholeList } from './whole-lists';

/** A list of the present answer as it is shown. */
export interface ShownList {
  readonly path: ListPath;
  readonly label: string;
  /** In the order that was chosen. */
  readonly table: Table;
  readonly extent: Extent;
  /** The list in whose row this one stands; null when it stands in none. */
  readonly around: ListPath | null;
  /** The list fetched to its end, where that was done. */
  readonly whole: WholeList | null;
}

/** What of the present answer is shown, and how. */
export interface Shown {
  readonly view: ResultView;
  change(change: Partial<ResultView>): void;
  /** All lists to choose from. */
  readonly lists: readonly FoundList[];
  /** null where the answer holds no list. */
  readonly list: ShownList | null;
}

/** Finds the lists of an answer, and turns the chosen one into a table in the chosen order. */
export function useShown(result: Result | null, tab: string): Shown {
  const view = useView(tab);
  const kept = wholeLists.use(tab);
  const whole = kept && kept.text === result?.text ? kept : null;
  const data = whole ? whole.data : result?.answer.data;
  const lists = useMemo(() => findLists(data), [data]);
  const path = Array.isArray(valueAt(data, view.list ?? '')) ? view.list : listToShow(lists, data)?.path;
  const table = useMemo(() => (path == null ? null : tableOf(data, path)), [data, path]);
  const sorted = useMemo(() => table && sortRows(table, view.sorting), [table, view.sorting]);
  const list = useMemo((): ShownList | null => {
    if (path == null || !sorted) return null;
    return {
      path,
      label: lists.find((each) => each.path === path)?.label ?? path,
      table: sorted,
      extent: extentOf(data, path),
      around: listAround(path),
      whole: whole?.path === path ? whole : null,
    };
  }, [data, lists, path, sorted, whole]);
  return { view, change: (change) => changeView(tab, change), lists, list };
}
