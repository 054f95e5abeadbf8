import { formatCell, type Table } from '../../../results';

/** Widths in characters that no column falls below or goes beyond. */
const LEAST = 7;
const MOST = 42;
/** Rows that are looked at; widths must not change while somebody scrolls. */
const SAMPLE = 300;
/** Room for the padding and the arrow of the sorting. */
const ROOM = 4;

/** How wide each column is to be, in characters, by its name and its first rows. */
export function columnWidths({ columns, rows }: Table): number[] {
  const sample = rows.slice(0, SAMPLE);
  return columns.map(({ name, kind }, place) => {
    const longest = sample.reduce(
      (length, row) => Math.max(length, formatCell(row[place] ?? null, kind, name).length),
      name.length,
    );
    return Math.min(MOST, Math.max(LEAST, longest + ROOM));
  });
}
