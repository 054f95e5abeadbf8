import { ask, databaseOf, describeDatabases, requestOf, type World } from '@coop/test/kit';
import { generatedPayments } from '@coop/test/kit/generated-payments';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { buildSubgraph } from '@coop/shared/graphql';
import { spending } from '..';
import { imported } from '../summary/summary.fixture';
import { supplierId } from '../suppliers/supplier-row.queries';
import { paymentsToWrite } from './payment-export.queries';
import { applyPaymentFilter, paymentPage, visiblePayments, type PaymentArgs } from './payment.queries';
import type { PaymentOrder } from './payment.enums';
import type { PaymentFilter } from './payment.types';

const built = buildSubgraph(spending);
const OLDHAM = 'E08000004';
const TRAFFORD = 'E08000009';
/** Enough that every supplier of these has more than a few payments. */
const ROWS = 12_000;
const SHAPE = { suppliers: 4, months: 12, departments: 2 };

const nameOf = (supplier: number) => `Example Supplier ${supplier}`;
const idOf = (supplier: number) => supplierId({ gssCode: OLDHAM, publishedId: null, name: nameOf(supplier) });
const BIG = { supplier: idOf(1) };
const SMALL = { supplier: supplierId({ gssCode: OLDHAM, publishedId: null, name: 'Seldom Ltd' }) };

const BY_DAY = 'ix_payment_gss_code_paid_on_id';
const BY_AMOUNT = 'ix_payment_gss_code_amount_pence_id';
const OF_SUPPLIER = 'ix_payment_gss_code_supplier_id_paid_on_id';

/** The statements on payments that a piece of work issues, with their parameters. */
async function statementsOf(world: World, work: () => Promise<unknown>): Promise<[string, unknown[]][]> {
  const { logger } = world.database.reader.dataSource;
  const seen = jest.spyOn(logger, 'logQuery');
  try {
    await work();
    return seen.mock.calls
      .map(([text, parameters]): [string, unknown[]] => [text, (parameters ?? []) as unknown[]])
      .filter(([text]) => /FROM [`"]?payment\b/.test(text));
  } finally {
    seen.mockRestore();
  }
}

/** The steps by which a database finds payments by an index, and whether anything is sorted on the way. */
async function plansOf(world: World, work: () => Promise<unknown>): Promise<string> {
  const sqlite = world.database.kind === 'sqlite';
  const plans: string[] = [];
  for (const [text, parameters] of await statementsOf(world, work)) {
    const steps = await world.database.reader.query<Record<string, string | null>[]>(
      `EXPLAIN ${sqlite ? 'QUERY PLAN ' : ''}${text}`,
      parameters,
    );
    for (const step of steps)
      plans.push(
        sqlite
          ? String(step['detail'])
          : `${step['table']} ${step['type']} ${step['key']} ${step['key_len']} ${step['Extra']}`,
      );
  }
  return plans.join('\n');
}

const finds = (world: World, index: string): RegExp =>
  world.database.kind === 'sqlite'
    ? new RegExp(`SEARCH payment USING INDEX ${index} \\(gss_code=`)
    : new RegExp(`payment (ref|range) ${index} `);

describeDatabases('the plans of payments', databaseOf(built), (world) => {
  beforeAll(async () => {
    const rows = [...generatedPayments(ROWS, SHAPE)].map(({ supplier, ...said }) => ({
      ...said,
      supplier: nameOf(supplier),
    }));
    const [first] = rows;
    if (!first) throw new Error('No payments were made up.');
    const seldom = { ...first, supplier: 'Seldom Ltd' };
    await imported(world, OLDHAM, [...rows, seldom, { ...seldom, amountPence: 987_654_321 }]);
    await imported(world, TRAFFORD, rows.slice(0, 3000));
    if (world.database.kind === 'mysql') await world.database.reader.query('ANALYZE TABLE payment');
  }, 240_000);

  const page = (args: PaymentArgs, councils: readonly string[] = [OLDHAM]) =>
    paymentPage(requestOf(world), councils, { first: 20, ...args });

  /** The cursor of a payment three quarters down the list. */
  async function deep(orderBy: PaymentOrder, filter: PaymentFilter): Promise<string> {
    const property = orderBy === 'NEWEST' || orderBy === 'OLDEST' ? 'paidOn' : 'amountPence';
    const direction = orderBy === 'OLDEST' || orderBy === 'SMALLEST' ? 'ASC' : 'DESC';
    const query = visiblePayments(world.database.reader).andWhere({ gssCode: OLDHAM });
    applyPaymentFilter(query, filter);
    const row = await query
      .orderBy(`payment.${property}`, direction)
      .addOrderBy('payment.id', direction)
      .offset(Math.floor((await query.getCount()) * 0.75))
      .limit(1)
      .getOneOrFail();
    const place = [`${orderBy} ${direction}`, row[property], row.id];
    return Buffer.from(JSON.stringify(place)).toString('base64url');
  }

  const cases: readonly (readonly [PaymentOrder, PaymentFilter, string])[] = [
    ['NEWEST', {}, BY_DAY],
    ['OLDEST', {}, BY_DAY],
    ['LARGEST', {}, BY_AMOUNT],
    ['SMALLEST', {}, BY_AMOUNT],
    ['NEWEST', { from: '2015-02-01', to: '2015-11-30' }, BY_DAY],
    ['OLDEST', { from: '2015-02-01', to: '2015-11-30' }, BY_DAY],
    ['LARGEST', { from: '2015-02-01', to: '2015-11-30' }, BY_AMOUNT],
    ['SMALLEST', { minimumPence: 60_000, maximumPence: 40_000_000 }, BY_AMOUNT],
    ['LARGEST', { minimumPence: 60_000, maximumPence: 40_000_000 }, BY_AMOUNT],
    ['NEWEST', { minimumPence: 60_000 }, BY_DAY],
    ['NEWEST', BIG, OF_SUPPLIER],
    ['OLDEST', { ...BIG, from: '2015-02-01', to: '2015-11-30' }, OF_SUPPLIER],
    ['LARGEST', BIG, BY_AMOUNT],
    ['LARGEST', { channel: 'CARD' }, BY_AMOUNT],
  ];

  test.each(cases)(
    'pages by %s with %j are read in the order of %s, unsorted',
    async (orderBy, filter, index) => {
      const after = await deep(orderBy, filter);
      for (const args of [{ first: 20 }, { first: 20, after }, { first: null, last: 20, before: after }]) {
        const plans = await plansOf(world, () => page({ orderBy, filter, ...args }));
        expect(plans).toMatch(finds(world, index));
        const sorts = plans.split('\n').filter((step) => /filesort|TEMP B-TREE/.test(step));
        // The twenty that were found may be put in order once more.
        expect(sorts.filter((step) => !/^<derived|USE TEMP B-TREE FOR ORDER BY/.test(step))).toEqual([]);
        expect(sorts.length).toBeLessThanOrEqual(1);
      }
    },
  );

  test('a page after a cursor begins at its very row, though many were paid that day', async () => {
    const filter = { from: '2015-02-01', to: '2015-11-30' };
    for (const orderBy of ['NEWEST', 'OLDEST', 'LARGEST', 'SMALLEST'] as const) {
      const after = await deep(orderBy, filter);
      const plans = await plansOf(world, () => page({ orderBy, filter, after }));
      if (world.database.kind === 'sqlite')
        expect(plans).toMatch(/\(gss_code=\? AND (.* AND )?\((paid_on|amount_pence),id\)[<>]\(\?,\?\)/);
      // The range is of council, day or amount, and id: the first two alone have 19 bytes.
      else expect(Number(/range ix_payment\w+ (\d+)/.exec(plans)?.[1])).toBeGreaterThan(30);
    }
  });

  test.each([
    ['LARGEST', SMALL, OF_SUPPLIER],
    ['NEWEST', { minimumPence: 900_000_000 }, BY_AMOUNT],
    ['SMALLEST', { from: '2015-03-03', to: '2015-03-03' }, BY_DAY],
  ] as const)('pages by %s of the few with %j are found by %s', async (orderBy, filter, index) => {
    expect(await plansOf(world, () => page({ orderBy, filter }))).toMatch(finds(world, index));
  });

  test('pages of several councils are ranges of the index of each', async () => {
    const plans = await plansOf(world, () => page({ orderBy: 'LARGEST', filter: BIG }, [OLDHAM, TRAFFORD]));
    expect(plans.match(new RegExp(finds(world, BY_AMOUNT), 'g'))?.length).toBeGreaterThanOrEqual(2);
    expect(plans).not.toMatch(/SCAN payment\b|^payment (ALL|index) /m);
  });

  test('a list written whole begins each page where the last one ended', async () => {
    const plans = await plansOf(world, async () => {
      let left = 2500;
      const filter = { from: '2015-02-01', minimumPence: 60_000 };
      for await (const { payment } of paymentsToWrite(world.database.reader, [OLDHAM], filter)) {
        expect(payment.amountPence).toBeGreaterThanOrEqual(60_000);
        if ((left -= 1) === 0) break;
      }
    });
    expect(plans).toMatch(finds(world, BY_DAY));
    if (world.database.kind === 'sqlite') expect(plans).toContain('(paid_on,id)>(?,?)');
  });

  test('payments are counted only where the count is asked for', async () => {
    const counts = async (fields: string, filter: string) => {
      const source = `query { payments(first: 5, filter: { councils: ["${OLDHAM}"], ${filter} }) { nodes { id } ${fields} } }`;
      const statements = await statementsOf(world, () => ask(world, built, source, {}));
      return statements.filter(([text]) => /COUNT\(\*\)/.test(text) && !/LIMIT/.test(text)).length;
    };
    for (const filter of ['channel: CARD', 'minimumPence: 60000', `supplier: "${BIG.supplier}"`]) {
      expect(await counts('pageInfo { hasNextPage endCursor }', filter)).toBe(0);
      expect(await counts('totalCount', filter)).toBe(1);
    }
  });
});
