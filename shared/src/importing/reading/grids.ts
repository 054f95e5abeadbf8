import { stat } from 'node:fs/promises';

import type { Grid } from './grid';
import { openTextGrid, type GridOptions } from './text-grid';
import type { TableSource } from './text-source';

/** A file as the tables in it: one in a file of text, one for each sheet of a workbook. */
export interface GridFile {
  /** Its name without folders. */
  readonly file: string;
  /** Its length in bytes, where that is known. */
  readonly size: number | null;
  /** Its tables in turn; each must be gone through or closed before the next. */
  sheets(): AsyncIterable<Grid>;
  /** Lets go of the file. */
  close(): Promise<void>;
}

/**
 * Opens a file of text or a workbook.
 * @throws TableRefused when it is neither, or a workbook that is not to be trusted
 */
export async function openGrids(source: TableSource, options: GridOptions = {}): Promise<GridFile> {
  const grid = await openTextGrid(source, options);
  return {
    file: grid.file,
    size: typeof source === 'string' ? (await stat(source)).size : (source.size ?? null),
    async *sheets() {
      yield grid;
    },
    close: () => grid.close(),
  };
}
