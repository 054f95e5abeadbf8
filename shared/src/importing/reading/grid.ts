import type { RawRecord } from './records';

/**
 * A table of text cells, whatever kind of file it came from: its head, to find out what its columns mean, then all of
 * its records. For importers that recognise columns by what stands in them, too.
 */
export interface Grid {
  /** Name of the file, without folders. */
  readonly file: string;
  /** Name of the sheet, in a workbook; null in a file of text. */
  readonly sheet: string | null;
  /** The first records of the file as they stand in it; blank ones too. */
  readonly head: readonly RawRecord[];
  /** Oddities of the file as a whole, a sentence each. */
  readonly notes: readonly string[];
  /** All records from the first, in bunches as they are read; once. */
  bunches(): AsyncIterable<readonly RawRecord[]>;
  /** Lets go of the file when its records are not wanted. Going through them does so by itself. */
  close(): Promise<void>;
}

/** Records that are shown in `head`: enough to know a column by. */
export const HEAD_RECORDS = 400;

/** A file as the tables in it: one in a file of text, one for each sheet of a workbook. */
export interface GridFile {
  /** Its name without folders. */
  readonly file: string;
  /** Its length in bytes, where that is known. */
  readonly size: number | null;
  /** Its tables in turn, once; each must be gone through or closed before the next. */
  sheets(): AsyncIterable<Grid>;
  /** Lets go of the file. */
  close(): Promise<void>;
}
