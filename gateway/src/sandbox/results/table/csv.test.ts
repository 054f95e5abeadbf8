import { writeCsv, type CsvColumn } from '@coop/shared/exporting';
import fc from 'fast-check';
import { csvOf } from './csv';
import { tableOf } from './table-of';

const csv = (rows: unknown[]) => csvOf(tableOf({ rows }, 'rows')!);

test('all columns are written, with commas, CRLF, and quotation marks where they are needed', () => {
  expect(
    csv([
      { name: 'The "Old" Mill', note: 'High St, Oldham\nOL1', ward: { name: 'Shaw' } },
      { name: 'Hall', note: ' padded', ward: null },
    ]),
  ).toBe('name,note,ward.name\r\n"The ""Old"" Mill","High St, Oldham\nOL1",Shaw\r\nHall," padded",\r\n');
});

test('values are written for calculating with: plain pounds, fractions, days as they are', () => {
  const row = {
    net: { formatted: '-£1,234.50' },
    costShare: 0.125,
    paidOn: '2026-03-05',
    isVcse: false,
    count: -3,
    lines: [{ id: 1 }, { id: 2 }],
  };
  expect(csv([row])).toBe(
    'net (GBP),costShare,paidOn,isVcse,count,lines (count)\r\n-1234.50,0.125,2026-03-05,false,-3,2\r\n',
  );
});

test.each(['=1+1', '+44 161', '-5 off', '@cmd', '\tx', '\rx', "'=1", "'twas"])(
  'the text %j stays text in a spreadsheet, by the same rule as every export',
  async (value) => {
    let text = '';
    const columns: CsvColumn<string>[] = [{ header: 'a', value: (row) => row }];
    for await (const piece of writeCsv([value], columns)) text += piece;
    expect(csv([{ a: value }])).toBe(text);
  },
);

test('any text is written as every export writes it', async () => {
  const texts = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(texts, async (values) => {
      let text = '';
      const rows = values.map((value) => ({ a: `${value}x` }));
      const columns: CsvColumn<{ a: string }>[] = [{ header: 'a', value: (row) => row.a }];
      for await (const piece of writeCsv(rows, columns)) text += piece;
      expect(csv(rows)).toBe(text);
    }),
  );
});

test('a list without rows is a file without lines but the header', () => {
  expect(csv([])).toBe('\r\n');
});
