import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { TableRefused } from '../refused';

/** How large a workbook may be; what goes beyond is refused by what its directory says, before anything is inflated. */
export interface WorkbookLimits {
  /** Bytes of the file; 64 MiB by default. */
  readonly fileBytes: number;
  /** Parts in it; 2,000 by default. */
  readonly entries: number;
  /** Bytes of all parts together; 1 GiB by default. */
  readonly inflatedBytes: number;
  /** How many times larger a part of more than a megabyte may be than it is packed; 250 by default. */
  readonly ratio: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 64 * 1024 * 1024,
  entries: 2_000,
  inflatedBytes: 1024 * 1024 * 1024,
  ratio: 250,
};

/** The parts of a packed file. */
export interface Archive {
  readonly file: string;
  has(path: string): boolean;
  /** The bytes of a part as they are inflated; never more than its directory says. */
  stream(path: string): Promise<Readable>;
  /** A small part as text. @throws TableRefused when it is larger than is sensible */
  text(path: string, maximumBytes: number): Promise<string>;
  close(): void;
}

/**
 * Opens a packed file and reads its directory.
 * @throws TableRefused when it is damaged, encrypted, or larger than the limits
 */
export async function openArchive(path: string, limits: WorkbookLimits): Promise<Archive> {
  const file = basename(path);
  const refuse = (reason: string) => new TableRefused(file, reason);
  let zip: ZipFile | null = null;
  try {
    // Sizes are checked while a part is inflated: one that is larger than it says ends in an error.
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
    const opened = zip;
    if (opened.entryCount > limits.entries)
      throw refuse(`it has more than ${limits.entries.toLocaleString('en-GB')} parts, as no workbook has`);
    const entries = new Map<string, Entry>();
    let inflated = 0;
    for await (const entry of opened.eachEntry()) {
      inflated += entry.uncompressedSize;
      if (inflated > limits.inflatedBytes)
        throw refuse('it would be larger than a gigabyte when unpacked, so it was not unpacked');
      if (
        entry.uncompressedSize > 1024 * 1024 &&
        entry.uncompressedSize > limits.ratio * Math.max(1, entry.compressedSize)
      )
        throw refuse('it is packed more tightly than any workbook is, so it was not unpacked');
      if (entry.isEncrypted()) throw refuse('it is locked by a password');
      entries.set(entry.fileName, entry);
    }
    return archiveOf(file, opened, entries);
  } catch (error) {
    zip?.close();
    throw error instanceof TableRefused ? error : refuse('it is a workbook that is cut off or damaged');
  }
}

function archiveOf(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>): Archive {
  const damaged = () => new TableRefused(file, 'it is a workbook that is cut off or damaged');
  const stream = async (path: string): Promise<Readable> => {
    const entry = entries.get(path);
    if (!entry) throw damaged();
    return zip.openReadStreamPromise(entry).catch(() => {
      throw damaged();
    });
  };
  return {
    file,
    has: (path) => entries.has(path),
    stream,
    async text(path, maximumBytes) {
      if ((entries.get(path)?.uncompressedSize ?? 0) > maximumBytes)
        throw new TableRefused(file, `its part ${path} is too large`);
      const parts: Buffer[] = [];
      try {
        for await (const part of await stream(path)) parts.push(part as Buffer);
      } catch {
        throw damaged();
      }
      return Buffer.concat(parts).toString('utf8');
    },
    close: () => zip.close(),
  };
}
