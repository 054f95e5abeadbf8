import { open, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import type { GridFile } from './grid';
import { openTextGrid, type GridOptions } from './text-grid';
import type { TableSource } from './text-source';
import { openWorkbook } from './workbook';

const LONGEST_ROW = 1024 * 1024;

/**
 * Opens a file of text, or, by its path, a workbook (.xlsx, .ods).
 * @throws TableRefused when it is neither, or a workbook that is damaged or too large
 */
export async function openGrids(source: TableSource, options: GridOptions = {}): Promise<GridFile> {
  if (typeof source === 'string' && (await isPacked(source))) {
    const book = await openWorkbook(source, options.maximumRowLength ?? LONGEST_ROW);
    if (options.onBytes) for await (const chunk of createReadStream(source)) options.onBytes(chunk as Buffer);
    return book;
  }
  const grid = await openTextGrid(source, options);
  const size = typeof source === 'string' ? (await stat(source)).size : (source.size ?? null);
  return {
    file: grid.file,
    size,
    async *sheets() {
      yield grid;
    },
    close: () => grid.close(),
  };
}

/** True when a file begins as packed ones do; false also for one that is not there, which is told elsewhere. */
async function isPacked(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1') === 'PK\x03\x04';
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
