import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { databaseOf, describeDatabases } from '@coop/test/kit';
import { xlsxParts, zipOf } from '@coop/test/kit/workbooks';
import { buildSubgraph } from '@coop/shared/graphql';
import { ImportProblem, ImportRun } from '@coop/shared/persistence';
import { spending } from '..';
import { Payment } from '../payments/payment.entity';
import { importSpend } from './import-spend.import';
import { mappingOf } from './read-mapping.import';

const COUNCIL = 'E08000004';
const HEADER = 'Payment Date,Supplier Name,Net Amount,Directorate';
const ROW = '01/02/2024,Acme Ltd,501.00,Place';

describeDatabases('files that are not what they should be', databaseOf(buildSubgraph(spending)), (world) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coop-bad-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(() => world.clear(), 60_000);

  const load = async (bytes: Buffer | string, name = 'payments.csv', mapping = '{}') => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    const options = { council: COUNCIL, mapping: mappingOf('map.json', mapping) };
    const outcome = await importSpend(world.context(), path, options);
    expect(outcome.rows).toBe(outcome.imported + outcome.alreadyThere + outcome.rejected);
    return outcome;
  };
  const book = zipOf(
    xlsxParts([
      { name: 'Read me', rows: [['Payments over £500'], ['Published quarterly']] },
      {
        name: 'Payments',
        rows: [
          ['Paid on', 'Supplier', 'Net amount'],
          [{ day: 45_300 }, 'Acme Ltd', 501.5],
          [{ day: 45_301 }, 'Brown Ltd', -20],
        ],
      },
    ]),
  );

  test.each([
    ['empty', '', /it is empty/],
    ['blank', '\n\n \n', /nothing but blank lines/],
    ['a header only', `${HEADER}\n`, /headers and no rows/],
    ['a web page', '<!DOCTYPE html><html><body>Not found</body></html>', /a web page/],
    ['a PDF', '%PDF-1.7 …', /a PDF document/],
    ['a ZIP archive', zipOf([{ path: 'payments.csv', bytes: `${HEADER}\n${ROW}` }]), /a ZIP archive/],
    ['a workbook that is cut off', book.subarray(0, book.length - 30), /cut off or damaged/],
    ['wide', `${HEADER}\n${ROW}${',x'.repeat(1_000)}\n`, /more than 1,000 cells/],
    ['prose', 'Dear council,\nplease find enclosed.\nYours', /no column|no table/],
    ['without amounts', 'Payment Date,Supplier\n01/02/2024,Acme Ltd\n', /no column for the amount/],
  ])('%s: refused in one sentence, and nothing is left', async (_, bytes, reason) => {
    const outcome = await load(bytes);
    expect(outcome).toMatchObject({
      rows: 0,
      imported: 0,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(outcome.refused).toMatch(reason);
    expect(outcome.refused).not.toMatch(/\n/);
    expect(await world.database.reader.count(Payment)).toBe(0);
    expect(await world.database.reader.count(ImportRun)).toBe(0);
  });

  test('the sheets of a workbook are judged one by one, and the rows of those with payments imported', async () => {
    const outcome = await load(book, 'Quarter 1.xlsx');
    expect(outcome).toMatchObject({ rows: 2, imported: 2, rejected: 0, refused: null });
    expect(outcome.remarks.join(' ')).toMatch(/Sheet Read me was left out/);
    expect(await load(book, 'Quarter 1 (1).xlsx.csv')).toMatchObject({ imported: 0, alreadyThere: 2 });
    expect(await world.database.reader.findOneByOrFail(Payment, { amountPence: 50_150 })).toMatchObject({
      paidOn: '2024-01-09',
      supplierName: 'Acme Ltd',
      fileRow: 2,
    });
  });

  test('single rows that cannot be: each is rejected with its reason, the others are imported', async () => {
    const outcome = await load(
      [
        HEADER,
        ROW,
        '01/02/2031,Future Ltd,501.00,Place',
        '01/02/2024,Large Ltd,10000000000000.00,Place',
        '01/02/2024,Larger Ltd,"99,999,999,999,999,999.00",Place',
        '30/02/2024,Never Ltd,1.00,Place',
        '01/02/2024,Nul \0 Ltd,1.00,Place',
        '01/02/2024,No amount Ltd,,Place',
        '01/02/2024,,7.00,Place',
        '"01/02/2024","=cmd|\' /C calc\'!A0",8.00,@SUM(A1)',
        ',Grand total for Jane Smith,99999.00,',
      ].join('\n'),
    );
    expect(outcome).toMatchObject({ rows: 10, imported: 3, rejected: 7 });
    const total = await world.database.reader.findOneByOrFail(ImportProblem, { record: 11 });
    expect(total.message).toBe(
      'It is a line with a total of other rows (“Grand total”), not a payment: it has no day of payment. It counts as rejected, so that no amount is counted twice.',
    );
    expect(await world.database.reader.findOneByOrFail(Payment, { amountPence: 800 })).toMatchObject({
      supplierName: "=cmd|' /C calc'!A0",
      department: '@SUM(A1)',
    });
  });

  test('a row of more than a megabyte is rejected, and a file of one line of 100 MB refused, in little memory', async () => {
    const long = `01/02/2024,${'x'.repeat(2_000_000)},5.00,Place`;
    expect(await load([HEADER, ROW, long, ROW].join('\n'))).toMatchObject({
      rows: 3,
      imported: 2,
      rejected: 1,
    });
    function* chunks() {
      for (let count = 0; count < 1600; count += 1) yield Buffer.alloc(65_536, 'x');
    }
    const source = { name: 'line.csv', stream: Readable.from(chunks()) };
    const outcome = await importSpend(world.context(), source, { council: COUNCIL });
    expect(outcome.refused).toMatch(/line\.csv/);
  }, 60_000);

  test('a file of mixed encodings is read, and says so', async () => {
    const utf8 = Buffer.from(`${HEADER}\n01/02/2024,Café Ltd,5.00,Place\n`);
    const cp1252 = Buffer.from('02/02/2024,Cr\xe8che Ltd,6.00,Place\n', 'latin1');
    expect(await load(Buffer.concat([utf8, cp1252]))).toMatchObject({ imported: 2, rejected: 0 });
    const names = (await world.database.reader.find(Payment)).map(({ supplierName }) => supplierName);
    expect(names.sort()).toEqual(['Café Ltd', 'Crèche Ltd']);
  });

  test('headers under a title, blank columns before them, and rows longer than they are', async () => {
    const text = [
      'Oldham Council: spend over £500,,,',
      '',
      ',,Date of Paymnt,Vendor,Amount excl VAT,Dept.',
      'x,,05-Apr-24,Acme Ltd,"£1,501.00",Place,,,extra',
      'x,,45387,Brown & Co,(20.00),Place',
    ].join('\r\n');
    expect(await load(text)).toMatchObject({ rows: 2, imported: 2, rejected: 0 });
    const [first, second] = await world.database.reader.find(Payment, { order: { fileRow: 'ASC' } });
    expect(first).toMatchObject({ paidOn: '2024-04-05', amountPence: 150_100, basis: 'NET', fileRow: 4 });
    expect(second).toMatchObject({ paidOn: '2024-04-05', amountPence: -2000 });
  });

  describe('a mapping names a column that the file does not have', () => {
    const two = zipOf(
      xlsxParts(
        ['Net amount', 'Net amt (£)'].map((amount, at) => ({
          name: `Month ${at}`,
          rows: [
            ['Paid on', 'Supplier', amount],
            [{ day: 45_300 + at }, 'Acme Ltd', 501.5],
          ],
        })),
      ),
    );

    test.each([
      [
        '{"Net Amonut": "amountNet"}',
        'a column that it does not have: "Net Amonut" (is "Net Amount" meant?).',
      ],
      ['{"Net Amnt": "ignore"}', 'a column that it does not have: "Net Amnt" (is "Net Amount" meant?).'],
      [
        '{"Cost centre": "department", "Supplier": "supplierName", "Net Amount": "amountNet"}',
        'columns that it does not have: "Cost centre", "Supplier" (is "Supplier Name" meant?); it has "Payment Date", "Supplier Name", "Net Amount", "Directorate".',
      ],
      [
        JSON.stringify(Object.fromEntries([...'abcdefg'].map((name) => [name.repeat(30), 'ignore']))),
        `columns that it does not have: ${[...'abcde'].map((name) => `"${name.repeat(30)}"`).join(', ')} and 2 more; it has "Payment Date", "Supplier Name", "Net Amount", "Directorate".`,
      ],
      [
        '{"column 5": "ignore"}',
        'a column that it does not have: "column 5"; it has "Payment Date", "Supplier Name", "Net Amount", "Directorate".',
      ],
    ])('the file is refused, and nothing of it is written: %s', async (mapping, said) => {
      const { refused } = await load(`${HEADER}\n${ROW}`, 'payments.csv', mapping);
      expect(refused).toBe(`payments.csv cannot be imported: the mapping names ${said}`);
      expect(await world.database.reader.count(ImportRun)).toBe(0);
      expect(await load(two, 'two.xlsx', '{"Nett amount": "amountNet"}')).toMatchObject({
        rows: 0,
        refused: expect.stringContaining('"Nett amount" (is "Net amount" meant?)') as string,
      });
      expect(await world.database.reader.count(Payment)).toBe(0);
    });

    test('it is said also where the file lacks an amount for it', async () => {
      const { refused } = await load(
        'Day,Payee,£\n01/02/2024,Acme Ltd,x\n',
        'odd.csv',
        '{"Pounds": "amount"}',
      );
      expect(refused).toMatch(/the mapping names a column that it does not have: "Pounds"; it has "Day"/);
    });

    test('but where a sheet that was left out has it', async () => {
      const payments = (supplier: string, body: string) => [
        ['Body', 'Paid on', 'Supplier', 'Net amount'],
        [body, { day: 45_300 }, supplier, 501.5],
      ];
      const summary = ['Month', 'Total spend'];
      const bookOf = (body: string) =>
        zipOf(
          xlsxParts([
            { name: 'Payments', rows: payments('Acme Ltd', body) },
            { name: 'Summary', rows: [summary, ['January', 501.5]] },
          ]),
        );
      const mapping = '{"Total spend": "ignore"}';
      expect(await load(bookOf('E08000004'), 'ours.xlsx', mapping)).toMatchObject({
        imported: 1,
        refused: null,
        remarks: expect.arrayContaining([
          expect.stringContaining('Sheet Summary was left out') as string,
        ]) as string[],
      });
      const { refused } = await load(bookOf('E08000035'), 'theirs.xlsx', mapping);
      expect(refused).toMatch(/sheet Payments: it is of another council: it names “E08000035”/);
    });

    test('but for a workbook, of which one sheet that was read has it, and whatever its case and marks', async () => {
      const mapping = '{"Net amt (£)": "amountNet", "NET AMOUNT": "amountNet"}';
      expect(await load(two, 'two.xlsx', mapping)).toMatchObject({ imported: 2, refused: null });
      const signs = 'Day,Payee,£\n01/02/2024,Acme Ltd,7.00\n';
      expect(await load(signs, 'signs.csv', '{" £": "amountNet", "column 2": "supplierName"}')).toMatchObject(
        {
          imported: 1,
          refused: null,
        },
      );
    });
  });
});
