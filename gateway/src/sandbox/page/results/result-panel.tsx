import { lazy, Suspense, useRef } from 'react';
import { nextSorting, type ListPath } from '../../results';
import { fullWidth, ListHeader } from './list-header';
import { TableView } from './table/table-view';
import type { Result } from './use-result';
import type { Shown } from './use-shown';

/** Loaded when somebody wants a chart: most visits need no charting library. */
const ChartView = lazy(() => import('./chart/chart-view'));

/** The answer as a table or a chart, in the place of its JSON. */
export function ResultPanel({ result, shown }: { result: Result | null; shown: Shown }) {
  const { view, list, change } = shown;
  const wide = fullWidth.use();
  // The button that opened a list is gone with its row: the keyboard goes on in the list that it opened.
  const moving = useRef(false);
  const choose = (path: ListPath) => change({ list: path, sorting: null, chart: null });
  const open = (path: ListPath) => {
    moving.current = view.kind === 'table';
    choose(path);
  };
  return (
    <section
      className={wide ? 'result-panel wide' : 'result-panel'}
      aria-label={view.kind === 'chart' ? 'Answer as a chart' : 'Answer as a table'}
    >
      {!list || !result ? (
        <p className="result-none">{reasonOf(result, view.kind)}</p>
      ) : (
        <>
          <ListHeader result={result} lists={shown.lists} list={list} onChoose={choose} onBack={open} />
          {list.table.rows.length === 0 ? (
            <p className="result-none">This list is empty.</p>
          ) : view.kind === 'chart' ? (
            <Suspense fallback={<p className="result-none">Loading the chart…</p>}>
              <ChartView table={list.table} choice={view.chart} onChoose={(chart) => change({ chart })} />
            </Suspense>
          ) : (
            <TableView
              key={list.path}
              label={list.label}
              table={list.table}
              sorting={view.sorting}
              onSort={(column) => change({ sorting: nextSorting(view.sorting, column) })}
              onOpen={open}
              focusNext={moving}
            />
          )}
        </>
      )}
    </section>
  );
}

function reasonOf(result: Result | null, kind: string): string {
  if (!result) return `Run the operation to see its answer as a ${kind}.`;
  const [error] = result.answer.errors ?? [];
  if (error) return `There is no list to show: ${error.message}`;
  return `This answer holds no list to show as a ${kind}. Ask for a field that is one, such as nodes { … }.`;
}
