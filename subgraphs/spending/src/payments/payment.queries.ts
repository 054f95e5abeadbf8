import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { defineLoader, definePageLoader, inOrder, type RequestContext } from '@coop/shared/graphql';
import { visibleImports } from '@coop/shared/importing';
import { isGssCode } from '@coop/shared/nouns';
import {
  badInput,
  ImportRun,
  keysetPagesByParent,
  once,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import { labelKey } from './payment-keys.queries';
import {
  isGiven,
  orderingOf,
  passedBounds,
  PAYMENT_BOUNDS,
  PAYMENT_ORDERS,
  type PaymentBound,
} from './payment-order.queries';
import { Payment } from './payment.entity';
import type { PaymentOrder } from './payment.enums';
import type { PaymentFilter } from './payment.types';

/** Payments, without those of an import that is not complete: where every reading of the table begins. */
export function visiblePayments(reader: EntityManager, alias = 'payment'): SelectQueryBuilder<Payment> {
  return reader.createQueryBuilder(Payment, alias).where(visibleImports(alias));
}

/** A payment by its id. */
export const paymentById = defineLoader<string, Payment>(async (ids, { database }) =>
  inOrder(
    ids,
    await visiblePayments(database.reader)
      .andWhere({ id: In([...ids]) })
      .getMany(),
    ({ id }) => id,
  ),
);

/** The name of the file that an import read, by the import's id. */
export const fileOfImport = defineLoader<string, string>(async (ids, { database }) => {
  const runs = await database.reader.find(ImportRun, {
    where: { id: In([...ids]) },
    select: { id: true, file: true },
  });
  return inOrder(ids, runs, ({ id }) => id).map((run) => run?.file ?? null);
});

/** What a list of payments is asked for with. */
export interface PaymentArgs extends PageArgs {
  readonly filter?: PaymentFilter | null;
  readonly orderBy?: PaymentOrder | null;
}

/** The most councils whose payments one list may mix. */
const MOST_COUNCILS = 100;

/**
 * Narrows a query to what the filter asks for, its councils apart.
 * @param passed bounds that a cursor lies within: they hold, but are no range to begin with
 */
export function applyPaymentFilter(
  query: SelectQueryBuilder<Payment>,
  filter: PaymentFilter,
  passed: ReadonlySet<PaymentBound> = new Set(),
): void {
  const { supplier, organisation } = filter;
  for (const [bound, { column, comparison }] of PAYMENT_BOUNDS) {
    const value = filter[bound];
    // To SQLite a plus before the column says that no index is meant; MySQL does not mind it.
    if (isGiven(value))
      query.andWhere(`${passed.has(bound) ? '+ ' : ''}${column} ${comparison} :${bound}`, { [bound]: value });
  }
  if (isGiven(supplier)) query.andWhere('payment.supplierId = :supplier', { supplier });
  if (isGiven(organisation))
    query.andWhere(
      'payment.supplierId IN (SELECT supplier.id FROM supplier WHERE supplier.organisation_id = :organisation)',
      { organisation },
    );
  for (const label of ['department', 'purpose', 'category'] as const) {
    const text = filter[label];
    if (isGiven(text)) query.andWhere(`payment.${label}Key = :${label}`, { [label]: labelKey(text) });
  }
  if (isGiven(filter.channel)) query.andWhere('payment.channel = :channel', { channel: filter.channel });
  if (isGiven(filter.invoiceNumber))
    query.andWhere('payment.invoiceNumber = :invoiceNumber', { invoiceNumber: filter.invoiceNumber });
}

async function pagesOf(
  reader: EntityManager,
  councils: readonly string[],
  { filter, orderBy, ...args }: PaymentArgs,
): Promise<Map<string, Page<Payment>>> {
  const wanted = filter ?? {};
  const order = orderBy ?? 'NEWEST';
  const query = visiblePayments(reader);
  applyPaymentFilter(query, wanted, passedBounds(order, args));
  return keysetPagesByParent({
    query,
    alias: 'payment',
    parentColumn: 'payment.gssCode',
    parents: councils,
    ordering: await orderingOf(reader, councils, order, wanted),
    args,
  });
}

/** A page of each council's payments. */
export const paymentsOfCouncil = definePageLoader<Payment, PaymentArgs>(
  async (councils, args, { database: { reader } }) => {
    const named = args.filter?.councils;
    const pages = await pagesOf(reader, councils, args);
    if (!isGiven(named)) return pages;
    return new Map([...pages].map(([council, page]) => [council, named.includes(council) ? page : NOTHING]));
  },
);

const NOTHING: Page<Payment> = {
  nodes: [],
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: () => Promise.resolve(0),
};

/**
 * A page of the payments of several councils: the page of each, merged.
 * @throws GraphQLError BAD_USER_INPUT for a text that is no GSS code, or for too many
 */
export async function paymentPage(
  { database: { reader } }: RequestContext,
  councils: readonly string[],
  args: PaymentArgs,
): Promise<Page<Payment>> {
  for (const one of councils) if (!isGssCode(one)) throw badInput(`${one} is not the code of a council.`);
  if (councils.length > MOST_COUNCILS)
    throw badInput(`Name at most ${MOST_COUNCILS} councils in the filter; there are ${councils.length}.`);
  const pages = [...(await pagesOf(reader, [...new Set(councils)], args)).values()];
  const [only] = pages;
  if (!only) return NOTHING;
  return pages.length === 1 ? only : merged(pages, args);
}

function merged(pages: readonly Page<Payment>[], args: PaymentArgs): Page<Payment> {
  const { property, direction } = PAYMENT_ORDERS[args.orderBy ?? 'NEWEST'];
  const sign = direction === 'ASC' ? 1 : -1;
  const backward = isGiven(args.last);
  const all = pages
    .flatMap(({ edges }) => edges)
    .sort(({ node: a }, { node: b }) => {
      if (a[property] !== b[property]) return a[property] < b[property] ? -sign : sign;
      return a.id < b.id ? -sign : sign;
    });
  const size = args.first ?? args.last ?? 20;
  const edges = backward ? all.slice(-size) : all.slice(0, size);
  const cut = all.length > edges.length;
  const some = (side: 'hasNextPage' | 'hasPreviousPage') => pages.some(({ pageInfo }) => pageInfo[side]);
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: some('hasNextPage') || (!backward && cut),
      hasPreviousPage: some('hasPreviousPage') || (backward && cut),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: once(async () => {
      let count = 0;
      for (const page of pages) count += await page.totalCount();
      return count;
    }),
  };
}
