import { columnName, type ColumnSpecs } from './columns';
import type { Encoding } from './encoding';
import { findLayout, isBlank, type Delimiter, type Layout } from './layout';
import { RecordSplitter, type RawRecord } from './records';
import { TableRefused } from './refused';
import { rowReader, type RowProblem, type TableRow } from './rows';
import { openText, textNotes, type OpenText, type TableSource, type TextChunk } from './text-source';

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
  /** Of those, the ones that have a header at all, as a person would name them; one that stands twice by its place. */
  readonly unused: readonly string[];
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

const DEFAULT_MAXIMUM_ROW_LENGTH = 1024 * 1024;

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
  const text = await openText(source, options.onBytes);
  try {
    const layout = findLayout(text.head, text.headComplete, options.columns);
    if (!layout) throw new TableRefused(text.name, 'it holds nothing but blank lines');
    refuseMissing(text.name, layout, options.columns);
    const bunches = () => rowBunches(text.chunks(), layout, options);
    return {
      info: describe(text, layout),
      bunches,
      close: () => text.close(),
      async *[Symbol.asyncIterator]() {
        for await (const bunch of bunches()) yield* bunch;
      },
    };
  } catch (error) {
    await text.close();
    throw error;
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

function describe(text: OpenText, layout: Layout): TableInfo {
  const { header, match, delimiter, width } = layout;
  const notes = textNotes(text);
  if (header.row > 1)
    notes.push(`Its headers stand in row ${header.row}; what stands above was passed over.`);
  if (header.cells.length !== width)
    notes.push(`Its header has ${header.cells.length} cells, its rows usually ${width}.`);
  return {
    name: text.name,
    size: text.size,
    encoding: text.guess.encoding,
    delimiter,
    headers: header.cells.map((cell) => cell.trim()),
    headerRow: header.row,
    recognised: new Map([...match.positions].map(([key, position]) => [key, header.cells[position]!.trim()])),
    unrecognised: [...match.unknown.values()],
    unused: [...match.unknown].flatMap(([position, name]) => {
      const title = header.cells[position]!.trim();
      return title === '' ? [] : [(name === title ? title : `${name} (${title})`).slice(0, 200)];
    }),
    notes,
  };
}
