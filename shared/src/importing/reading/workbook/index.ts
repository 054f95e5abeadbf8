import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { HEAD_RECORDS, type Grid, type GridFile } from '../grid';
import type { RawRecord } from '../records';
import { TableRefused } from '../refused';
import { openArchive, WORKBOOK_LIMITS, type Archive, type WorkbookLimits } from './archive';
import { isOds, odsParts } from './ods';
import { TooManyRepeats } from './sheet-rows';
import { isXlsx, xlsxSheets } from './xlsx';

export { WORKBOOK_LIMITS, type WorkbookLimits } from './archive';

/**
 * Opens a workbook, .xlsx or .ods, as the tables of its sheets; hidden sheets are left out. Sheets are read as they are
 * asked for, so that memory does not grow with them but for the texts that an .xlsx shares.
 * @throws TableRefused when it is no workbook, damaged, locked, or larger than the limits
 */
export async function openWorkbook(
  path: string,
  maximumRowLength: number,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): Promise<GridFile> {
  const file = basename(path);
  const { size } = await stat(path);
  if (size > limits.fileBytes) {
    const most = Math.round(limits.fileBytes / 1024 / 1024);
    throw new TableRefused(file, `it is a workbook of more than ${most} MB: save it as CSV`);
  }
  const archive = await openArchive(path, limits);
  try {
    const sheets = isXlsx(archive)
      ? xlsxGrids(archive, maximumRowLength)
      : (await isOds(archive))
        ? odsGrids(archive, maximumRowLength)
        : null;
    if (sheets)
      return { file, size, sheets: () => guarded(file, sheets), close: async () => archive.close() };
    throw new TableRefused(file, `it looks like ${contentsOf(archive)}`, { looksLike: contentsOf(archive) });
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** What a packed file is that is no workbook. */
function contentsOf(archive: Archive): string {
  if (archive.has('xl/workbook.bin')) return 'a binary Excel workbook (.xlsb): save it as .xlsx or CSV';
  if (archive.has('word/document.xml')) return 'a Word document (.docx)';
  if (archive.has('content.xml')) return 'an OpenDocument file that is no workbook';
  return 'a ZIP archive';
}

/** Sheets whose faults are told of the file, not of a parser. */
async function* guarded(file: string, sheets: AsyncGenerator<Grid>): AsyncGenerator<Grid> {
  try {
    yield* sheets;
  } catch (error) {
    throw damage(file, error);
  }
}

function damage(file: string, error: unknown): unknown {
  if (error instanceof TableRefused) return error;
  if (error instanceof TooManyRepeats)
    return new TableRefused(
      file,
      'it repeats its rows and columns more often than a sheet of a council does',
    );
  // Whatever the unpacking and the XML parser throw; nothing else runs inside.
  return new TableRefused(file, 'it is a workbook that is cut off or damaged');
}

async function* xlsxGrids(archive: Archive, maximumLength: number): AsyncGenerator<Grid> {
  for (const sheet of await xlsxSheets(archive))
    if (!sheet.isHidden) yield await gridOf(archive.file, sheet.name, sheet.rows(maximumLength));
}

async function* odsGrids(archive: Archive, maximumLength: number): AsyncGenerator<Grid> {
  const parts = odsParts(archive, maximumLength);
  let part = await parts.next();
  async function* records(): AsyncGenerator<RawRecord[]> {
    for (part = await parts.next(); !part.done && 'records' in part.value; part = await parts.next())
      yield part.value.records;
  }
  while (!part.done) {
    if (!('sheet' in part.value)) {
      part = await parts.next();
      continue;
    }
    const rows = records();
    yield await gridOf(archive.file, part.value.sheet, rows);
    // A sheet that was closed early is passed over: the next one stands behind it.
    for await (const rest of rows) void rest;
    while (!part.done && 'records' in part.value) part = await parts.next();
  }
}

async function gridOf(file: string, sheet: string, rows: AsyncGenerator<RawRecord[]>): Promise<Grid> {
  const first: RawRecord[][] = [];
  let count = 0;
  while (count < HEAD_RECORDS) {
    const next = await rows.next().catch((error: unknown) => {
      throw damage(file, error);
    });
    if (next.done) break;
    first.push(next.value);
    count += next.value.length;
  }
  return {
    file,
    sheet,
    head: first.flat().slice(0, HEAD_RECORDS),
    notes: [],
    async *bunches() {
      yield* first;
      try {
        yield* rows;
      } catch (error) {
        throw damage(file, error);
      }
    },
    close: async () => void (await rows.return(undefined)),
  };
}
