import { isAscii, isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';

/** How the bytes of a file become text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A run of decoded text, and where in the whole text single bytes were not UTF-8. */
export interface DecodedText {
  readonly text: string;
  /** Positions in the file's text, counted in UTF-16 units, of bytes read as Windows-1252 instead. */
  readonly badBytes: readonly number[];
}

// The bytes 80 to 9F of Windows-1252; the five that it leaves undefined stay the control characters they are.
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const BOM_UTF8 = Buffer.from('efbbbf', 'hex');
/** A byte order mark that was taken for Windows-1252 and encoded once more. */
const BOM_TWICE = Buffer.from('c3afc2bbc2bf', 'hex');

/** What the head of a file says of its encoding. */
export interface EncodingGuess {
  readonly encoding: Encoding;
  /** Bytes of marks at the beginning that are no text. */
  readonly skip: number;
  /** True when a byte order mark was encoded twice. */
  readonly doubledMark: boolean;
}

/**
 * Guesses the encoding from the first bytes. A byte order mark decides; otherwise text with three or more bytes
 * that are not UTF-8, and no character beyond ASCII that is, is Windows-1252.
 */
export function guessEncoding(head: Buffer): EncodingGuess {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', skip: 2, doubledMark: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', skip: 2, doubledMark: false };
  let skip = 0;
  let doubledMark = false;
  for (;;) {
    if (startsWith(head, BOM_UTF8, skip)) skip += BOM_UTF8.length;
    else if (startsWith(head, BOM_TWICE, skip)) {
      skip += BOM_TWICE.length;
      doubledMark = true;
    } else break;
  }
  const utf16 = utf16WithoutMark(head);
  if (utf16) return { encoding: utf16, skip: 0, doubledMark };
  const body = head.subarray(skip);
  if (skip > 0 || isUtf8(body)) return { encoding: 'utf-8', skip, doubledMark };
  const { badBytes, multibyte } = decodeTolerant(body.subarray(0, completeUtf8(body)));
  const encoding = badBytes.length >= 3 && multibyte === 0 ? 'windows-1252' : 'utf-8';
  return { encoding, skip, doubledMark };
}

/** Turns the chunks of a file into text, whatever single bytes say. Never throws. */
export class ByteDecoder {
  private rest: Buffer = Buffer.alloc(0);
  private readonly utf16 = new StringDecoder('utf16le');
  private position = 0;

  constructor(private readonly encoding: Encoding) {}

  /** The text of the next chunk; `final` lets the last bytes out. */
  push(chunk: Buffer, final: boolean): DecodedText {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    const decoded = this.decode(bytes, final);
    const start = this.position;
    this.position += decoded.text.length;
    return { text: decoded.text, badBytes: decoded.badBytes.map((offset) => start + offset) };
  }

  private decode(bytes: Buffer, final: boolean): DecodedText {
    const keep = (length: number) => {
      this.rest = Buffer.from(bytes.subarray(length));
      return bytes.subarray(0, length);
    };
    if (this.encoding === 'utf-16le' || this.encoding === 'utf-16be') {
      let units = keep(bytes.length - (bytes.length % 2));
      if (this.encoding === 'utf-16be') units = Buffer.from(units).swap16();
      return { text: this.utf16.write(units) + (final ? this.utf16.end() : ''), badBytes: [] };
    }
    const complete = keep(final ? bytes.length : completeUtf8(bytes));
    if (isAscii(complete)) return { text: complete.toString('latin1', 0, complete.length), badBytes: [] };
    if (isUtf8(complete)) return { text: complete.toString('utf8', 0, complete.length), badBytes: [] };
    const tolerant = decodeTolerant(complete);
    // In a file of Windows-1252 such a byte is what it should be.
    return this.encoding === 'windows-1252' ? { text: tolerant.text, badBytes: [] } : tolerant;
  }
}

/** UTF-8 with every byte that is none read as Windows-1252. */
function decodeTolerant(bytes: Buffer): DecodedText & { multibyte: number } {
  const badBytes: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let runStart = 0;
  let multibyte = 0;
  const flush = (end: number) => {
    if (end === runStart) return;
    const run = bytes.toString('utf8', runStart, end);
    parts.push(run);
    length += run.length;
  };
  for (let index = 0; index < bytes.length;) {
    const byte = bytes[index]!;
    if (byte < 0x80) {
      index += 1;
      continue;
    }
    const sequence = sequenceLength(bytes, index);
    if (sequence > 0) {
      index += sequence;
      multibyte += 1;
      continue;
    }
    flush(index);
    badBytes.push(length);
    parts.push(byte < 0xa0 ? CP1252[byte - 0x80]! : String.fromCharCode(byte));
    length += 1;
    index += 1;
    runStart = index;
  }
  flush(bytes.length);
  return { text: parts.join(''), badBytes, multibyte };
}

/** Length of the well-formed UTF-8 sequence of several bytes that begins here; 0 when there is none. */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at]!;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let index = 1; index < length; index += 1) if ((bytes[at + index]! & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1]!;
  // Overlong forms, halves of surrogate pairs, and what lies beyond U+10FFFF.
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
  return length;
}

/** How many of the bytes end with a whole character: a sequence cut off by the chunk's end is left for the next. */
function completeUtf8(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** UTF-16 that lost its mark: nearly every second byte of a Latin text is zero. */
function utf16WithoutMark(head: Buffer): Encoding | null {
  const sample = head.subarray(0, Math.min(head.length - (head.length % 2), 2000));
  if (sample.length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 2) {
    if (sample[index] === 0) even += 1;
    if (sample[index + 1] === 0) odd += 1;
  }
  const most = (sample.length / 2) * 0.7;
  return odd > most && even === 0 ? 'utf-16le' : even > most && odd === 0 ? 'utf-16be' : null;
}

function startsWith(bytes: Buffer, mark: Buffer, at: number): boolean {
  return bytes.length >= at + mark.length && bytes.compare(mark, 0, mark.length, at, at + mark.length) === 0;
}
