import { basename } from 'node:path';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ByteDecoder, guessEncoding, type DecodedText, type EncodingGuess } from './encoding';
import { looksLike } from './looks-like';
import { TableRefused } from './refused';

/** Where a table comes from: the path of a file, or a stream of bytes with the name to report it under. */
export type TableSource =
  string | { readonly name: string; readonly stream: Readable; readonly size?: number };

const HEAD_LENGTH = 128 * 1024;
const CHUNK_LENGTH = 256 * 1024;
const PIECE_LENGTH = 64 * 1024;

/** A file of text whose head has been read. */
export interface OpenText {
  /** Its name without folders. */
  readonly name: string;
  /** Its length in bytes, where that is known. */
  readonly size: number | null;
  readonly guess: EncodingGuess;
  /** The text of its head, line feeds at the ends of lines. */
  readonly head: string;
  /** True when the head is the whole file. */
  readonly headComplete: boolean;
  /** True when its lines end in carriage returns alone, as on old Macs. */
  readonly endsInReturns: boolean;
  /** The whole text from its beginning, chunk by chunk; once. */
  chunks(): AsyncGenerator<TextChunk>;
  /** Lets go of the file. */
  close(): Promise<void>;
}

/**
 * Opens a file as text, whatever its encoding and line ends.
 * @throws TableRefused when there is no such file, it is empty, or it is of another kind altogether
 */
export async function openText(source: TableSource, onBytes?: (chunk: Buffer) => void): Promise<OpenText> {
  const name = typeof source === 'string' ? basename(source) : source.name;
  const size = typeof source === 'string' ? await sizeOf(source) : (source.size ?? null);
  const stream =
    typeof source === 'string' ? createReadStream(source, { highWaterMark: CHUNK_LENGTH }) : source.stream;
  const bytes = byteChunks(stream, onBytes);
  try {
    const head = await readHead(bytes);
    if (head.bytes.length === 0) throw new TableRefused(name, 'it is empty');
    const kind = looksLike(head.bytes);
    if (kind) throw new TableRefused(name, `it looks like ${kind}`, { looksLike: kind });
    const guess = guessEncoding(head.bytes);
    const decoder = new ByteDecoder(guess.encoding);
    const first = decoder.push(head.bytes.subarray(guess.skip), head.complete);
    const endsInReturns = returnsEndLines(first.text);
    const chunks = decodedChunks(first, head.complete, bytes, decoder, endsInReturns);
    return {
      name,
      size,
      guess,
      head: endsInReturns ? withLineFeeds(first.text) : first.text,
      headComplete: head.complete,
      endsInReturns,
      chunks: () => chunks,
      close: async () => {
        await chunks.return(undefined);
        stream.destroy();
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

/** A run of decoded text; the last one says so. */
export type TextChunk = DecodedText & { final: boolean };

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

/** What is odd about the text as a whole, a sentence each. */
export function textNotes({ guess, endsInReturns }: OpenText): string[] {
  const notes: string[] = [];
  if (guess.doubledMark) notes.push('Its byte order mark was encoded twice.');
  if (guess.encoding !== 'utf-8') notes.push(`It is encoded as ${guess.encoding}.`);
  if (endsInReturns) notes.push('Its lines end in carriage returns alone.');
  return notes;
}
