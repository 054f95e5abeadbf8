import { Readable } from 'node:stream';
import fc from 'fast-check';
import { defineColumns, readTable } from '.';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const columns = defineColumns(
  KEYS.map((key) => ({ key, names: [key], description: key, required: key === 'a' })),
);

async function read(lines: readonly string[], piece = 1 << 16, maximumRowLength = 2000) {
  const bytes = Buffer.from(lines.join('\n'));
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += piece) pieces.push(bytes.subarray(at, at + piece));
  const rows = [];
  for await (const item of readTable(
    { name: 'x.csv', stream: Readable.from(pieces) },
    { columns, maximumRowLength },
  ))
    rows.push(
      item.ok
        ? {
            row: item.row,
            texts: Object.values(item.cells.toJSON()),
            warnings: item.warnings.map((w) => w.reason),
          }
        : { row: item.row, texts: null, warnings: item.problems.map((problem) => problem.reason) },
    );
  return rows;
}

const header = 'a,b,c,d,e,f';
const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index},High St,Oldham,OL1,x,y`);
const unclosed = expect.stringMatching(/not closed/);

test.each([
  [
    'in the middle of the file',
    [header, ...rows(1, 3), '4,"Big House,Oldham,OL1,x,y', ...rows(5, 40)],
    4,
    40,
  ],
  [
    'with a quoted cell in the same column further down',
    [header, '1,"Big House,Oldham,OL1,x,y', ...rows(2, 30), '31,"Smith, J",Oldham,OL1,x,y', ...rows(32, 40)],
    1,
    40,
  ],
  [
    'with a quoted cell in the very next row',
    [header, '1,"Big House,Oldham,OL1,x,y', '2,"Smith, J",Oldham,OL1,x,y', ...rows(3, 40)],
    1,
    40,
  ],
  [
    'in the last row but one',
    [header, ...rows(1, 8), '9,"Big House,Oldham,OL1,x,y', '10,High St,Oldham,OL1,x,y'],
    9,
    10,
  ],
  ['in the last row', [header, ...rows(1, 8), '9,"Big House,Oldham,OL1,x,y'], 9, 9],
  ['in a row that is short as well', [header, '1,"Big House,Oldham', ...rows(2, 40)], 1, 40],
  ['in the last cell', [header, '1,High St,Oldham,OL1,x,"y', ...rows(2, 40)], 1, 40],
])('a quotation mark that is not closed, %s, costs no other row', async (_where, lines, bad, last) => {
  for (const piece of [1, 10, 1 << 16]) {
    const found = await read(lines, piece);
    expect(found.map(({ texts }) => Number(texts?.[0]))).toEqual(
      rows(1, last).map((_row, index) => index + 1),
    );
    const warned = found.filter(({ warnings }) => warnings.length > 0);
    expect(warned.map(({ row }) => row)).toEqual([bad + 1]);
    expect(warned[0]!.warnings).toContainEqual(unclosed);
  }
});

test('two rows with an unclosed mark each, one after the other, cost nothing either', async () => {
  const found = await read([header, '1,"Big House,Oldham,OL1,x,y', '2,"Mill,Oldham,OL1,x,y', ...rows(3, 40)]);
  expect(found).toHaveLength(40);
  expect(found[1]!.texts).toEqual(['2', '"Mill', 'Oldham', 'OL1', 'x', 'y']);
});

test('a row of which every line but one is odd is still let go of where the file ends', async () => {
  const found = await read([header, '1,"Big House,Oldham,OL1,x,y', 'what is this', ...rows(3, 4)]);
  expect(found.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
});

test('a mark inside a quoted cell that is not doubled is text', async () => {
  const [row] = await read([header, '1,"The "Old" Hall",Oldham,OL1,x,y', ...rows(2, 5)]);
  expect(row).toEqual({
    row: 2,
    texts: ['1', 'The "Old" Hall', 'Oldham', 'OL1', 'x', 'y'],
    warnings: [expect.stringMatching(/not doubled/)],
  });
});

test('a mark inside a cell without marks is text, and nothing to warn of', async () => {
  expect(await read([header, '1,Pipe 12",Oldham,OL1,x,5\'6"', ...rows(2, 2)])).toMatchObject([
    { texts: ['1', 'Pipe 12"', 'Oldham', 'OL1', 'x', '5\'6"'], warnings: [] },
    { texts: ['2', 'High St', 'Oldham', 'OL1', 'x', 'y'] },
  ]);
});

test.each([
  ['prose', ['Line one', 'Line two, with a comma', 'Line three']],
  [
    'an address with commas',
    ['Hall, High St, Oldham', 'Barn, Low St, Oldham', 'Mill, Mid St, Oldham', 'end'],
  ],
])('a true cell of several lines holding %s stays one cell', async (_what, lines) => {
  for (const place of [0, 1, 5]) {
    const cells = ['1', 'b', 'c', 'd', 'e', 'f'];
    cells[place] = `"${lines.join('\n')}"`;
    const found = await read([header, cells.join(','), ...rows(2, 6)], 7);
    expect(found).toHaveLength(6);
    expect(found[0]!.texts?.[place]).toBe(lines.join('\n'));
    expect(found[0]!.warnings).toEqual([]);
  }
});

test('a hundred thousand marks that never close are read in time that grows with the file only', async () => {
  // Each opens a cell in which no mark closes: without remembering so, every one would search to the row limit.
  const lines = Array.from({ length: 100_000 }, (_, index) => `"${index}`);
  const found = await read(['a', ...lines], 1 << 16, 1 << 20);
  expect(found).toHaveLength(100_000);
}, 20_000);

test('lines without any delimiter, and a mark on each, are read in time that grows with the file only', async () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => `${index} " x`);
  expect(await read(['a', ...lines], 1 << 20)).toHaveLength(100_000);
}, 20_000);

const anyCell = fc.string({
  unit: fc.constantFrom('"', ',', '\n', '\r\n', ' ', 'a', 'é', '😀', 'שלום', '=', '-', '1', ';', '\t'),
  maxLength: 12,
});

test('whatever a table writer quotes as it should is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyCell, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 64 }),
      async (table, piece) => {
        const lines = table.map((cells) =>
          ['id', ...cells.slice(1)].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
        );
        const found = await read([header, ...lines], piece);
        expect(found.map(({ texts }) => texts)).toEqual(
          table.map((cells) => ['id', ...cells.slice(1)].map((cell) => cell.trim() || null)),
        );
      },
    ),
    { numRuns: 300 },
  );
});
