import type { RawRecord } from '@coop/shared/importing';
import { dayOf } from './cell-profile.import';
import { namedMeanings } from './header-words';
import { readAmount } from './amount';

/** Where a table begins in its file. */
export interface TableStart {
  /** The headers as they stand; empty where the file has none. */
  readonly headers: readonly string[];
  /** The last record before the first row of data. */
  readonly headerRow: number;
}

/** Records above which the headers must stand. */
const WITHIN = 60;

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/**
 * Finds the record with the headers: the one with the most known names; where no name is known, the first wide one
 * that holds neither a day nor an amount. A file that begins with data has none.
 * @returns null when there is nothing but blank records
 */
export function findTableStart(head: readonly RawRecord[]): TableStart | null {
  const records = head.filter(({ cells, problem }) => problem === null && !isBlank(cells)).slice(0, WITHIN);
  const [first] = records;
  if (!first) return null;
  let best: { record: RawRecord; score: number } | null = null;
  for (const record of records) {
    if (looksLikeData(record.cells)) continue;
    const score = record.cells.reduce(
      (sum, cell) => sum + Math.max(0, ...namedMeanings(cell.slice(0, 200)).values()),
      0,
    );
    if (score >= 1.5 && (!best || score > best.score)) best = { record, score };
  }
  if (!best) {
    const width = Math.max(...records.map(({ cells }) => filledCells(cells)));
    const wide = records.find(
      ({ cells }) => filledCells(cells) >= Math.min(width, 3) * 0.6 && filledCells(cells) > 1,
    );
    if (!wide) return { headers: first.cells, headerRow: first.row };
    if (looksLikeData(wide.cells)) return { headers: [], headerRow: wide.row - 1 };
    best = { record: wide, score: 0 };
  }
  return { headers: best.record.cells, headerRow: best.record.row };
}

/** How many of the cells say something. */
export const filledCells = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.trim() !== '').length;

/** Headers say neither a day nor an amount of pounds; a payment says both. */
function looksLikeData(cells: readonly string[]): boolean {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return texts.some((cell) => dayOf(cell) !== null) && texts.some((cell) => readAmount(cell) !== null);
}
