import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { odsParts, xlsxParts, zipOf, type SaidSheet } from '@coop/test/kit/workbooks';
import { openGrids } from '..';
import { openWorkbook } from '.';
import { WORKBOOK_LIMITS } from './archive';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coop-workbooks-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** Everything in a file: the cells of each sheet by its name. */
async function read(path: string) {
  const file = await openGrids(path);
  const sheets: Record<string, { row: number; cells: readonly string[] }[]> = {};
  try {
    for await (const grid of file.sheets()) {
      const rows = (sheets[grid.sheet ?? ''] ??= []);
      for await (const bunch of grid.bunches()) for (const { row, cells } of bunch) rows.push({ row, cells });
    }
  } finally {
    await file.close();
  }
  return sheets;
}

const SHEETS: readonly SaidSheet[] = [
  {
    name: 'Payments & more',
    rows: [
      ['Date', 'Supplier', 'Net'],
      [],
      [{ day: 45_000 }, 'A < B Ltd', 1234.5],
      [{ day: 45_001 }, '', 0.1 + 0.2],
    ],
  },
  { name: 'Notes', rows: [['Nothing here']] },
];
const CELLS = {
  'Payments & more': [
    { row: 1, cells: ['Date', 'Supplier', 'Net'] },
    { row: 3, cells: ['2023-03-15', 'A < B Ltd', '1234.5'] },
    { row: 4, cells: ['2023-03-16', '', expect.stringMatching(/^0\.3/) as string] },
  ],
  Notes: [{ row: 1, cells: ['Nothing here'] }],
};

test.each([
  ['an Excel workbook', 'book.xlsx', xlsxParts],
  ['an OpenDocument workbook', 'book.ods', odsParts],
])('the sheets of %s are read as tables, whatever it is called', async (_, name, parts) => {
  expect(await read(await written(name, zipOf(parts(SHEETS))))).toEqual(CELLS);
  expect(await read(await written(`${name}.csv`, zipOf(parts(SHEETS))))).toEqual(CELLS);
});

test('a sheet of many rows is read in bunches, and one that is closed early does not spoil the next', async () => {
  const rows = Array.from({ length: 5000 }, (_, at) => [`row ${at}`, at]);
  for (const parts of [xlsxParts, odsParts]) {
    const path = await written('long', zipOf(parts([{ name: 'Long', rows }, ...SHEETS])));
    expect((await read(path))['Long']).toHaveLength(5000);
    const file = await openGrids(path);
    const names: (string | null)[] = [];
    for await (const grid of file.sheets()) {
      names.push(grid.sheet);
      expect(grid.head.length).toBeLessThanOrEqual(400);
      await grid.close();
    }
    await file.close();
    expect(names).toEqual(['Long', 'Payments & more', 'Notes']);
  }
});

test('hidden sheets are left out', async () => {
  const sheets = [{ ...SHEETS[0]!, isHidden: true }, SHEETS[1]!];
  expect(Object.keys(await read(await written('hidden.xlsx', zipOf(xlsxParts(sheets)))))).toEqual(['Notes']);
});

describe('what is no workbook to be trusted is refused in one sentence', () => {
  const book = zipOf(xlsxParts(SHEETS));
  const bomb = 'x'.repeat(40 * 1024 * 1024);

  test.each([
    ['cut off', book.subarray(0, book.length - 40), /cut off or damaged/],
    ['cut in the middle', book.subarray(0, 600), /cut off or damaged/],
    ['a ZIP archive', zipOf([{ path: 'a.txt', bytes: 'a' }]), /looks like a ZIP archive/],
    ['a Word document', zipOf([{ path: 'word/document.xml', bytes: '<a/>' }]), /looks like a Word document/],
    ['a bomb', zipOf([...xlsxParts(SHEETS), { path: 'xl/bomb.xml', bytes: bomb }]), /more tightly/],
    [
      'full of parts',
      zipOf(Array.from({ length: 2001 }, (_, at) => ({ path: `p${at}`, bytes: '' }))),
      /more than 2,000 parts/,
    ],
    [
      'one that says it is two gigabytes',
      zipOf([...xlsxParts(SHEETS), { path: 'xl/large.xml', bytes: 'a', claims: 2_000_000_000 }]),
      /larger than a gigabyte/,
    ],
    [
      'one with broken XML',
      zipOf(
        xlsxParts(SHEETS).map((part) => (/sheet1/.test(part.path) ? { ...part, bytes: '<a><b></a>' } : part)),
      ),
      /cut off or damaged/,
    ],
    [
      'one that lies about its sizes',
      zipOf(xlsxParts(SHEETS).map((part) => (/sheet1/.test(part.path) ? { ...part, claims: 10 } : part))),
      /cut off or damaged/,
    ],
  ])('%s', async (_, bytes, reason) => {
    await expect(read(await written('bad.xlsx', bytes))).rejects.toThrow(reason);
  });

  test('one whose document has entities of its own', async () => {
    const parts = xlsxParts(SHEETS).map((part) =>
      /sheet1/.test(part.path)
        ? {
            ...part,
            bytes:
              '<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
          }
        : part,
    );
    await expect(read(await written('entities.xlsx', zipOf(parts)))).rejects.toThrow(/cut off or damaged/);
  });

  test('one larger than the limit', async () => {
    const path = await written('large.xlsx', book);
    await expect(openWorkbook(path, 1000, { ...WORKBOOK_LIMITS, fileBytes: 100 })).rejects.toThrow(
      /save it as CSV/,
    );
  });
});

/** A sheet of two rows, the second of which is repeated, and its one cell too. */
const repeating = (rows: number, columns: number) =>
  odsParts([{ name: 'Repeats', rows: [['Date'], ['again']] }]).map((part) => ({
    ...part,
    bytes: String(part.bytes).replace(
      /<table:table-row>(?=(?:(?!<table:table-row>).)*again)([^]*?)<table:table-cell/,
      `<table:table-row table:number-rows-repeated="${rows}">$1<table:table-cell table:number-columns-repeated="${columns}"`,
    ),
  }));

test('rows and cells that are said to be repeated are, within bounds', async () => {
  const sheets = await read(await written('repeats.ods', zipOf(repeating(3, 2))));
  expect(sheets['Repeats']?.map(({ cells }) => cells)).toEqual([
    ['Date'],
    ...Array.from({ length: 3 }, () => ['again', 'again']),
  ]);
});

test('a few bytes cannot say a sheet that nobody could fill', async () => {
  const path = await written('bomb.ods', zipOf(repeating(16_384, 16_384)));
  await expect(read(path)).rejects.toThrow(
    'bomb.ods cannot be imported: it repeats its rows and columns more often than a sheet of a council does.',
  );
});
