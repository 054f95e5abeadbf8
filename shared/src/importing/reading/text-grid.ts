import type { Grid } from './grid';
import { HEAD_RECORDS } from './grid';
import { DELIMITERS, isBlank, readHead, usualWidth, type Delimiter } from './layout';
import { RecordSplitter, type RawRecord } from './records';
import { TableRefused } from './refused';
import { openText, textNotes, type OpenText, type TableSource } from './text-source';

/** How a grid of text is opened. */
export interface GridOptions {
  /** Longest row in characters; a longer one is marked as a problem. 1,048,576 by default. */
  readonly maximumRowLength?: number;
  /** Is shown every chunk of bytes as it is read: for a checksum, or to show progress. */
  readonly onBytes?: (chunk: Buffer) => void;
}

const BAD_BYTE = 'It holds a byte that is not UTF-8; it was read as Windows-1252.';

/**
 * Opens a file of text as a grid, whatever its encoding, line ends and delimiter, without knowing any of its columns.
 * Memory does not grow with the file.
 * @throws TableRefused when there is no such file, or it is empty, blank, or of another kind altogether
 */
export async function openTextGrid(source: TableSource, options: GridOptions = {}): Promise<Grid> {
  const text = await openText(source, options.onBytes);
  try {
    const found = findDelimiter(text.head, text.headComplete);
    if (!found) throw new TableRefused(text.name, 'it holds nothing but blank lines');
    const { delimiter, width, records } = found;
    return {
      file: text.name,
      sheet: null,
      head: records.slice(0, HEAD_RECORDS),
      notes: textNotes(text),
      bunches: () => recordBunches(text, delimiter, width, options.maximumRowLength ?? 1024 * 1024),
      close: () => text.close(),
    };
  } catch (error) {
    await text.close();
    throw error;
  }
}

/** The delimiter that makes the widest even table of the head. */
function findDelimiter(
  head: string,
  complete: boolean,
): { delimiter: Delimiter; width: number; records: readonly RawRecord[] } | null {
  let best: { delimiter: Delimiter; width: number; records: readonly RawRecord[]; score: number } | null =
    null;
  for (const delimiter of DELIMITERS) {
    const records = readHead(head, complete, delimiter);
    if (!records.some(({ cells }) => cells.some((cell) => /[\p{L}\p{N}]/u.test(cell)))) continue;
    const width = usualWidth(records);
    const filled = records.filter(({ cells }) => !isBlank(cells));
    const even = filled.filter(({ cells }) => cells.length === width).length / Math.max(1, filled.length);
    const score = width > 1 ? even * Math.min(width, 12) : 0;
    if (!best || score > best.score) best = { delimiter, width, records, score };
  }
  return best;
}

async function* recordBunches(
  text: OpenText,
  delimiter: Delimiter,
  width: number,
  maximumLength: number,
): AsyncGenerator<readonly RawRecord[]> {
  const splitter = new RecordSplitter({ delimiter, width, maximumLength });
  let badBytes: number[] = [];
  for await (const chunk of text.chunks()) {
    const records = splitter.push(chunk.text, chunk.final);
    if (chunk.badBytes.length > 0) badBytes = badBytes.concat(chunk.badBytes);
    if (badBytes.length > 0) badBytes = markBadBytes(records, badBytes);
    if (records.length > 0) yield records;
  }
}

/** Puts a warning on every record that holds one of the bytes; answers the bytes of records still to come. */
function markBadBytes(records: RawRecord[], badBytes: readonly number[]): number[] {
  let bad = 0;
  for (const [index, record] of records.entries()) {
    let hasBadByte = false;
    for (; bad < badBytes.length && badBytes[bad]! < record.end; bad += 1)
      hasBadByte ||= badBytes[bad]! >= record.start;
    if (hasBadByte) records[index] = { ...record, warning: record.warning ?? BAD_BYTE };
  }
  return badBytes.slice(bad);
}
