import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openGrids } from '@coop/shared/importing';
import { buildSubgraph } from '@coop/shared/graphql';
import { databaseOf, describeDatabases } from '@coop/test/kit';
import { spending } from '..';
import { Payment } from '../payments/payment.entity';
import { namesCards } from './channel';
import { importSpend } from './import-spend.import';
import { paymentReader, type ReadPayment, type RejectedRow } from './payment-row.import';
import { understandColumns } from './recognise-columns.import';
import { isData, understandTable } from './understand-table.import';

// Payments as councils published them; not part of the project, so each test skips where they are not.
const DATA = join(__dirname, '../../../../../shared/data/spending');
const COUNCILS: Readonly<Record<string, string>> = {
  calderdale: 'E08000033',
  darlington: 'E06000005',
  hyndburn: 'E07000120',
  leeds: 'E08000035',
  oldham: 'E08000004',
  salford: 'E08000006',
  wakefield: 'E08000036',
};
const files = existsSync(DATA)
  ? [
      ...readdirSync(DATA).filter((name) => name.endsWith('.csv')),
      ...readdirSync(join(DATA, 'hyndburn')).map((name) => `hyndburn/${name}`),
    ]
  : [];
const NOT_SPEND = 'salford_2022-07.csv';

/** Rows with anything in them below the first, counted without the reader under test. */
function rowsOf(path: string): number {
  const text = readFileSync(path).toString('latin1').replace(/\r\n?/g, '\n');
  let rows = 0;
  let inQuotes = false;
  let filled = false;
  for (const unit of `${text}\n`) {
    if (unit === '"') inQuotes = !inQuotes;
    if (unit === '\n' && !inQuotes) {
      if (filled) rows += 1;
      filled = false;
    } else if (unit !== ',' && unit.trim() !== '') filled = true;
  }
  return rows - 1;
}

const councilOf = (file: string) => {
  const name = file.split(/[_/]/)[0] ?? '';
  return { gssCode: COUNCILS[name] ?? '', names: [`${name} Council`] };
};

async function tableOf(file: string, council = councilOf(file)) {
  const grids = await openGrids(join(DATA, file));
  for await (const grid of grids.sheets())
    return understandTable(grid, { council, mapping: new Map(), today: '2026-06-01' });
  throw new Error('There is no table.');
}

/** Everything in a file, read without a database. */
async function readAll(file: string) {
  const table = await tableOf(file);
  if (!table.ok) throw new Error(table.reason);
  const { gssCode } = councilOf(file);
  const facts = { gssCode, today: '2026-06-01', key: 'k', redacted: () => null } as const;
  const read = paymentReader(table.understanding, { ...facts, isCardFile: namesCards(file) });
  const found: (ReadPayment | RejectedRow)[] = [];
  for await (const bunch of table.grid.bunches())
    for (const record of bunch)
      if (isData(record, table.headerRow)) found.push(read(record.cells, record.row));
  return found;
}

const whenThere = files.length > 0 ? test : test.skip;

const channels = async (file: string) => {
  const counts: Record<string, number> = {};
  for (const row of await readAll(file))
    if (row.ok) counts[row.payment.channel] = (counts[row.payment.channel] ?? 0) + 1;
  return counts;
};
const marks = (file: string, mark: RegExp) => readFileSync(join(DATA, file), 'latin1').match(mark)?.length;

describe('published payments', () => {
  const spend = files.filter((file) => file !== NOT_SPEND);
  (files.length > 0 ? test.each(spend) : test.skip.each(['every published file']))(
    'of %s at least 99 in 100 true rows are read',
    async (file) => {
      const rows = await readAll(file);
      expect(rows).toHaveLength(rowsOf(join(DATA, file)));
      expect(rows.filter(({ ok }) => ok).length / rows.length).toBeGreaterThanOrEqual(0.99);
    },
    30_000,
  );

  whenThere('a contracts register is told, its names hidden or not', async () => {
    expect(await tableOf(NOT_SPEND)).toMatchObject({ ok: false, looksLike: 'a contracts register' });
  });

  whenThere('card purchases are told from invoices', async () => {
    expect(await channels('calderdale_2022-06-card.csv')).toEqual({ CARD: 588 });
    expect(await channels('wakefield_2021-Q4.csv')).toEqual({ CARD: 11_517 });
    expect(await channels('calderdale_2022-06.csv')).toEqual({ INVOICE: 1652 });
    expect((await channels('leeds_raw_2020-06.csv'))['CARD']).toBe(
      marks('leeds_raw_2020-06.csv', /,Yes\r?$/gm),
    );
    expect((await channels('hyndburn/1806.csv'))['CARD']).toBe(marks('hyndburn/1806.csv', /P-CARD/g));
    expect((await channels('hyndburn/1909.csv'))['CARD']).toBe(marks('hyndburn/1909.csv', /P ?-CARD/g));
  });

  whenThere('the basis is net wherever a file has net amounts', async () => {
    const [first] = await readAll('salford_2018-09.csv');
    expect(first).toMatchObject({
      ok: true,
      payment: { amountPence: 324_500, basis: 'NET', paidOn: '2018-09-03' },
    });
  });

  whenThere('a file of another council is told, by code or by name', async () => {
    expect(await tableOf('wakefield_2018-Q4.csv', { gssCode: 'E08000035', names: [] })).toMatchObject({
      ok: false,
    });
    const leeds = { gssCode: 'E08000035', names: ['Leeds City Council'] };
    expect(await tableOf('calderdale_2022-06.csv', leeds)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/another council.*Calderdale/) as string,
    });
    expect(await tableOf('leeds_raw_2020-06.csv', leeds)).toMatchObject({ ok: true });
  });

  (files.length > 0
    ? test.each(spend.filter((file) => !/hyndburn\/1[89]/.test(file)))
    : test.skip.each(['every published file']))(
    'the day, the amount and the supplier of %s are found with no name of a column left',
    async (file) => {
      const named = await tableOf(file);
      if (!named.ok) throw new Error(named.reason);
      const rows = named.grid.head
        .filter((record) => isData(record, named.headerRow))
        .map(({ cells }) => cells);
      const width = Math.max(...rows.map((row) => row.length));
      const blind = understandColumns(
        Array.from({ length: width }, (_, at) => `Z${at}`),
        rows,
      );
      expect(blind.missing).toEqual([]);
      const { positions } = named.understanding;
      expect(blind.positions.get('paidOn')).toBe(positions.get('paidOn'));
      const amount = (of: typeof positions) => of.get('amountNet') ?? of.get('amount');
      expect(amount(blind.positions)).toBe(amount(positions));
      // Matched files hold the name several times over.
      if (!file.startsWith('oldham'))
        expect(blind.positions.get('supplierName')).toBe(positions.get('supplierName'));
    },
  );
});

describeDatabases('published payments', databaseOf(buildSubgraph(spending)), (world) => {
  whenThere(
    'are imported with every row accounted for, those alike in a file as payments of their own',
    async () => {
      const load = (file: string) =>
        importSpend(world.context(), join(DATA, file), { council: councilOf(file).gssCode });
      const first = await load('wakefield_2021-Q4.csv');
      expect(first).toMatchObject({
        rows: 11_517,
        imported: 11_517,
        alreadyThere: 0,
        rejected: 0,
        refused: null,
      });
      const again = await load('wakefield_2021-Q4.csv');
      expect(again).toMatchObject({
        rows: 11_517,
        imported: 0,
        alreadyThere: 11_517,
        rejected: 0,
        sha256: first.sha256,
      });
      expect(await world.database.reader.count(Payment)).toBe(11_517);
    },
    120_000,
  );

  whenThere('a contracts register is refused whole', async () => {
    const outcome = await importSpend(world.context(), join(DATA, NOT_SPEND), { council: 'E08000006' });
    expect(outcome).toMatchObject({
      rows: 0,
      imported: 0,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(outcome.refused).toMatch(/contracts register/);
  });
});
