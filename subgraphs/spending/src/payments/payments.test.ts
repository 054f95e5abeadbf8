import { ask, databaseOf, describeDatabases, requestOf } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { spending } from '..';
import { imported, setState } from '../summary/summary.fixture';
import { supplierId } from '../suppliers/supplier-row.queries';
import type { PaymentOrder } from './payment.enums';
import type { Payment } from './payment.entity';
import { paymentsToWrite } from './payment-export.queries';
import { paymentExporter } from './payment.export';
import { paymentPage, visiblePayments, type PaymentArgs } from './payment.queries';

const built = buildSubgraph(spending);
const OLDHAM = 'E08000004';
const TRAFFORD = 'E08000009';

const ledger = (council: number) =>
  Array.from({ length: 57 }, (_, at) => ({
    supplier: at % 3 === 0 ? 'Acme Ltd' : `=cmd|'/C calc'!A${at % 5}`,
    paidOn: `2024-0${1 + (at % 4)}-${String(1 + ((at * 5 + council) % 28)).padStart(2, '0')}`,
    amountPence: ((at * 7919) % 13) * 10_000 - 20_000,
    department: at % 2 === 0 ? 'Adults' : null,
    channel: at % 5 === 0 ? ('CARD' as const) : ('INVOICE' as const),
  }));

describeDatabases('lists of payments', databaseOf(built), (world) => {
  let hidden = '';
  beforeAll(async () => {
    await imported(world, OLDHAM, ledger(0));
    await imported(world, TRAFFORD, ledger(1));
    hidden = await imported(world, OLDHAM, ledger(2), 'LOADING');
  }, 60_000);

  const all = async (councils: readonly string[]): Promise<Payment[]> =>
    (await visiblePayments(world.database.reader).getMany()).filter(({ gssCode }) =>
      councils.includes(gssCode),
    );

  const inOrder = (rows: readonly Payment[], order: PaymentOrder): string[] => {
    const property = order === 'NEWEST' || order === 'OLDEST' ? 'paidOn' : 'amountPence';
    const sign = order === 'OLDEST' || order === 'SMALLEST' ? 1 : -1;
    return [...rows]
      .sort((a, b) => {
        if (a[property] !== b[property]) return a[property] < b[property] ? -sign : sign;
        return a.id < b.id ? -sign : sign;
      })
      .map(({ id }) => id);
  };

  /** Turns every page of a list, forwards or backwards. */
  async function turned(
    councils: readonly string[],
    args: PaymentArgs,
    backwards = false,
  ): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = null;
    for (let more = true; more;) {
      const at = backwards ? { last: 10, before: cursor } : { first: 10, after: cursor };
      const { nodes, pageInfo } = await paymentPage(requestOf(world), councils, { ...args, ...at });
      const page = nodes.map(({ id }) => id);
      ids.splice(backwards ? 0 : ids.length, 0, ...page);
      more = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
      cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor;
    }
    return ids;
  }

  for (const councils of [[OLDHAM], [OLDHAM, TRAFFORD]])
    test.each(['NEWEST', 'OLDEST', 'LARGEST', 'SMALLEST'] as const)(
      `of ${councils.length} councils come by %s, every payment once, either way`,
      async (orderBy) => {
        const expected = inOrder(await all(councils), orderBy);
        expect(expected).toHaveLength(57 * councils.length);
        expect(await turned(councils, { orderBy })).toEqual(expected);
        expect(await turned(councils, { orderBy }, true)).toEqual(expected);
      },
    );

  test.each([
    [
      { from: '2024-02-10', to: '2024-03-10' },
      (one: Payment) => one.paidOn >= '2024-02-10' && one.paidOn <= '2024-03-10',
    ],
    [
      { minimumPence: 0, maximumPence: 50_000 },
      (one: Payment) => one.amountPence >= 0 && one.amountPence <= 50_000,
    ],
    [{ department: 'ADULTS' }, (one: Payment) => one.department === 'Adults'],
    [{ department: '' }, (one: Payment) => one.department === null],
    [{ channel: 'CARD' as const }, (one: Payment) => one.channel === 'CARD'],
    [
      { supplier: supplierId({ gssCode: OLDHAM, publishedId: null, name: 'acme ltd' }) },
      (one: Payment) => one.supplierName === 'Acme Ltd',
    ],
  ])('are narrowed by %j', async (filter, isIn) => {
    const expected = (await all([OLDHAM])).filter(isIn);
    expect(expected.length).toBeGreaterThan(0);
    for (const orderBy of ['NEWEST', 'LARGEST'] as const)
      expect(await turned([OLDHAM], { orderBy, filter })).toEqual(inOrder(expected, orderBy));
    const page = await paymentPage(requestOf(world), [OLDHAM], { filter });
    expect(await page.totalCount()).toBe(expected.length);
  });

  test('of an import under way are not seen, nor those of one that was withdrawn', async () => {
    const seen = () =>
      all([OLDHAM]).then((rows) => rows.filter(({ importRunId }) => importRunId === hidden).length);
    expect(await seen()).toBe(0);
    await setState(world, hidden, 'COMPLETE');
    expect(await seen()).toBe(57);
    await setState(world, hidden, 'CLEANING');
    expect(await seen()).toBe(0);
  });

  test('cost no more statements for a page of many than for a page of one', async () => {
    const source = (first: number) =>
      `{ payments(first: ${first}) { nodes { supplier { name orgId } source { file row } amount { formatted } } } }`;
    const statements = (first: number) => world.statementsOf(() => ask(world, built, source(first)));
    expect(await statements(50)).toBe(await statements(1));
  });

  test('are refused for what is no council', async () => {
    await expect(paymentPage(requestOf(world), ['Oldham'], {})).rejects.toThrow(/not the code of a council/);
  });

  test('are written whole, in the order of their days, and no cell is run as a formula', async () => {
    const rows: string[] = [];
    for await (const { payment } of paymentsToWrite(world.database.reader, [OLDHAM], { channel: 'INVOICE' }))
      rows.push(payment.id);
    const expected = (await all([OLDHAM])).filter(({ channel }) => channel === 'INVOICE');
    expect(rows).toEqual(inOrder(expected, 'OLDEST'));
    let text = '';
    const job = { database: world.database, clock: world.clock, format: 'csv', options: { council: OLDHAM } };
    for await (const piece of paymentExporter.run(job)) text += piece;
    expect(text).toContain(`'=cmd|`);
    expect(text).not.toMatch(/,=cmd/);
    expect(() => paymentExporter.run({ ...job, options: { council: OLDHAM, from: 'x' } })).toThrow(
      RangeError,
    );
  });
});
