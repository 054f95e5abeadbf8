import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  dayCell,
  defineColumns,
  moneyCell,
  openTable,
  postcodeCell,
  readTable,
  TableRefused,
  uprnCell,
} from '.';

// Registers and payments as councils published them; not part of the project, so each test skips where they are not.
const DATA = join(__dirname, '../../../../../shared/data');
const whenPublished = (path: string) => (existsSync(join(DATA, path)) ? test : test.skip);

const assets = defineColumns([
  { key: 'code', names: ['AssetCode'], description: 'reference', required: true, filled: true },
  { key: 'name', names: ['PropertyName'], description: 'name', required: true },
  { key: 'uprn', names: ['UPRN'], description: 'UPRN', parse: uprnCell },
  { key: 'postcode', names: ['PostCode'], description: 'postcode', parse: postcodeCell, onProblem: 'keep' },
  { key: 'tenure', names: ['TenureType'], description: 'tenure' },
]);

const spend = defineColumns([
  {
    key: 'supplier',
    names: ['Supplier Name', 'Beneficiary Name', 'Supplier(Beneficiary) Name', 'Supplier', 'Name'],
    description: 'who was paid',
    required: true,
  },
  {
    key: 'amount',
    names: [
      'Net Amount',
      'Net Amount(£)',
      'Net Amount(œ)',
      'Net',
      'Amount',
      'Invoice Line Value (net of VAT)',
    ],
    description: 'how much',
    required: true,
    parse: moneyCell,
  },
  {
    key: 'paidOn',
    names: ['Payment Date', 'Date of Payment', 'Transaction Date', 'Date'],
    description: 'when',
    required: true,
    parse: dayCell,
  },
]);

async function count(path: string, columns: typeof assets | typeof spend) {
  const found = { rows: 0, problems: [] as string[], warnings: [] as string[] };
  for await (const item of readTable(join(DATA, path), { columns })) {
    found.rows += 1;
    if (item.ok) for (const { reason } of item.warnings) found.warnings.push(`${item.row}: ${reason}`);
    else
      for (const { column, text, reason } of item.problems)
        found.problems.push(`${item.row} ${column}: ${text} ${reason}`);
  }
  return found;
}

whenPublished('assets/trafford_land_and_building_assets.csv')('Trafford’s 608 assets are read', async () => {
  const found = await count('assets/trafford_land_and_building_assets.csv', assets);
  expect(found.rows).toBe(608);
  expect(found.problems).toEqual([]);
});

whenPublished('assets/cheltenham_land_and_assets_2021.csv')(
  'Cheltenham’s 498 assets are read: repeated headers, cells of several lines and one bad byte',
  async () => {
    const path = 'assets/cheltenham_land_and_assets_2021.csv';
    const found = await count(path, assets);
    expect(found.rows).toBe(498);
    expect(found.problems).toEqual([]);
    expect(found.warnings.filter((warning) => warning.includes('Windows-1252'))).toHaveLength(1);
    const table = await openTable(join(DATA, path), { columns: assets });
    expect(table.info.unrecognised).toEqual(expect.arrayContaining(['column 3', 'column 4']));
    await table.close();
  },
);

describe.each([
  // Its last row, of delimiters only, is none.
  ['spending/leeds_raw_2020-06.csv', 16176, 4],
  ['spending/wakefield_2018-Q4.csv', 10446, 0],
  ['spending/wakefield_2021-Q4.csv', 11517, 0],
  ['spending/calderdale_2022-06.csv', 1652, 0],
  ['spending/salford_2018-09.csv', 1124, 0],
  ['spending/darlington_2022-09.csv', 1487, 0],
])('%s', (path, rows, badBytes) => {
  whenPublished(path)('is read to the last row', async () => {
    const found = await count(path, spend);
    expect(found.rows).toBe(rows);
    expect(found.problems).toEqual([]);
    expect(found.warnings.filter((warning) => warning.includes('Windows-1252'))).toHaveLength(badBytes);
  });
});

whenPublished('spending/hyndburn')(
  'Hyndburn’s monthly files are read, whatever their line ends and dates',
  async () => {
    let rows = 0;
    const problems: string[] = [];
    for (const name of readdirSync(join(DATA, 'spending/hyndburn')).sort()) {
      const found = await count(`spending/hyndburn/${name}`, spend);
      rows += found.rows;
      problems.push(...found.problems.map((problem) => `${name} ${problem}`));
    }
    expect({ rows, problems }).toEqual({ rows: 7052, problems: [] });
  },
);

whenPublished('spending/salford_2022-07.csv')(
  'a contracts register among the payments is refused as one',
  async () => {
    await expect(count('spending/salford_2022-07.csv', spend)).rejects.toThrow(TableRefused);
    await expect(count('spending/salford_2022-07.csv', spend)).rejects.toThrow(
      /"Directorate Name", "Process Used"/,
    );
  },
);
