import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { graphql } from 'graphql';
import { councils } from '@coop/councils';
import { spending } from '@coop/spending';
import { databaseOf, requestOf, sqliteWorld, type World } from '@coop/test/kit';
import { generatedPayments, type LedgerShape } from '@coop/test/kit/generated-payments';
import type { GraphPort } from '@coop/shared/graph';
import { buildSubgraph } from '@coop/shared/graphql';
import { newId } from '@coop/shared/ids';
import { bulkInsert, ImportRun } from '@coop/shared/persistence';
import { stopwatch } from '@coop/shared/time';
import { Organisation } from '../../subgraphs/councils/src/organisations/organisation.entity';
import {
  addOrganisationRows,
  noRows,
} from '../../subgraphs/councils/src/organisations/organisation-rows.queries';
import { Payment } from '../../subgraphs/spending/src/payments/payment.entity';
import type { PaymentOrder } from '../../subgraphs/spending/src/payments/payment.enums';
import { labelKeys } from '../../subgraphs/spending/src/payments/payment-keys.queries';
import { paymentPage, type PaymentArgs } from '../../subgraphs/spending/src/payments/payment.queries';
import { rollUpImport } from '../../subgraphs/spending/src/summary/roll-up.command';
import type { SpendGrouping } from '../../subgraphs/spending/src/summary/summary.enums';
import { summaryFor } from '../../subgraphs/spending/src/summary/summary.queries';
import type { SpendFilter } from '../../subgraphs/spending/src/summary/summary.types';
import { matchSuppliers } from '../../subgraphs/spending/src/suppliers/match-suppliers.command';
import { Supplier } from '../../subgraphs/spending/src/suppliers/supplier.entity';
import { newSupplier } from '../../subgraphs/spending/src/suppliers/supplier-row.queries';
import { measure, report } from './harness';
import { insertRows } from '../../subgraphs/councils/src/organisations/write-organisation.command';

// A council with 10,000 payments and one with 1,000,000 of the same months, suppliers and departments: what a summary
// costs at either, what a deep page costs against the first, and how well suppliers' names are matched.

const COUNCIL = 'E08000004';
// So few that the small ledger has every group of the large one.
const SHAPE: LedgerShape = { suppliers: 80, months: 12, departments: 10 };
const SMALL = 10_000;
const LARGE = Number(process.env['COOP_BENCH_PAYMENTS'] ?? 1_000_000);

interface Place {
  readonly day: string;
  readonly pence: number;
  readonly id: string;
  readonly supplier: string;
}

/** A council's ledger as a complete import, by the fastest honest path; and where its payments stand in each order. */
async function ledger(count: number): Promise<{ world: World; places: Place[] }> {
  const world = await sqliteWorld(databaseOf(buildSubgraph(spending)));
  await world.open();
  const now = world.clock.now();
  const importRunId = newId('import', now);
  const suppliers = Array.from({ length: SHAPE.suppliers }, (_, at) =>
    newSupplier({ gssCode: COUNCIL, publishedId: String(at), name: `Example Supplier ${at}` }),
  ).map((row, at) => ({
    ...row,
    sector: (['PRIVATE', 'VCSE', 'PUBLIC_BODY', 'UNKNOWN'] as const)[at % 4]!,
    isSme: [true, false, null][at % 3]!,
    isLocal: [true, null][at % 2]!,
  }));
  const run = {
    id: importRunId,
    kind: 'spending',
    council: COUNCIL,
    file: 'bench.csv',
    sha256: '',
    state: 'LOADING' as const,
  };
  const counts = { rows: count, imported: count, alreadyThere: 0, rejected: 0 };
  await world.database.transaction(async (manager) => {
    const times = { startedAt: now, completedAt: null, leaseUntil: now, actor: 'bench' };
    await bulkInsert(manager, ImportRun, [{ ...run, ...counts, ...times }]);
    await bulkInsert(manager, Supplier, suppliers);
  });
  const places: Place[] = [];
  let rows: Partial<Payment>[] = [];
  const write = async () => {
    await world.database.transaction((manager) => bulkInsert(manager, Payment, rows));
    rows = [];
  };
  for (const { supplier, ...said } of generatedPayments(count, SHAPE)) {
    const { id: supplierId = '', name: supplierName = '' } = suppliers[supplier] ?? {};
    const id = newId('payment', now);
    places.push({ day: said.paidOn, pence: said.amountPence, id, supplier: supplierId });
    rows.push({
      ...said,
      ...labelKeys(said),
      id,
      gssCode: COUNCIL,
      importRunId,
      fileRow: places.length + 1,
      supplierId,
      supplierName,
      basis: 'NET',
      identityKey: id.slice(8),
      illustrative: true,
    });
    if (rows.length === 20_000) await write();
  }
  await write();
  await rollUpImport(world.context(), importRunId);
  await world.database.transaction(async (manager) => {
    await manager.update(ImportRun, { id: importRunId }, { state: 'COMPLETE' });
  });
  return { world, places };
}

const GROUPINGS: readonly SpendGrouping[] = [
  'MONTH',
  'QUARTER',
  'YEAR',
  'DEPARTMENT',
  'PURPOSE',
  'CATEGORY',
  'SUPPLIER',
  'SUPPLIER_SECTOR',
  'SME',
  'LOCAL',
  'CHANNEL',
];

async function summaries(small: World, large: World): Promise<void> {
  const supplier = newSupplier({ gssCode: COUNCIL, publishedId: '7', name: '' }).id;
  const filters: Readonly<Record<string, SpendFilter>> = {
    'no filter': {},
    'half a year': { from: '2015-04-01', to: '2015-09-30' },
    'a department': { department: 'Department 3' },
    'a purpose': { purpose: 'Purpose 10' },
    'a category': { category: 'Category 9' },
    'a supplier': { supplier },
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
  const isTried = (groupBy: SpendGrouping, name: string) =>
    ['no filter', 'half a year'].includes(name) || ['MONTH', 'SUPPLIER', 'CATEGORY'].includes(groupBy);
  for (const groupBy of GROUPINGS)
    for (const [name, filter] of Object.entries(filters).filter(([which]) => isTried(groupBy, which))) {
      const of = (world: World) => () =>
        summaryFor(world.database.reader, { councils: [COUNCIL], filter, groupBy });
      const cost = await measure({ small: of(small), large: of(large) }, { calls: 5, rounds: 9, warmUp: 1 });
      report({
        name: `spendSummary by ${groupBy}, ${name}: 1,000,000 / 10,000`,
        ratio: cost.large.cpu / cost.small.cpu,
        atMost: 1.5,
        detail: `${cost.large.cpu.toFixed(2)} and ${cost.small.cpu.toFixed(2)} ms`,
      });
    }
}

const ORDERS: readonly PaymentOrder[] = ['NEWEST', 'OLDEST', 'LARGEST', 'SMALLEST'];

/** The cursor of the payment at a share of a list. */
function cursorAt(places: readonly Place[], order: PaymentOrder, share: number): string {
  const isDay = order === 'NEWEST' || order === 'OLDEST';
  const sign = order === 'OLDEST' || order === 'SMALLEST' ? 1 : -1;
  const value = ({ day, pence }: Place) => (isDay ? day : pence);
  const sorted = [...places].sort((a, b) => {
    if (value(a) !== value(b)) return value(a) < value(b) ? -sign : sign;
    return a.id < b.id ? -sign : sign;
  });
  const place = sorted[Math.floor((sorted.length - 1) * share)]!;
  const name = `${order} ${sign === 1 ? 'ASC' : 'DESC'}`;
  return Buffer.from(JSON.stringify([name, value(place), place.id])).toString('base64url');
}

async function pages(world: World, places: readonly Place[]): Promise<void> {
  const [{ supplier } = { supplier: '' }] = places;
  const filters = {
    alone: [{}, places],
    'of a supplier': [{ supplier }, places.filter((place) => place.supplier === supplier)],
    'of half a year': [
      { from: '2015-04-01', to: '2015-09-30' },
      places.filter(({ day }) => day >= '2015-04-01' && day <= '2015-09-30'),
    ],
    'over £500': [{ minimumPence: 50_000 }, places.filter(({ pence }) => pence >= 50_000)],
  } as const;
  for (const orderBy of ORDERS)
    for (const [name, [filter, wanted]] of Object.entries(filters)) {
      const page = (args: PaymentArgs) => () =>
        paymentPage(requestOf(world), [COUNCIL], { first: 20, orderBy, filter, ...args });
      const second = cursorAt(wanted, orderBy, 20 / wanted.length);
      const works = {
        first: page({ after: second }),
        deep: page({ after: cursorAt(wanted, orderBy, 0.95) }),
      };
      const cost = await measure(works, { calls: 10, rounds: 9, warmUp: 1 });
      report({
        name: `payments by ${orderBy} ${name}, deep page / first pages`,
        ratio: cost.deep.cpu / cost.first.cpu,
        atMost: 1.3,
        detail: `${cost.deep.cpu.toFixed(2)} and ${cost.first.cpu.toFixed(2)} ms`,
      });
    }
}

const LABELLED = resolve(__dirname, '../../../shared/data/spending/oldham_2019_matched.csv');

/** Names on a real ledger with the numbers that another matcher found: a silver standard. */
function labelledNames(): { name: string; label: string; registered: string }[] {
  const payees = new Map<string, { name: string; label: string; registered: string }>();
  for (const line of readFileSync(LABELLED, 'utf8').split(/\r?\n/).slice(1)) {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      (match) => match[1]?.replace(/""/g, '"') ?? match[2] ?? '',
    );
    const [, , , name, , , , , registered = '', company, charity] = cells;
    if (name) payees.set(name, { name, label: company?.trim() || charity?.trim() || '', registered });
  }
  return [...payees.values()];
}

/** The directory of a register made of the labels, asked over the graph as spending asks it. */
async function matching(): Promise<void> {
  if (!existsSync(LABELLED)) return;
  const payees = labelledNames();
  const labelled = payees.filter(({ label }) => label !== '');
  const built = buildSubgraph(councils);
  const directory = await sqliteWorld(databaseOf(built));
  await directory.open();
  const world = await sqliteWorld(databaseOf(buildSubgraph(spending)));
  await world.open();
  try {
    const rows = noRows();
    for (const [label, name] of new Map(labelled.map((one) => [one.label, one.registered])))
      addOrganisationRows(
        rows,
        `organisation_${label}`,
        {
          name,
          kind: 'UNKNOWN',
          otherNames: [],
          entries: [],
          declaredVcse: null,
          declaredSme: null,
          councilGssCode: null,
          localAuthorityGssCode: null,
          postcode: null,
          illustrative: true,
        },
        directory.clock.now(),
      );
    await directory.database.transaction((manager) => insertRows(manager, rows));
    const graph: GraphPort = {
      ask: async <Data>(source: string, variableValues: Readonly<Record<string, unknown>>) => {
        const { data, errors } = await graphql({
          schema: built.schema,
          source,
          variableValues,
          contextValue: requestOf(directory),
        });
        if (errors) throw new Error(errors[0]?.message);
        return data as Data;
      },
    };
    await world.database.transaction((manager) =>
      bulkInsert(
        manager,
        Supplier,
        payees.map(({ name }) => newSupplier({ gssCode: COUNCIL, publishedId: name, name })),
      ),
    );
    await matchSuppliers({ ...world.context(), graph, token: null }, COUNCIL);
    const found = new Map(
      (await world.database.reader.find(Supplier)).map((row) => [row.name, row.organisationId]),
    );
    let right = 0;
    let wrong = 0;
    for (const { name, label } of payees) {
      const organisation = found.get(name) ?? null;
      if (organisation === null) continue;
      if (organisation === `organisation_${label}`) right += 1;
      else wrong += 1;
    }
    const registered = await directory.database.reader.count(Organisation);
    const detail = `${payees.length} names, a register of ${registered}`;
    report({
      name: 'suppliers matched over the graph: recall',
      ratio: right / labelled.length,
      atLeast: 0.94,
      detail,
    });
    report({
      name: 'suppliers matched over the graph: precision',
      ratio: right / (right + wrong),
      atLeast: 0.99,
      detail,
    });
  } finally {
    await world.end();
    await directory.end();
  }
}

async function main(): Promise<void> {
  await matching();
  const small = await ledger(SMALL);
  const took = stopwatch();
  const large = await ledger(LARGE);
  const detail = 'payments written and summed up';
  report({ name: 'payments in a second', ratio: LARGE / (took() / 1000), unit: 'rows/s', detail });
  try {
    await summaries(small.world, large.world);
    await pages(large.world, large.places);
  } finally {
    await small.world.end();
    await large.world.end();
  }
}

void main();
