import { describeMeaning } from './recognise-columns.import';
import type { SpendTable } from './understand-table.import';

/** What the columns of a table were taken for, a line each, for a person who checks it before it is imported. */
export function tellColumns({ grid, understanding, headerRow }: SpendTable): string[] {
  const where = grid.sheet === null ? '' : `Sheet ${grid.sheet}: `;
  const lines = understanding.columns.map(({ position, header, meaning, why, profile }) => {
    const name = header === '' ? `column ${position + 1}` : `column ${position + 1} “${header}”`;
    const values = profile.firstValues.map((value) => `“${value}”`).join(', ') || 'blank';
    const filled = `${Math.round(profile.filled * profile.cells)} of ${profile.cells} cells filled`;
    const taken = meaning === null ? `not used (${why})` : `${meaning}: ${describeMeaning(meaning)} (${why})`;
    return `${where}${name} is ${taken}; ${filled}: ${values}`;
  });
  const judged = understanding.columns[0]?.profile.cells ?? 0;
  return [
    `${where}Its columns are judged by the first ${judged.toLocaleString('en-GB')} rows of data; every row is read and counted.`,
    `${where}${headerRow === 0 ? 'It has no headers' : `Its headers stand in row ${headerRow}`}.`,
    ...lines,
  ];
}
