import { requestOf, type World } from '@coop/test/kit';
import type { LedgerShape } from '@coop/test/kit/generated-payments';
import { encodeCursor } from '../../shared/src/persistence/cursor';
import { stopwatch } from '@coop/shared/time';
import type { PaymentOrder } from '../../subgraphs/spending/src/payments/payment.enums';
import {
  applyPaymentFilter,
  paymentPage,
  visiblePayments,
} from '../../subgraphs/spending/src/payments/payment.queries';
import type { PaymentArgs } from '../../subgraphs/spending/src/payments/payment.queries';
import type { PaymentFilter } from '../../subgraphs/spending/src/payments/payment.types';
import { SpendGrouping } from '../../subgraphs/spending/src/summary/summary.enums';
import { concentrationOf, summaryFor } from '../../subgraphs/spending/src/summary/summary.queries';
import type { SpendFilter } from '../../subgraphs/spending/src/summary/summary.types';
import { measure, report, type Cost } from './harness';
import { COUNCIL, ledgerWorld, supplierOf, type Place } from './ledger-world';

// A council with 1,000,000 payments against one with 10,000: what a summary costs at either, by every grouping and
// with every filter; and what a deep page of the large one costs against its first.
//
// Both ledgers have the same suppliers, departments, purposes, categories and months, so few that the small one has
// (nearly) every group of the large one: it is the number of payments alone that differs. What it costs when a larger
// ledger also has more suppliers is shown apart, without a limit: there are more groups to be answered then.
//
// ROWS=100000            a smaller large ledger (the small one has a hundredth)
// PARTS=summaries,pages  only these of: summaries, growing, pages
// ONLY=text              only the lines whose name holds this
// KEEP=folder            keeps the SQLite ledgers there and finds them again in the next run
// DATABASE=mysql         on the server of COOP_TEST_MYSQL_URL; elapsed time is compared there, not processor time

const { env } = process;
const LARGE = Number(env['ROWS'] ?? 1_000_000);
const SMALL = Math.max(1, Math.round(LARGE / 100));
const PARTS = (env['PARTS'] ?? 'summaries,growing,pages').split(',');
const ONLY = env['ONLY'] ?? '';
const isMysql = env['DATABASE'] === 'mysql';
const PLACE: Place = { keep: env['KEEP'], server: isMysql ? env['COOP_TEST_MYSQL_URL'] : undefined };

const SHAPE: LedgerShape = { suppliers: 80, months: 12, departments: 10 };
/** A ledger a hundred times as large has fifty times as many suppliers. */
const GROWN: LedgerShape = { ...SHAPE, suppliers: 4000 };

const spent = (cost: Cost): number => (isMysql ? cost.elapsed : cost.cpu);
const counted = (count: number): string => count.toLocaleString('en-GB');

/** So many calls to a round that it takes some tens of milliseconds, or one. */
async function callsFor(works: readonly (() => unknown)[]): Promise<number> {
  for (const work of works) await work();
  const took = stopwatch();
  for (const work of works) await work();
  return Math.min(200, Math.max(1, Math.round(80 / took())));
}

/**
 * Compares two pieces of work and reports what the first costs of the second. A ratio over its limit is measured once
 * more over three times as many rounds, and that stands: most pieces take less than a millisecond.
 */
async function compare(
  name: string,
  works: { readonly of: () => unknown; readonly to: () => unknown },
  limit: { readonly atMost?: number } = {},
): Promise<void> {
  if (!name.includes(ONLY)) return;
  const calls = await callsFor([works.of, works.to]);
  let cost = await measure(works, { calls, rounds: 7, warmUp: 1 });
  if (spent(cost.of) / spent(cost.to) > (limit.atMost ?? Infinity))
    cost = await measure(works, { calls, rounds: 21, warmUp: 1 });
  const detail = `${spent(cost.of).toFixed(2)} and ${spent(cost.to).toFixed(2)} ms`;
  report({ name, ratio: spent(cost.of) / spent(cost.to), detail, ...limit });
}

const WHOLE_MONTHS: Readonly<Record<string, SpendFilter>> = {
  'no filter': {},
  'half a year': { from: '2015-04-01', to: '2015-09-30' },
  'a department': { department: 'Department 3' },
  'a purpose': { purpose: 'Purpose 10' },
  'a category': { category: 'Category 9' },
  'a supplier': { supplier: supplierOf(7).id },
  'a sector': { sector: 'VCSE' },
  'small or medium-sized': { isSme: true },
  local: { isLocal: true },
  'a channel': { channel: 'CARD' },
  'a department, a sector and a channel': {
    department: 'Department 3',
    sector: 'VCSE',
    channel: 'INVOICE',
  },
};
const DAYS_TOO: SpendFilter = { from: '2015-04-11', to: '2015-09-20' };

/** Every grouping with every filter: the two that only the number of payments tells apart. */
async function summaries(small: World, large: World): Promise<void> {
  const of = (world: World, filter: SpendFilter, groupBy: SpendGrouping) => () =>
    summaryFor(world.database.reader, { councils: [COUNCIL], filter, groupBy });
  for (const groupBy of Object.keys(SpendGrouping) as SpendGrouping[]) {
    for (const [name, filter] of Object.entries(WHOLE_MONTHS))
      await compare(
        `spendSummary by ${groupBy}, ${name}: ${counted(LARGE)} / ${counted(SMALL)}`,
        { of: of(large, filter, groupBy), to: of(small, filter, groupBy) },
        { atMost: 1.5 },
      );
    await compare(`spendSummary by ${groupBy}, from and to days within months`, {
      of: of(large, DAYS_TOO, groupBy),
      to: of(small, DAYS_TOO, groupBy),
    });
  }
}

/** What more suppliers cost: shown, for there is more to answer. */
async function growing(small: World, large: World): Promise<void> {
  const cells = async ({ database: { reader } }: World) => {
    const [row] = await reader.query<{ cells: number }[]>('SELECT COUNT(*) AS cells FROM spend_cell');
    return counted(Number(row?.cells));
  };
  process.stdout.write(
    `  ${counted(GROWN.suppliers)} suppliers and ${await cells(large)} kept cells against ${counted(SHAPE.suppliers)} and ${await cells(small)}\n`,
  );
  const question = { councils: [COUNCIL], filter: {} };
  for (const groupBy of [
    'MONTH',
    'DEPARTMENT',
    'CATEGORY',
    'CHANNEL',
    'SUPPLIER',
    'SUPPLIER_SECTOR',
  ] as const) {
    const of = (world: World) => () => summaryFor(world.database.reader, { ...question, groupBy });
    await compare(`more suppliers: spendSummary by ${groupBy}`, { of: of(large), to: of(small) });
  }
  const few = (world: World) => () =>
    concentrationOf(requestOf(world), { ...question, groupBy: 'MONTH' }, 10);
  await compare('more suppliers: concentration', { of: few(large), to: few(small) });
}

const ORDERS: readonly PaymentOrder[] = ['NEWEST', 'OLDEST', 'LARGEST', 'SMALLEST'];

/** The cursor of the payment that has so many before it in a list. */
async function cursorAt(
  { database: { reader } }: World,
  filter: PaymentFilter,
  order: PaymentOrder,
  before: number,
): Promise<string> {
  const isDay = order === 'NEWEST' || order === 'OLDEST';
  const direction = order === 'OLDEST' || order === 'SMALLEST' ? 'ASC' : 'DESC';
  const column = isDay ? 'payment.paidOn' : 'payment.amountPence';
  const query = visiblePayments(reader).andWhere({ gssCode: COUNCIL });
  applyPaymentFilter(query, filter);
  const place = await query
    .select(['payment.id', column])
    .orderBy(column, direction)
    .addOrderBy('payment.id', direction)
    .offset(before)
    .limit(1)
    .getOneOrFail();
  const value = isDay ? place.paidOn : place.amountPence;
  return encodeCursor({ name: order, column, direction }, { value, id: place.id });
}

/** Filters that an index serves, in one order at least; and others, shown only. */
const INDEXED: Readonly<Record<string, PaymentFilter>> = {
  alone: {},
  'of a supplier': { supplier: supplierOf(7).id },
  'of half a year': { from: '2015-04-01', to: '2015-09-30' },
  'over £1,000': { minimumPence: 100_000 },
};
const OTHERS: Readonly<Record<string, PaymentFilter>> = {
  'of a department': { department: 'Department 3' },
  'of a channel': { channel: 'GRANT' },
};

async function pages(world: World): Promise<void> {
  const page = (args: PaymentArgs) => () => paymentPage(requestOf(world), [COUNCIL], { first: 20, ...args });
  for (const orderBy of ORDERS)
    for (const [name, filter] of Object.entries({ ...INDEXED, ...OTHERS })) {
      if (!`payments by ${orderBy} ${name}`.includes(ONLY)) continue;
      const count = await (await page({ orderBy, filter })()).totalCount();
      for (const share of [0.5, 0.95]) {
        const after = await cursorAt(world, filter, orderBy, Math.floor(count * share));
        await compare(
          `payments by ${orderBy} ${name}, page at ${share * 100}% / page 1`,
          { of: page({ orderBy, filter, after }), to: page({ orderBy, filter }) },
          name in INDEXED ? { atMost: 1.3 } : {},
        );
      }
    }
  await compare('payments, first page with totalCount / without', {
    of: async () => (await page({})()).totalCount(),
    to: page({}),
  });
}

async function main(): Promise<void> {
  const worlds: World[] = [];
  const ledger = async (count: number, shape: LedgerShape) => {
    const world = await ledgerWorld(count, shape, PLACE);
    worlds.push(world);
    return world;
  };
  try {
    const small = await ledger(SMALL, SHAPE);
    if (PARTS.includes('summaries') || PARTS.includes('pages')) {
      const large = await ledger(LARGE, SHAPE);
      if (PARTS.includes('summaries')) await summaries(small, large);
      if (PARTS.includes('pages')) await pages(large);
    }
    if (PARTS.includes('growing')) await growing(small, await ledger(LARGE, GROWN));
  } finally {
    for (const world of worlds) await world.end();
  }
}

void main();
