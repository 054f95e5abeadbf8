import type { RawRecord } from '../records';

/** The most columns a sheet can have. */
const COLUMNS = 16_384;

/** The most cells that a sheet may hold by saying of one that it is repeated; few bytes could say any number. */
const REPEATED_CELLS = 2_000_000;

/** A sheet that says of its cells or rows that they are repeated, more often than any sheet of people's does. */
export class TooManyRepeats extends Error {}

/** Puts the cells of a sheet together to records, as they come. */
export class SheetRows {
  private cells: string[] = [];
  private next = 0;
  private length = 0;
  private records: RawRecord[] = [];
  private row = 0;
  private repeated = 0;

  /** @param maximumLength the most characters of a row; a longer one comes with its problem and no cells */
  constructor(private readonly maximumLength: number) {}

  /** A row begins. @param number as the sheet counts it, from 1; the next one where it does not say */
  begin(number: number | null): void {
    this.row = number !== null && number > this.row ? number : this.row + 1;
    this.cells = [];
    this.next = 0;
    this.length = 0;
  }

  /**
   * The text of a cell, or of several alike that follow each other; blank ones cost nothing.
   * @param column from 0; the next one where the sheet does not say
   * @throws TooManyRepeats
   */
  cell(text: string, column: number | null = null, times = 1): void {
    const at = column ?? this.next;
    this.next = at + times;
    if (text === '') return;
    this.count(Math.min(times, COLUMNS) - 1);
    for (let index = at; index < Math.min(at + times, COLUMNS); index += 1) {
      while (this.cells.length < index) this.cells.push('');
      this.cells[index] = text;
      this.length += text.length + 1;
    }
  }

  /** The row is over; `times` of them follow each other. @throws TooManyRepeats */
  end(times = 1): void {
    const { cells, length } = this;
    const problem = length > this.maximumLength ? 'It is longer than a row may be.' : null;
    // Rows that are left out of the file are blank; a million of them at the end say nothing.
    if (cells.length > 0) {
      this.count((Math.min(times, COLUMNS) - 1) * cells.length);
      for (let time = 0; time < Math.min(times, COLUMNS); time += 1)
        this.records.push({
          cells: problem === null ? cells : [],
          row: this.row + time,
          line: this.row + time,
          start: 0,
          end: 0,
          problem,
          warning: null,
        });
    }
    this.row += times - 1;
  }

  private count(cells: number): void {
    this.repeated += cells;
    if (this.repeated > REPEATED_CELLS) throw new TooManyRepeats();
  }

  /** The records since the last time. */
  take(): RawRecord[] {
    const { records } = this;
    this.records = [];
    return records;
  }
}
