import { addDays, isLocalDate, type LocalDate } from '../time';
import type { Rule } from '../problems';

/** One row of a law table: what held from a day, until a day or until further notice, and who says so. */
export interface LawRow<Value> {
  /** First day on which the figure holds. */
  readonly from: LocalDate;
  /** Last day on which it holds; null while no end is known. */
  readonly until: LocalDate | null;
  /** The provision that sets it. */
  readonly source: Rule;
  /** The figures themselves. */
  readonly value: Value;
}

/** Figures of law by date. A new figure is a new row, never a change of code. */
export interface LawTable<Value> {
  readonly name: string;
  readonly rows: readonly LawRow<Value>[];
  /** The row that holds on a day, or null before the first or in a gap. */
  on(day: LocalDate): LawRow<Value> | null;
  /** The row that holds on a day; a RangeError naming the table when none does. */
  require(day: LocalDate): LawRow<Value>;
}

/**
 * Builds a law table and checks it: rows in order of date, none overlapping, each ending after it begins.
 * @throws Error naming the table and the row that is wrong, at boot.
 */
export function lawTable<Value>(name: string, rows: readonly LawRow<Value>[]): LawTable<Value> {
  if (rows.length === 0) throw new Error(`Law table ${name} has no row.`);
  rows.forEach((row, index) => {
    if (!isLocalDate(row.from) || (row.until !== null && !isLocalDate(row.until)))
      throw new Error(`Law table ${name}, row ${index + 1}: not a day.`);
    if (row.until !== null && row.until < row.from)
      throw new Error(`Law table ${name}, row ${index + 1}: ends before it begins.`);
    const next = rows[index + 1];
    if (next && (row.until === null || next.from < addDays(row.until, 1)))
      throw new Error(`Law table ${name}, row ${index + 2}: overlaps or precedes the row before it.`);
  });
  const on = (day: LocalDate) =>
    rows.find((row) => row.from <= day && (row.until === null || day <= row.until)) ?? null;
  return {
    name,
    rows,
    on,
    require(day) {
      const row = on(day);
      if (!row) throw new RangeError(`Law table ${name} has no row for ${day}.`);
      return row;
    },
  };
}
