import type { ChartChoice, ChartKind } from '../chart';
import { isRecord, type ListPath, type Sorting } from '../table';

/** How an answer is looked at. */
export type ViewKind = 'json' | 'table' | 'chart';

/** How the answer of one tab is shown. */
export interface ResultView {
  readonly kind: ViewKind;
  /** The list that is shown; null for the one that the page chooses. */
  readonly list: ListPath | null;
  readonly sorting: Sorting | null;
  /** null for what the page chooses. */
  readonly chart: ChartChoice | null;
}

/** What travels in a link: an operation, its variables, and how to look at its answer. Nothing of who is asking. */
export interface SharedState {
  readonly query: string;
  /** JSON text as it stands in the editor. */
  readonly variables: string;
  readonly view: ResultView;
}

/** How an answer is shown until somebody chooses otherwise. */
export const FIRST_VIEW: ResultView = { kind: 'json', list: null, sorting: null, chart: null };

const VIEW_KINDS: readonly ViewKind[] = ['json', 'table', 'chart'];
const CHART_KINDS: readonly ChartKind[] = ['bars', 'lines', 'shares'];

/** Reads what a link held, which may be anything; null when it is no operation with a view. */
export function readSharedState(value: unknown): SharedState | null {
  if (!isRecord(value)) return null;
  const { query, variables, view } = value;
  if (typeof query !== 'string' || query.trim() === '' || typeof variables !== 'string') return null;
  return { query, variables, view: readView(view) };
}

/** A part of a view that is not understood is as if it had not been chosen. */
function readView(value: unknown): ResultView {
  if (!isRecord(value)) return FIRST_VIEW;
  const { kind, list, sorting, chart } = value;
  return {
    kind: VIEW_KINDS.find((known) => known === kind) ?? 'json',
    list: typeof list === 'string' ? list : null,
    sorting:
      isRecord(sorting) && typeof sorting['column'] === 'string'
        ? { column: sorting['column'], descending: sorting['descending'] === true }
        : null,
    chart: isRecord(chart) ? readChart(chart) : null,
  };
}

function readChart({ kind, label, values }: Readonly<Record<string, unknown>>): ChartChoice | null {
  const known = CHART_KINDS.find((each) => each === kind);
  if (!known || !Array.isArray(values)) return null;
  return {
    kind: known,
    label: typeof label === 'string' ? label : null,
    values: values.filter((name) => typeof name === 'string'),
  };
}
