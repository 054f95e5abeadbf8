import fc from 'fast-check';
import { databaseOf, describeDatabases, requestOf, type World } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { cleanUpImports } from '@coop/shared/importing';
import { spending } from '..';
import { Payment } from '../payments/payment.entity';
import { labelKey } from '../payments/payment-keys.queries';
import { visiblePayments } from '../payments/payment.queries';
import { Supplier } from '../suppliers/supplier.entity';
import { recountMonths } from './roll-up-month.command';
import { SpendCell } from './spend-cell.entity';
import { SpendTotal } from './spend-total.entity';
import { summarise } from './summary.queries';
import type { SpendGrouping } from './summary.enums';
import { imported, setState, type SaidPayment } from './summary.fixture';
import type { SpendFilter } from './summary.types';

const OLDHAM = 'E08000004';
const TRAFFORD = 'E08000009';
const SUPPLIERS = ['Acme Ltd', 'ACME LIMITED', 'Hope CIC', 'J Smith', 'Example Council'];

const payment: fc.Arbitrary<SaidPayment> = fc.record({
  supplier: fc.constantFrom(...SUPPLIERS),
  paidOn: fc
    .record({ month: fc.integer({ min: 1, max: 5 }), day: fc.integer({ min: 1, max: 28 }) })
    .map(({ month, day }) => `2024-0${month}-${String(day).padStart(2, '0')}`),
  amountPence: fc.integer({ min: -500_000, max: 9_000_000 }),
  department: fc.constantFrom(null, 'Adults', 'ADULTS', 'Place'),
  purpose: fc.constantFrom(null, 'Care', 'Roads'),
  category: fc.constantFrom(null, 'Services', 'Works'),
  channel: fc.constantFrom('INVOICE' as const, 'CARD' as const, 'GRANT' as const),
  basis: fc.constantFrom('NET' as const, 'GROSS' as const),
});

type Step =
  | { readonly kind: 'import'; readonly council: string; readonly payments: readonly SaidPayment[] }
  | { readonly kind: 'killed'; readonly council: string; readonly payments: readonly SaidPayment[] }
  | {
      readonly kind: 'withdraw' | 'supersede';
      readonly which: number;
      readonly payments: readonly SaidPayment[];
    }
  | {
      readonly kind: 'facts';
      readonly which: number;
      readonly sector: Supplier['sector'];
      readonly isSme: boolean | null;
      readonly organisationId: string | null;
    };

const payments = fc.array(payment, { minLength: 1, maxLength: 12 });
const council = fc.constantFrom(OLDHAM, TRAFFORD);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('import' as const), council, payments }) },
  fc.record({ kind: fc.constant('killed' as const), council, payments }),
  fc.record({ kind: fc.constantFrom('withdraw' as const, 'supersede' as const), which: fc.nat(9), payments }),
  fc.record({
    kind: fc.constant('facts' as const),
    which: fc.nat(9),
    sector: fc.constantFrom('VCSE' as const, 'PRIVATE' as const, 'UNKNOWN' as const),
    isSme: fc.constantFrom(true, false, null),
    organisationId: fc.constantFrom(null, 'organisation_a'),
  }),
);

const filters: fc.Arbitrary<SpendFilter> = fc.record(
  {
    from: fc.constantFrom('2024-01-01', '2024-01-10', '2024-02-01'),
    to: fc.constantFrom('2024-01-20', '2024-03-31', '2024-04-15'),
    department: fc.constantFrom('', 'adults', 'Place'),
    purpose: fc.constantFrom('', 'Care'),
    category: fc.constantFrom('Works'),
    sector: fc.constantFrom('VCSE' as const, 'UNKNOWN' as const),
    isSme: fc.boolean(),
    channel: fc.constantFrom('CARD' as const, 'INVOICE' as const),
  },
  { requiredKeys: [] },
);

const GROUPINGS: readonly SpendGrouping[] = [
  'MONTH',
  'QUARTER',
  'YEAR',
  'FINANCIAL_YEAR',
  'DEPARTMENT',
  'PURPOSE',
  'CATEGORY',
  'SUPPLIER',
  'SUPPLIER_SECTOR',
  'SME',
  'LOCAL',
  'CHANNEL',
  'COUNCIL',
];

const flag = (value: boolean | null) => (value === null ? 'UNKNOWN' : value ? 'TRUE' : 'FALSE');

/** The key of a payment in a grouping, worked out of the payment and its supplier alone. */
function keyOf(one: Payment, supplier: Supplier, groupBy: SpendGrouping, across: boolean): string {
  const month = Number(one.paidOn.slice(5, 7));
  const keys: Record<SpendGrouping, string> = {
    MONTH: one.paidOn.slice(0, 7),
    QUARTER: `2024-Q${Math.ceil(month / 3)}`,
    YEAR: '2024',
    FINANCIAL_YEAR: month < 4 ? '2023/24' : '2024/25',
    DEPARTMENT: labelKey(one.department),
    PURPOSE: labelKey(one.purpose),
    CATEGORY: labelKey(one.category),
    SUPPLIER: supplier.organisationId ?? (across ? supplier.nameKey : supplier.id),
    SUPPLIER_SECTOR: supplier.sector,
    SME: flag(supplier.isSme),
    LOCAL: flag(supplier.isLocal),
    CHANNEL: one.channel,
    COUNCIL: one.gssCode,
  };
  return keys[groupBy];
}

/** The summary as it must be: every visible payment looked at one by one. */
async function counted(
  world: World,
  councils: readonly string[],
  filter: SpendFilter,
  groupBy: SpendGrouping,
) {
  const all = await visiblePayments(world.database.reader).getMany();
  const suppliers = new Map((await world.database.reader.find(Supplier)).map((row) => [row.id, row]));
  const sums = new Map<string, { pence: number; payments: number }>();
  for (const one of all) {
    const supplier = suppliers.get(one.supplierId)!;
    const isIn =
      councils.includes(one.gssCode) &&
      one.paidOn >= (filter.from ?? '') &&
      one.paidOn <= (filter.to ?? '9999') &&
      (['department', 'purpose', 'category'] as const).every(
        (label) => typeof filter[label] !== 'string' || labelKey(filter[label]) === labelKey(one[label]),
      ) &&
      (!filter.sector || supplier.sector === filter.sector) &&
      (typeof filter.isSme !== 'boolean' || supplier.isSme === filter.isSme) &&
      (!filter.channel || one.channel === filter.channel);
    if (!isIn) continue;
    const key = keyOf(one, supplier, groupBy, councils.length !== 1);
    const sum = sums.get(key) ?? { pence: 0, payments: 0 };
    sums.set(key, { pence: sum.pence + one.amountPence, payments: sum.payments + 1 });
  }
  return [...sums].map(([key, sum]) => ({ key, ...sum })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function carryOut(world: World, runs: string[], one: Step): Promise<void> {
  if (one.kind === 'import') runs.push(await imported(world, one.council, one.payments));
  else if (one.kind === 'killed') {
    await imported(world, one.council, one.payments, 'LOADING');
    world.clock.advance(60_000);
    await cleanUpImports(world.context());
  } else if (one.kind === 'facts') {
    const rows = await world.database.reader.find(Supplier, { order: { id: 'ASC' } });
    const row = rows[one.which % Math.max(1, rows.length)];
    const { sector, isSme, organisationId } = one;
    if (row)
      await world.database.transaction(async (manager) => {
        await manager.update(Supplier, { id: row.id }, { sector, isSme, organisationId });
      });
  } else {
    const [run] = runs.splice(one.which % Math.max(1, runs.length), 1);
    if (!run) return;
    if (one.kind === 'supersede') runs.push(await imported(world, OLDHAM, one.payments));
    await setState(world, run, 'CLEANING');
  }
}

const keptOf = async (world: World) => {
  const plain = (rows: object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  const { reader } = world.database;
  return [plain(await reader.find(SpendCell)), plain(await reader.find(SpendTotal))];
};

describeDatabases('the kept roll-ups', databaseOf(buildSubgraph(spending)), (world) => {
  test('are always what a full recount of the payments gives, whatever was imported, killed, superseded, withdrawn or learnt', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.array(filters, { minLength: 2, maxLength: 2 }),
        async (steps, some) => {
          await world.clear();
          const runs: string[] = [];
          for (const one of steps) await carryOut(world, runs, one);
          for (const filter of [{}, ...some]) {
            if (filter.from && filter.to && filter.from > filter.to) continue;
            for (const councils of [[OLDHAM], [OLDHAM, TRAFFORD]])
              for (const groupBy of GROUPINGS) {
                const summary = await summarise(requestOf(world), { councils, filter, groupBy });
                const sums = [...summary.sums].sort((a, b) => (a.key < b.key ? -1 : 1));
                expect({ groupBy, filter, sums }).toEqual({
                  groupBy,
                  filter,
                  sums: await counted(world, councils, filter, groupBy),
                });
              }
          }
        },
      ),
      { numRuns: 15 },
    );
  }, 240_000);

  test('are the same after being counted anew', async () => {
    await world.clear();
    await imported(world, OLDHAM, fc.sample(payment, { numRuns: 60, seed: 7 }));
    await imported(world, OLDHAM, fc.sample(payment, { numRuns: 40, seed: 8 }));
    const before = await keptOf(world);
    expect(before[0]!.length).toBeGreaterThan(10);
    await world.database.transaction(async (manager) => {
      await manager.delete(SpendTotal, { month: '2024-02' });
      await recountMonths(manager, OLDHAM, ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05']);
    });
    expect(await keptOf(world)).toEqual(before);
  });

  test('of a list of councils cost no more statements than those of one', async () => {
    await world.clear();
    const councils = [OLDHAM, TRAFFORD, 'E08000005', 'E08000021'];
    for (const gssCode of councils)
      await imported(world, gssCode, fc.sample(payment, { numRuns: 10, seed: 9 }));
    const statements = (some: readonly string[]) =>
      world.statementsOf(async () => {
        const context = requestOf(world);
        const asked = some.map((one) =>
          summarise(context, { councils: [one], filter: {}, groupBy: 'SUPPLIER' }),
        );
        expect((await Promise.all(asked)).every(({ paymentCount }) => paymentCount === 10)).toBe(true);
      });
    expect(await statements(councils)).toBe(await statements([OLDHAM]));
  });
});
