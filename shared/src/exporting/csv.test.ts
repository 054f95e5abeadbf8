import { Readable } from 'node:stream';
import fc from 'fast-check';
import { decimalCell, defineColumns, readTable } from '../importing';
import { writeCsv, type CsvValue } from '.';
import { textFault } from '../text';

const collect = async (pieces: AsyncIterable<string>) => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};
const column = (header: string, isNumber = false) => ({
  header,
  isNumber,
  value: (row: Record<string, CsvValue>) => row[header],
});

test('a table is written with commas, CRLF, and quotation marks only where they are needed', async () => {
  const rows = [
    { name: 'Hall', note: 'plain', rent: '-12.50' },
    { name: 'The "Old" Mill', note: 'High St, Oldham\nOL1', rent: null },
  ];
  const text = await collect(writeCsv(rows, [column('name'), column('note'), column('rent', true)]));
  expect(text).toBe('name,note,rent\r\nHall,plain,-12.50\r\n"The ""Old"" Mill","High St, Oldham\nOL1",\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+44 161', "'+44 161"],
  ['-5', "'-5"],
  ['@cmd', "'@cmd"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ["'=1", "''=1"],
  ["'twas", "'twas"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['﹦1', "'﹦1"],
  ['−1', "'−1"],
  ['\u200b=1', "'\u200b=1"],
  ['\ufeff\u2060 @x', "'\ufeff\u2060 @x"],
  ['\u00a0=1', "'\u00a0=1"],
  [' =1', "' =1"],
  ['\n=1', '"\'\n=1"'],
  ["\u200b'=1", "'\u200b'=1"],
  ["' '=1", "'' '=1"],
  [' x=1', '" x=1"'],
  ['\u200bx', '\u200bx'],
  ['a=1', 'a=1'],
])('the text %j is written as %j, so that no spreadsheet runs it', async (value, written) => {
  const text = await collect(writeCsv([{ a: value }], [column('a')]));
  expect(text).toBe(`a\r\n${written}\r\n`);
});

test.each([
  [-5, '-5'],
  [-0, '0'],
  [1e21, '1e+21'],
  [12n, '12'],
  [true, 'true'],
  [null, ''],
  [undefined, ''],
])('the value %p is written as %j and never guarded', async (value, written) => {
  expect(await collect(writeCsv([{ a: value, b: 'x' }], [column('a'), column('b')]))).toBe(
    `a,b\r\n${written},x\r\n`,
  );
});

test('text in a column of numbers that is none is guarded all the same', async () => {
  const text = await collect(writeCsv([{ a: '-1+cmd', b: '-1.5' }], [column('a', true), column('b', true)]));
  expect(text).toBe("a,b\r\n'-1+cmd,-1.5\r\n");
});

test('a number that no table can hold is an error, not a word', async () => {
  await expect(collect(writeCsv([{ a: Number.NaN }], [column('a')]))).rejects.toThrow(RangeError);
});

test('rows are taken as they are written, not all at once', async () => {
  let taken = 0;
  const rows = function* () {
    for (; taken < 100_000; taken += 1) yield { a: 'x'.repeat(100) };
  };
  const pieces = writeCsv(rows(), [column('a')]);
  await pieces.next();
  expect(taken).toBeLessThan(1000);
});

const readBack = defineColumns([
  { key: 'id', names: ['id'], description: '', required: true },
  { key: 'text', names: ['text'], description: '', required: true, verbatim: true },
  { key: 'number', names: ['number'], description: '', required: true, parse: decimalCell },
]);

test('what is read back is what was written: quotation marks, line ends, formulas, any script', async () => {
  const unit = fc.oneof(
    fc.constantFrom(
      '"',
      "'",
      ',',
      ';',
      '\n',
      '\r',
      '\r\n',
      ' ',
      '\t',
      '=',
      '+',
      '-',
      '@',
      '＝',
      '\u200b',
      '😀',
      'שלום',
      '\u200d',
      'é',
    ),
    fc.string({ unit: 'binary', maxLength: 1 }).filter((text) => !text.includes('\0')),
  );
  // Other text is not written by us: a mutation refuses it, and so does reading.
  const texts = fc
    .array(unit, { maxLength: 10 })
    .map((parts) => parts.join(''))
    .filter((text) => textFault(text) === null);
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(texts, numbers), { minLength: 1, maxLength: 10 }),
      fc.boolean(),
      async (cells, byteOrderMark) => {
        const rows = cells.map(([text, number], index) => ({ id: `row_${index}`, text, number }));
        const columns = ['id', 'text', 'number'].map((header) => column(header));
        const written = Buffer.from(await collect(writeCsv(rows, columns, { byteOrderMark })));
        const read = [];
        for await (const item of readTable(
          { name: 'x.csv', stream: Readable.from([written]) },
          { columns: readBack },
        ))
          read.push(
            item.ok ? [item.cells.id, item.cells.text, item.cells.number, item.warnings.length] : item,
          );
        expect(read).toEqual(
          rows.map(({ id, text, number }) => [id, text === '' ? null : text, number === 0 ? 0 : number, 0]),
        );
      },
    ),
    { numRuns: 500 },
  );
});
