import { basename } from 'node:path';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { columnName, type ColumnSpecs } from './columns';
import { ByteDecoder, guessEncoding, type DecodedText, type Encoding } from './encoding';
import { findLayout, isBlank, type Delimiter, type Layout } from './layout';
import { looksLike } from './looks-like';
import { RecordSplitter, type RawRecord } from './records';
import { TableRefused } from './refused';
import { rowReader, type RowProblem, type TableRow } from './rows';

/** Where a table comes from: the path of a file, or a stream of bytes with the name to report it under. */
export type TableSource =
  string | { readonly name: string; readonly stream: Readable; readonly size?: number };

export interface TableOptions<Columns extends ColumnSpecs> {
  readonly columns: Columns;
  /** Longest row in characters; a longer one is rejected. 1,048,576 by default. */
  readonly maximumRowLength?: number;
  /** Is shown every chunk of bytes as it is read: for a checksum, or to show progress. */
  readonly onBytes?: (chunk: Buffer) => void;
}

/** What was found out about a file before its first row. */
export interface TableInfo {
  /** Its name without folders. */
  readonly name: string;
  /** Its length in bytes, where that is known. */
  readonly size: number | null;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** The headers as they stand in it. */
  readonly headers: readonly string[];
  /** The row in which they stand: more than 1 where there is text above them. */
  readonly headerRow: number;
  /** The header under which each recognised column was found, by key. */
  readonly recognised: ReadonlyMap<string, string>;
  /** Headers that no column of the importer takes. */
  readonly unrecognised: readonly string[];
  /** Oddities of the file as a whole, a sentence each. */
  readonly notes: readonly string[];
}

/** A row, or why there is none. */
export type TableItem<Columns extends ColumnSpecs> = TableRow<Columns> | RowProblem;

/** A table whose header has been read. Can be gone through once. */
export interface Table<Columns extends ColumnSpecs> extends AsyncIterable<TableItem<Columns>> {
  readonly info: TableInfo;
  /** The same rows, in bunches as they are read: for loaders, which would pay dearly for one promise a row. */
  bunches(): AsyncIterable<readonly TableItem<Columns>[]>;
  /** Lets go of the file when its rows are not wanted. Going through them does so by itself. */
  close(): Promise<void>;
}

const HEAD_LENGTH = 128 * 1024;
const CHUNK_LENGTH = 256 * 1024;
const PIECE_LENGTH = 64 * 1024;
export const DEFAULT_MAXIMUM_ROW_LENGTH = 1024 * 1024;

/**
 * Reads a table of text row by row, whatever its encoding, delimiter and line ends, with headers anywhere in its
 * first rows. Memory does not grow with the file.
 * @throws TableRefused while reading the first row, when the file as a whole cannot be what was expected.
 */
export async function* readTable<const Columns extends ColumnSpecs>(
  source: TableSource,
  options: TableOptions<Columns>,
): AsyncGenerator<TableItem<Columns>, void, undefined> {
  yield* await openTable(source, options);
}

/**
 * Reads as far as the header.
 * @throws TableRefused when the file is empty, is no table of text, or lacks a required column.
 */
export async function openTable<const Columns extends ColumnSpecs>(
  source: TableSource,
  options: TableOptions<Columns>,
): Promise<Table<Columns>> {
  const name = typeof source === 'string' ? basename(source) : source.name;
  const size = typeof source === 'string' ? await sizeOf(source) : (source.size ?? null);
  const stream =
    typeof source === 'string' ? createReadStream(source, { highWaterMark: CHUNK_LENGTH }) : source.stream;
  const chunks = byteChunks(stream, options.onBytes);
  try {
    const head = await readHead(chunks);
    if (head.bytes.length === 0) throw new TableRefused(name, 'it is empty');
    const kind = looksLike(head.bytes);
    if (kind) throw new TableRefused(name, `it looks like ${kind}`, { looksLike: kind });
    const guess = guessEncoding(head.bytes);
    const decoder = new ByteDecoder(guess.encoding);
    const first = decoder.push(head.bytes.subarray(guess.skip), head.complete);
    const endsInReturns = returnsEndLines(first.text);
    const layout = findLayout(
      endsInReturns ? withLineFeeds(first.text) : first.text,
      head.complete,
      options.columns,
    );
    if (!layout) throw new TableRefused(name, 'it holds nothing but blank lines');
    refuseMissing(name, layout, options.columns);
    const info = describe(name, size, guess, layout, endsInReturns);
    const text = decodedChunks(first, head.complete, chunks, decoder, endsInReturns);
    const bunches = () => rowBunches(text, layout, options);
    return {
      info,
      bunches,
      close: async () => {
        await text.return(undefined);
        stream.destroy();
      },
      async *[Symbol.asyncIterator]() {
        for await (const bunch of bunches()) yield* bunch;
      },
    };
  } catch (error) {
    stream.destroy();
    throw error;
  }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new TableRefused(
      basename(path),
      error.code === 'ENOENT' ? 'there is no such file' : 'it cannot be opened',
    );
  });
  if (!found.isFile()) throw new TableRefused(basename(path), 'it is no file');
  return found.size;
}

/**
 * The bytes of a stream in pieces of a good size: a stream may come line by line, which would cost dearly, or all
 * at once, which would keep everybody else waiting.
 */
async function* byteChunks(stream: Readable, onBytes?: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    for (let start = 0; start < bytes.length; start += CHUNK_LENGTH) {
      const part = bytes.subarray(start, start + CHUNK_LENGTH);
      onBytes?.(part);
      parts.push(part);
      length += part.length;
      if (length < PIECE_LENGTH) continue;
      yield parts.length === 1 ? part : Buffer.concat(parts);
      parts = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(parts);
}

async function readHead(chunks: AsyncGenerator<Buffer>): Promise<{ bytes: Buffer; complete: boolean }> {
  const parts: Buffer[] = [];
  let length = 0;
  while (length < HEAD_LENGTH) {
    const next = await chunks.next();
    if (next.done) return { bytes: Buffer.concat(parts), complete: true };
    parts.push(next.value);
    length += next.value.length;
  }
  return { bytes: Buffer.concat(parts), complete: false };
}

type TextChunk = DecodedText & { final: boolean };

async function* decodedChunks(
  first: DecodedText,
  complete: boolean,
  chunks: AsyncGenerator<Buffer>,
  decoder: ByteDecoder,
  endsInReturns: boolean,
): AsyncGenerator<TextChunk> {
  let held = '';
  // A carriage return at the end of a chunk is held back: it is no line end when a line feed follows.
  const lineFeeds = (text: string, final: boolean) => {
    const all = held + text;
    held = !final && all.endsWith('\r') ? '\r' : '';
    return withLineFeeds(held ? all.slice(0, -1) : all);
  };
  const out = ({ text, badBytes }: DecodedText, final: boolean): TextChunk => ({
    text: endsInReturns ? lineFeeds(text, final) : text,
    badBytes,
    final,
  });
  try {
    yield out(first, complete);
    if (complete) return;
    for await (const chunk of chunks) yield out(decoder.push(chunk, false), false);
    yield out(decoder.push(Buffer.alloc(0), true), true);
  } finally {
    await chunks.return(undefined);
  }
}

async function* rowBunches<Columns extends ColumnSpecs>(
  text: AsyncGenerator<TextChunk>,
  layout: Layout,
  options: TableOptions<Columns>,
): AsyncGenerator<readonly TableItem<Columns>[]> {
  const splitter = new RecordSplitter({
    delimiter: layout.delimiter,
    width: layout.width,
    maximumLength: options.maximumRowLength ?? DEFAULT_MAXIMUM_ROW_LENGTH,
  });
  const readRow = rowReader(layout, options.columns);
  let badBytes: number[] = [];
  for await (const chunk of text) {
    if (chunk.badBytes.length > 0) badBytes = badBytes.concat(chunk.badBytes);
    const items: TableItem<Columns>[] = [];
    let bad = 0;
    for (const record of splitter.push(chunk.text, chunk.final)) {
      let hasBadByte = false;
      for (; bad < badBytes.length && badBytes[bad]! < record.end; bad += 1)
        hasBadByte ||= badBytes[bad]! >= record.start;
      if (record.row <= layout.header.row || isBlankRecord(record)) continue;
      items.push(readRow(record, hasBadByte));
    }
    if (bad > 0) badBytes = badBytes.slice(bad);
    if (items.length > 0) yield items;
  }
}

function isBlankRecord({ cells, problem }: RawRecord): boolean {
  return problem === null && isBlank(cells);
}

/** True when most lines outside quotation marks end in a bare carriage return, as on old Macs. */
function returnsEndLines(text: string): boolean {
  let inQuotes = false;
  let returns = 0;
  let feeds = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 34) inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if (code === 10) feeds += 1;
    else if (code === 13 && text.charCodeAt(index + 1) !== 10) returns += 1;
  }
  return returns > feeds;
}

/** Bare carriage returns as line feeds; the length stays, so positions in the text do. */
function withLineFeeds(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n');
}

function refuseMissing(name: string, layout: Layout, columns: ColumnSpecs): void {
  const { missing } = layout.match;
  if (missing.length === 0) return;
  const headers = shownHeaders(layout);
  const lacking = columns
    .filter(({ key }) => missing.includes(key))
    .map(({ names, description }) => `"${names[0]}" (${description})`);
  throw new TableRefused(
    name,
    `it has no column ${lacking.join(', nor ')}; its row ${layout.header.row} reads ` +
      headers.map((header) => `"${header}"`).join(', '),
    { missing, headers },
  );
}

function shownHeaders({ header }: Layout): string[] {
  return header.cells.map((cell, position) => cell.trim().slice(0, 80) || columnName(position));
}

function describe(
  name: string,
  size: number | null,
  guess: ReturnType<typeof guessEncoding>,
  layout: Layout,
  endsInReturns: boolean,
): TableInfo {
  const { header, match, delimiter, width } = layout;
  const notes: string[] = [];
  if (guess.doubledMark) notes.push('Its byte order mark was encoded twice.');
  if (guess.encoding !== 'utf-8') notes.push(`It is encoded as ${guess.encoding}.`);
  if (endsInReturns) notes.push('Its lines end in carriage returns alone.');
  if (header.row > 1)
    notes.push(`Its headers stand in row ${header.row}; what stands above was passed over.`);
  if (header.cells.length !== width)
    notes.push(`Its header has ${header.cells.length} cells, its rows usually ${width}.`);
  return {
    name,
    size,
    encoding: guess.encoding,
    delimiter,
    headers: header.cells.map((cell) => cell.trim()),
    headerRow: header.row,
    recognised: new Map([...match.positions].map(([key, position]) => [key, header.cells[position]!.trim()])),
    unrecognised: [...match.unknown.values()],
    notes,
  };
}
