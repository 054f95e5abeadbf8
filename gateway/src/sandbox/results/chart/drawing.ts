import { formatCell, isNestedList, sortRows, type Cell, type ColumnKind, type Table } from '../table';
import type { ChartChoice } from './chart-choice';
import { readableNames } from './readable-names';

/** One row of values to draw. */
export interface Series {
  readonly name: string;
  /** In the unit of the kind: pence, fractions, plain numbers. null leaves a gap. */
  readonly values: readonly (number | null)[];
}

/** A chart as plain figures, before anything draws it. */
export interface Drawing {
  readonly choice: ChartChoice;
  /** What the columns are called where people read them. */
  readonly titles: Readonly<Record<string, string>>;
  /** What the values are. */
  readonly unit: ColumnKind;
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** What a reader has to know: rows left out, and why. */
  readonly notes: readonly string[];
}

/** Bars that can still be read side by side. */
export const MOST_BARS = 50;
/** Points of a line; more than a screen has columns say nothing more. */
export const MOST_POINTS = 2_000;
/** Slices with a colour of their own; the others are added up. */
export const MOST_SLICES = 7;

/** The figures of a chart of the table, in the table's order; lines over days go by the day. */
export function drawingOf(table: Table, choice: ChartChoice): Drawing {
  const place = table.columns.findIndex(({ name }) => name === choice.label);
  const label = table.columns[place];
  const overTime = choice.kind === 'lines' && (label?.kind === 'date' || label?.kind === 'instant');
  const { rows } = overTime ? sortRows(table, { column: label.name, descending: false }) : table;
  const columns = choice.values.flatMap((name) => table.columns.filter((column) => column.name === name));
  const whole: Drawing = {
    choice,
    titles: readableNames(table.columns.map(({ name }) => name)),
    unit: columns[0]?.kind ?? 'number',
    labels: rows.map((row, index) => labelOf(row[place] ?? null, label?.kind ?? 'text', label?.name, index)),
    series: columns.map((column) => {
      const at = table.columns.indexOf(column);
      return { name: column.name, values: rows.map((row) => numberOf(row[at] ?? null)) };
    }),
    notes: [],
  };
  if (choice.kind === 'shares') return slices(whole);
  return cutTo(whole, choice.kind === 'bars' ? MOST_BARS : MOST_POINTS);
}

/** What a column is called where people read it; of none, the row. */
export const titleOf = ({ titles }: Pick<Drawing, 'titles'>, name: string | null): string =>
  name === null ? 'Row' : (titles[name] ?? name);

/** A value of the drawing as people read it. */
export function formatValue({ unit }: Pick<Drawing, 'unit'>, value: number | null): string {
  return value === null ? 'no figure' : formatCell(value, unit === 'list' ? 'number' : unit);
}

function labelOf(cell: Cell, kind: ColumnKind, name: string | undefined, index: number): string {
  if (name === undefined) return `Row ${index + 1}`;
  return formatCell(cell, kind, name) || '(empty)';
}

function numberOf(cell: Cell): number | null {
  if (isNestedList(cell)) return cell.count;
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}

function cutTo(drawing: Drawing, most: number): Drawing {
  const count = drawing.labels.length;
  if (count <= most) return drawing;
  return {
    ...drawing,
    labels: drawing.labels.slice(0, most),
    series: drawing.series.map(({ name, values }) => ({ name, values: values.slice(0, most) })),
    notes: [`The first ${most} of ${count} rows are drawn. Sort the table to choose which.`],
  };
}

/** The parts of a whole: the largest by themselves, the others together. A part below nothing is none. */
function slices(drawing: Drawing): Drawing {
  const [first] = drawing.series;
  const parts = (first?.values ?? []).map((value, index) => ({ label: drawing.labels[index] ?? '', value }));
  const drawn = parts.filter((part): part is { label: string; value: number } => (part.value ?? 0) > 0);
  const sorted = [...drawn].sort((a, b) => b.value - a.value);
  // One more slice takes no more room than "1 other" would.
  const most = sorted.length === MOST_SLICES + 1 ? MOST_SLICES + 1 : MOST_SLICES;
  const rest = sorted.slice(most);
  const shown = [
    ...sorted.slice(0, most),
    ...(rest.length > 0
      ? [{ label: `${rest.length} others`, value: rest.reduce((sum, { value }) => sum + value, 0) }]
      : []),
  ];
  const negative = parts.filter(({ value }) => (value ?? 0) < 0).length;
  const empty = parts.length - drawn.length - negative;
  return {
    ...drawing,
    labels: shown.map(({ label }) => label),
    series: first ? [{ name: first.name, values: shown.map(({ value }) => value) }] : [],
    notes: [
      ...(drawing.series.length > 1
        ? [`Shares are drawn of one column: ${first ? titleOf(drawing, first.name) : ''}.`]
        : []),
      ...(negative > 0
        ? [`${rowsText(negative)} below zero left out: parts of a whole cannot be negative. Bars show them.`]
        : []),
      ...(empty > 0 ? [`${rowsText(empty)} without a figure, or with nothing, left out.`] : []),
    ],
  };
}

function rowsText(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}
