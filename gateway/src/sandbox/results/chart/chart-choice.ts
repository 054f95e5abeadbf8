import { isNestedList, NUMERIC_KINDS, type Column, type Table } from '../table';

/** How a list is drawn. */
export type ChartKind = 'bars' | 'lines' | 'shares';

/** What is drawn: a kind, the column of the labels, and the columns of the values, all of one kind. */
export interface ChartChoice {
  readonly kind: ChartKind;
  /** null numbers the rows instead. */
  readonly label: string | null;
  readonly values: readonly string[];
}

/** Series that one drawing can tell apart. */
export const MOST_SERIES = 6;

/** Names that label a row better than any other text. */
const NAMES = /(^|\.)(label|name|title|key|period|month|quarter|year)$/i;
const PERIODS = /(^|\.)(period|month|quarter|year)$/i;
/** Numbers that say where or which, not how much. */
const NOT_A_QUANTITY =
  /(^|\.|[a-z])(latitude|longitude|easting|northing|year|version|sequence|uprn|north|south|east|west)$/i;

/** Columns that can label what is drawn: all but lists. */
export function labelColumns({ columns }: Table): readonly Column[] {
  return columns.filter(({ kind }) => kind !== 'list');
}

/** Columns of numbers. */
export function valueColumns({ columns }: Table): readonly Column[] {
  return columns.filter(({ kind }) => NUMERIC_KINDS.has(kind));
}

/** Whether a column can be drawn beside those chosen already: in one drawing all values have one unit. */
export function goesWith(table: Table, column: Column, values: readonly string[]): boolean {
  const chosen = table.columns.find(({ name }) => name === values[0]);
  return chosen === undefined || chosen.kind === column.kind;
}

/**
 * What to draw unless something was chosen: sums of money before shares, numbers and counts, by the period, name
 * or day of the row; over time as lines.
 */
export function defaultChoice(table: Table): ChartChoice {
  const label = defaultLabel(table);
  const values = defaultValue(table, label);
  const overTime = label !== undefined && (label.kind === 'date' || PERIODS.test(label.name));
  return {
    kind: overTime && table.rows.length > 2 ? 'lines' : 'bars',
    label: label?.name ?? null,
    values: values ? [values.name] : [],
  };
}

/** A choice as far as this table has its columns; the default where nothing is left of it. */
export function settledChoice(table: Table, choice: ChartChoice | null): ChartChoice {
  const standard = defaultChoice(table);
  if (!choice) return standard;
  const known = valueColumns(table).filter(({ name }) => choice.values.includes(name));
  const ordered = choice.values.flatMap((name) => known.filter((column) => column.name === name));
  const values = ordered
    .filter((column) =>
      goesWith(
        table,
        column,
        ordered.map(({ name }) => name),
      ),
    )
    .slice(0, MOST_SERIES)
    .map(({ name }) => name);
  const hasLabel = choice.label === null || labelColumns(table).some(({ name }) => name === choice.label);
  return {
    kind: choice.kind,
    label: hasLabel ? choice.label : standard.label,
    values: values.length > 0 ? values : standard.values,
  };
}

function defaultLabel(table: Table): Column | undefined {
  const candidates = labelColumns(table).filter((column) => isFilled(table, column));
  return (
    candidates.find(({ name }) => PERIODS.test(name)) ??
    candidates.find(({ name, kind }) => NAMES.test(name) && kind === 'text') ??
    candidates.find(({ kind }) => kind === 'date') ??
    candidates.find(({ kind }) => kind === 'text')
  );
}

function defaultValue(table: Table, label: Column | undefined): Column | undefined {
  const candidates = valueColumns(table).filter(
    (column) => column !== label && isFilled(table, column) && !NOT_A_QUANTITY.test(column.name),
  );
  return (['money', 'share', 'number', 'list'] as const)
    .map((kind) => candidates.find((column) => column.kind === kind))
    .find((column) => column !== undefined);
}

/** Whether a column has anything to show. */
function isFilled(table: Table, column: Column): boolean {
  const place = table.columns.indexOf(column);
  return table.rows.some((row) => {
    const cell = row[place] ?? null;
    return isNestedList(cell) ? cell.count > 0 : cell !== null && cell !== '';
  });
}
