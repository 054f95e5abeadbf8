import { cellText } from '@coop/shared/importing';
import { LOOKS_PLAIN, textFault } from '@coop/shared/text';
import { MEANING_KEYS, type Meaning } from './meanings';
import type { Understanding } from './recognise-columns.import';

/**
 * What is odd about a row. Messages quote only what stands where a day or an amount should: at most 40 characters, at
 * the end, so that they can be left out for those who may not read them.
 */
export interface RowOddity {
  readonly column: string;
  readonly message: string;
}

const SAYS_NOTHING =
  /^(?:n\/?a|nil|null|none|not (?:yet )?available|not applicable|unknown|tbc|#n\/a|[-–—.?]+)$/i;
const TEXT_FAULTS = {
  unprintable: 'It holds control characters, which show nothing.',
  reordering: 'It holds characters that show text in another order than it is written in.',
} as const;
const NO_ODDITIES: readonly RowOddity[] = [];

/**
 * The cells of a table by what its columns were taken for, one row after another, and what was found odd about the row
 * it is at. One for a whole file: nothing is made anew for a row but its oddities.
 */
export class RowCells {
  private readonly columns: Understanding['columns'];
  /** The position of each meaning; -1 where no column has it. */
  private readonly places: Readonly<Record<Meaning, number>>;
  private cells: readonly string[] = [];
  private rejections: RowOddity[] | null = null;
  private remarks: RowOddity[] | null = null;

  constructor({ positions, columns }: Understanding) {
    this.columns = columns;
    this.places = Object.fromEntries(
      MEANING_KEYS.map((meaning) => [meaning, positions.get(meaning) ?? -1]),
    ) as Record<Meaning, number>;
  }

  /** Goes to a row, about which nothing is odd yet. */
  goTo(cells: readonly string[]): void {
    this.cells = cells;
    this.rejections = null;
    this.remarks = null;
  }

  /** Whether the table has a column for it. */
  has(meaning: Meaning): boolean {
    return this.places[meaning] >= 0;
  }

  /** What stands in the row, on one line; empty where the table has no such column. */
  text(meaning: Meaning): string {
    const position = this.places[meaning];
    return position < 0 ? '' : oneLine(cellText(this.cells[position]));
  }

  /** The same, but empty for words that say nothing, such as `N/A`. */
  said(meaning: Meaning): string {
    const found = this.text(meaning);
    return found.length < 20 && SAYS_NOTHING.test(found) ? '' : found;
  }

  /**
   * What the row says, as a column of that length keeps it; null where it says nothing. What cannot be kept is a remark;
   * of the supplier's name it is a reason against the row.
   */
  kept(meaning: Meaning, longest: number): string | null {
    const found = this.said(meaning);
    // A mutation would not take such text either. A payment goes on without it, but not without its payee.
    const fault = LOOKS_PLAIN.test(found) ? null : textFault(found);
    if (fault === 'blank') return null;
    if (fault !== null) {
      if (meaning === 'supplierName') this.reject(meaning, TEXT_FAULTS[fault]);
      else this.remark(meaning, `${TEXT_FAULTS[fault]} It was left out.`);
      return null;
    }
    if (found.length <= longest) return found === '' ? null : found;
    this.remark(meaning, `It is longer than ${longest} characters; the rest was left out.`);
    return `${[...found].slice(0, longest - 1).join('')}…`;
  }

  /** Says why the row is no payment. */
  reject(meaning: Meaning, message: string): void {
    (this.rejections ??= []).push({ column: this.headerOf(meaning), message });
  }

  /** Says in what it was not read quite as it stands. */
  remark(meaning: Meaning, message: string): void {
    (this.remarks ??= []).push({ column: this.headerOf(meaning), message });
  }

  get isRejected(): boolean {
    return this.rejections !== null;
  }

  /** Every reason why the row is no payment. */
  get problems(): readonly RowOddity[] {
    return this.rejections ?? NO_ODDITIES;
  }

  /** Everything that was remarked on. */
  get warnings(): readonly RowOddity[] {
    return this.remarks ?? NO_ODDITIES;
  }

  private headerOf(meaning: Meaning): string {
    const column = this.columns[this.places[meaning]];
    return column ? column.header || `column ${column.position + 1}` : '';
  }
}

function oneLine(text: string): string {
  return /[\s\u00a0]{2}|[\r\n\t\u00a0]/.test(text) ? text.replace(/[\s\u00a0]+/g, ' ').trim() : text;
}
