import { Readable } from 'node:stream';
import fc from 'fast-check';
import { defineColumns, moneyCell, openTable, readTable, TableRefused, uprnCell, type TableSource } from '.';

const columns = defineColumns([
  {
    key: 'reference',
    names: ['Asset Reference', 'Ref'],
    description: 'the asset’s own number',
    required: true,
  },
  {
    key: 'name',
    names: ['Property Name', 'Name'],
    description: 'what it is called',
    required: true,
    filled: true,
  },
  {
    key: 'uprn',
    names: ['UPRN'],
    description: 'Unique Property Reference Number',
    parse: uprnCell,
    onProblem: 'keep',
  },
  { key: 'rent', names: ['Net Rent', 'Rent'], description: 'rent a year', parse: moneyCell },
  { key: 'note', names: ['Notes'], description: 'anything else' },
]);

/** The bytes of a file, handed over in pieces of so many bytes. */
function file(content: string | Buffer, piece = 1 << 16): TableSource {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += piece) pieces.push(bytes.subarray(at, at + piece));
  return { name: 'assets.csv', stream: Readable.from(pieces) };
}

/** What came of a file, as plain as can be compared. */
async function read(content: string | Buffer, piece?: number, maximumRowLength?: number) {
  const items = [];
  for await (const item of readTable(file(content, piece), {
    columns,
    ...(maximumRowLength ? { maximumRowLength } : {}),
  }))
    items.push(
      item.ok
        ? {
            row: item.row,
            cells: item.cells.toJSON(),
            unknown: { ...item.unknown },
            warnings: item.warnings.map(({ column, reason }) => [column, reason]),
          }
        : {
            row: item.row,
            problems: item.problems.map(({ column, text, reason }) => [column, text, reason]),
          },
    );
  return items;
}

const names = async (content: string | Buffer, piece?: number) =>
  (await read(content, piece)).map((item) =>
    item.cells ? [item.row, item.cells.name] : [item.row, 'refused'],
  );

const refusal = async (content: string | Buffer): Promise<TableRefused> => {
  const error: unknown = await openTable(file(content), { columns }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TableRefused);
  return error as TableRefused;
};

const HEADER = 'Ref,Name,UPRN,Rent,Notes\n';

test('a row carries its number, its cells by key, and what stands in columns nobody knows', async () => {
  expect(await read('Ref, name ,U.P.R.N.,Colour,NET RENT\nA1,Hall,100012345678,blue,"£1,200.50"\n')).toEqual([
    {
      row: 2,
      cells: { reference: 'A1', name: 'Hall', uprn: '100012345678', rent: 120050, note: null },
      unknown: { Colour: 'blue' },
      warnings: [],
    },
  ]);
});

describe('encodings', () => {
  const text = `${HEADER}A1,Café “Olé” – 5 €,,£2,\n`;
  const swapped = () => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  test.each([
    ['UTF-8', () => Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', () => Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-8 with a mark encoded twice', () => Buffer.from(`ï»¿${text}`), 'utf-8'],
    ['UTF-8 with both marks', () => Buffer.from(`\ufeffï»¿${text}`), 'utf-8'],
    ['UTF-16 little-endian', () => Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 big-endian', swapped, 'utf-16be'],
    ['UTF-16 without a mark', () => Buffer.from(text.replaceAll(/[“”–€]/g, '.'), 'utf16le'), 'utf-16le'],
  ])('%s is read, in pieces of any size', async (_what, bytes, encoding) => {
    for (const piece of [1, 2, 3, 7, 1 << 16]) {
      const [row] = await read(bytes(), piece);
      expect(row).toMatchObject({ row: 2, cells: { reference: 'A1', rent: 200 }, warnings: [] });
      expect(row?.cells?.name).toEqual(expect.stringMatching(/^Café .Olé. . 5 .$/));
    }
    expect((await openTable(file(bytes()), { columns })).info.encoding).toBe(encoding);
  });

  test('Windows-1252 is recognised, its curly quotes and the euro included, without a warning for every row', async () => {
    const bytes = Buffer.from(`${HEADER}A1,Caf\xe9 \x93Ol\xe9\x94 \x96 5 \x80,,\xa32,\n`, 'latin1');
    expect(await read(bytes)).toMatchObject([
      { cells: { name: 'Café “Olé” – 5 €', rent: 200 }, warnings: [] },
    ]);
    expect((await openTable(file(bytes), { columns })).info.encoding).toBe('windows-1252');
  });

  test('a single bad byte in a file of UTF-8 keeps its row, and says which it was', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}A1,Café,,,\nA2,"Fre`),
      Buffer.from([0xa0]),
      Buffer.from('e\nhold",,,\nA3,Naïve,,,\n'),
    ]);
    const warning = [null, 'It holds a byte that is not UTF-8; it was read as Windows-1252.'];
    for (const piece of [1, 5, 1 << 16])
      expect(await read(bytes, piece)).toMatchObject([
        { cells: { name: 'Café' }, warnings: [] },
        { cells: { name: 'Fre\u00a0e\nhold' }, warnings: [warning] },
        { cells: { name: 'Naïve' }, warnings: [] },
      ]);
  });
});

test.each([[','], [';'], ['\t'], ['|']])('the delimiter %j is found', async (delimiter) => {
  const content = `Ref,Name,Rent\nA1,"Hall${delimiter} large",5\n`.replace(/,(?! )/g, delimiter);
  expect(await read(content.replaceAll(',', delimiter === ',' ? ',' : delimiter))).toMatchObject([
    { cells: { reference: 'A1', name: `Hall${delimiter} large`, rent: 500 } },
  ]);
});

test.each([
  ['\n', 2],
  ['\r\n', 2],
  ['\r\r\n', 2],
  ['\r', 2],
])('lines may end in %j', async (end, row) => {
  for (const piece of [1, 2, 1 << 16])
    expect(await names(['Ref,Name', 'A1,"Hall"', 'A2,Barn', '"A3",Mill', ''].join(end), piece)).toEqual([
      [row, 'Hall'],
      [row + 1, 'Barn'],
      [row + 2, 'Mill'],
    ]);
});

test('text above the header and blank lines are passed over, and rows are counted as a spreadsheet does', async () => {
  const content =
    '\n"Assets, 2021",,\nPublished under the Code,,\n\nRef,Name,Rent\n\nA1,Hall,1\n,,\nA2,Barn,2\n';
  expect(await names(content)).toEqual([
    [7, 'Hall'],
    [9, 'Barn'],
  ]);
  const { info } = await openTable(file(content), { columns });
  expect(info.headerRow).toBe(5);
  expect(info.notes).toContain('Its headers stand in row 5; what stands above was passed over.');
});

test('of repeated headers the first counts, and later and nameless ones are known by their position', async () => {
  const [row] = await read('Ref,Name,Colour,,Name,Colour\nA1,Hall,red,x,Barn,blue\n');
  expect(row).toMatchObject({
    cells: { name: 'Hall' },
    unknown: { Colour: 'red', 'column 4': 'x', 'column 5': 'Barn', 'column 6': 'blue' },
  });
});

test('of two headers for one column the one named first by the importer wins, wherever it stands', async () => {
  const [row] = await read('Ref,Name,Rent,Net Rent\nA1,Hall,9,5\n');
  expect(row).toMatchObject({ cells: { rent: 500 }, unknown: { Rent: '9' } });
});

test('rows longer and shorter than the header are kept with a warning, nothing of them lost', async () => {
  const rows = await read('Ref,Name,Rent,Notes\nA1,Hall,1,x\nA2,Barn,2,y,,extra\nA3,Mill\nA4,Yard,1,z\n');
  expect(rows).toMatchObject([
    { cells: { name: 'Hall' }, warnings: [] },
    {
      cells: { name: 'Barn' },
      unknown: { 'column 6': 'extra' },
      warnings: [[null, 'It has 6 cells, the header 4.']],
    },
    { cells: { name: 'Mill', rent: null }, warnings: [[null, 'It has 2 cells, the header 4.']] },
    { cells: { name: 'Yard' }, warnings: [] },
  ]);
});

test('cells in quotation marks hold delimiters, doubled marks and line ends', async () => {
  const content = `${HEADER}A1,"The ""Old"" Hall,\r\nHigh St",,,"a\n\n"\n"A2" , "Barn" ,,,\n`;
  for (const piece of [1, 3, 1 << 16])
    expect(await read(content, piece)).toMatchObject([
      { row: 2, cells: { name: 'The "Old" Hall,\r\nHigh St', note: 'a' }, warnings: [] },
      { row: 3, cells: { reference: 'A2', name: 'Barn' }, warnings: [] },
    ]);
});

test('the line of each row is counted through cells of several lines', async () => {
  const lines = [];
  for await (const item of readTable(file(`\n${HEADER}A1,"a\nb\nc",,,\nA2,Barn,,,\n`), { columns }))
    lines.push([item.row, item.line]);
  expect(lines).toEqual([
    [3, 3],
    [4, 6],
  ]);
});

test('what is wrong with a row is said cell by cell, all at once', async () => {
  expect(await read(`${HEADER}A1,,12x,lots,\nA2,Barn,12x,,\n`)).toEqual([
    {
      row: 2,
      problems: [
        ['Name', '', 'It is blank.'],
        ['Rent', 'lots', 'It is not an amount of pounds.'],
      ],
    },
    {
      row: 3,
      cells: { reference: 'A2', name: 'Barn', uprn: null, rent: null, note: null },
      unknown: {},
      warnings: [['UPRN', 'It is not a UPRN of up to 12 digits.']],
    },
  ]);
});

test('a NUL byte and a row without end are refused by themselves, and the rows after them are read', async () => {
  const long = `A2,${'x'.repeat(3000)},,,\n`;
  for (const piece of [1, 100, 1 << 16])
    expect(await read(`${HEADER}A1,Ha\0ll,,,\n${long}A3,Mill,,,\n`, piece, 1000)).toMatchObject([
      { row: 2, problems: [[null, null, 'It holds a NUL byte, which no text does.']] },
      { row: 3, problems: [[null, null, 'It is longer than 1,000 characters.']] },
      { row: 4, cells: { name: 'Mill' } },
    ]);
});

test.each([
  [
    'a workbook',
    Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml xl/workbook.xml', 'latin1'),
    /Excel workbook \(.xlsx\)/,
  ],
  [
    'an OpenDocument sheet',
    Buffer.from('PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
    /OpenDocument/,
  ],
  ['an archive', Buffer.from('PK\x03\x04 assets.csv'), /ZIP archive/],
  ['a PDF', Buffer.from('%PDF-1.7\n'), /PDF document/],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Excel workbook/],
  ['a web page', Buffer.from('\ufeff \n<!DOCTYPE html><html>Ref,Name</html>'), /web page/],
  ['XML', Buffer.from('<?xml version="1.0"?><assets/>'), /XML/],
  ['JSON', Buffer.from('[{"Ref": "A1", "Name": "Hall"}]'), /JSON/],
  ['nothing', Buffer.alloc(0), /it is empty/],
  ['a byte order mark', Buffer.from('\ufeff'), /nothing but blank lines/],
  ['blank lines', Buffer.from('\n  \n,,\n'), /nothing but blank lines/],
])('%s is refused whole, with what it looks like', async (_what, bytes, message) => {
  const refused = await refusal(bytes);
  expect(refused.message).toMatch(/^assets\.csv cannot be imported: /);
  expect(refused.message).toMatch(message);
});

test('a file without a required column is refused whole, naming the column and the headers it has', async () => {
  const refused = await refusal('Contract,Title,Ref\nC1,Gritting,9\n');
  expect(refused.message).toBe(
    'assets.csv cannot be imported: it has no column "Property Name" (what it is called); ' +
      'its row 1 reads "Contract", "Title", "Ref".',
  );
  expect(refused.facts).toEqual({ missing: ['name'], headers: ['Contract', 'Title', 'Ref'] });
});

test('a file that is not there is refused, not an error of the system', async () => {
  await expect(openTable('/no/such/assets.csv', { columns })).rejects.toThrow(
    'assets.csv cannot be imported: there is no such file.',
  );
});

test('a header alone is a table without rows', async () => {
  expect(await read(HEADER)).toEqual([]);
  expect(await read(HEADER.trimEnd())).toEqual([]);
});

test('columns are checked where they are defined', () => {
  const column = (key: string, ...aliases: string[]) => ({ key, names: aliases, description: '' });
  expect(() => defineColumns([column('a', 'A'), column('a', 'B')])).toThrow(/defined twice/);
  expect(() => defineColumns([column('a', 'Net Amount'), column('b', 'net-amount')])).toThrow(/belongs to a/);
  expect(() => defineColumns([column('a', '£')])).toThrow(/blank/);
  expect(() => defineColumns([column('a')])).toThrow(/no name/);
});

test('no bytes whatever make the reader throw anything but a refusal, or lose a row without a word', async () => {
  const bits = fc.constantFrom('"', ',', '\n', '\r', '\r\n', '\0', 'a', ' ', '""', '",', ',"', 'é', '\ufeff');
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
    fc.array(bits, { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 50 }), async (body, piece) => {
      const content = Buffer.concat([Buffer.from(HEADER), body]);
      const rows = await read(content, piece);
      // However it arrives, it reads the same.
      expect(rows).toEqual(await read(content, 1 << 16));
      expect(rows.map(({ row }) => row)).toEqual(
        [...new Set(rows.map(({ row }) => row))].sort((a, b) => a - b),
      );
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['a\u0001b', 'It holds a character that cannot be printed.'],
  ['\u001b]0;x\u0007', 'It holds a character that cannot be printed.'],
  ['Hall \u202egnp', 'It holds a character that changes the order in which it is read.'],
  ['\u200b\u2060', 'It is blank.'],
])('a row is refused for a cell that a mutation would refuse: %j', async (name, reason) => {
  const [row] = await all(`Ref,Name\nA1,${name}\n`);
  expect(row).toMatchObject({ ok: false, problems: [{ key: 'name', reason }] });
  if (!row || row.ok) throw new Error('Taken.');
  expect(row.problems[0]?.text ?? '').not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('invisible characters alone are nothing, pictures and right-to-left text are something', async () => {
  const [row] = await all('Ref,Name,Notes\nA1,جمعية 👩‍👩‍👧,\u200b\n');
  expect(row).toMatchObject({ ok: true, cells: { name: 'جمعية 👩‍👩‍👧', note: null } });
});

async function all(content: string) {
  const items = [];
  for await (const item of readTable(file(content), { columns })) items.push(item);
  return items;
}
