import type { EntityManager } from 'typeorm';
import { marks, type Ordering, type PageArgs } from '@coop/shared/persistence';
import type { PaymentOrder } from './payment.enums';
import type { PaymentFilter } from './payment.types';

/** Whether a filter says anything of it. */
export const isGiven = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined;

const BY_DAY = { property: 'paidOn', index: 'ix_payment_gss_code_paid_on_id' } as const;
const BY_AMOUNT = { property: 'amountPence', index: 'ix_payment_gss_code_amount_pence_id' } as const;
const OF_SUPPLIER = 'ix_payment_gss_code_supplier_id_paid_on_id';

/** What payments are sorted by in each order, and the index that has them so. */
export const PAYMENT_ORDERS = {
  NEWEST: { direction: 'DESC', ...BY_DAY },
  OLDEST: { direction: 'ASC', ...BY_DAY },
  LARGEST: { direction: 'DESC', ...BY_AMOUNT },
  SMALLEST: { direction: 'ASC', ...BY_AMOUNT },
} as const satisfies Record<PaymentOrder, object>;

/** Bounds of a filter on what payments are sorted by. */
export type PaymentBound = 'from' | 'to' | 'minimumPence' | 'maximumPence';

/** What each bound is a bound of. */
export const PAYMENT_BOUNDS: ReadonlyMap<
  PaymentBound,
  { readonly column: string; readonly comparison: string }
> = new Map([
  ['from', { column: 'payment.paidOn', comparison: '>=' }],
  ['to', { column: 'payment.paidOn', comparison: '<=' }],
  ['minimumPence', { column: 'payment.amountPence', comparison: '>=' }],
  ['maximumPence', { column: 'payment.amountPence', comparison: '<=' }],
]);

/**
 * The bounds that lie behind the cursor of a page. SQLite begins its range with either of two bounds on the same side:
 * with that of the filter it would read all the list up to the cursor.
 */
export function passedBounds(order: PaymentOrder, { after, before }: PageArgs): ReadonlySet<PaymentBound> {
  const { property, direction } = PAYMENT_ORDERS[order];
  const isUpward = direction === 'ASC';
  const [lower, upper] =
    property === 'paidOn' ? (['from', 'to'] as const) : (['minimumPence', 'maximumPence'] as const);
  return new Set([
    ...(isGiven(after) ? [isUpward ? lower : upper] : []),
    ...(isGiven(before) ? [isUpward ? upper : lower] : []),
  ]);
}

/** So few payments are sorted sooner than they are met in a list of all. */
const FEW = 2000;

/**
 * The order of a page, and by which index it is found. That of the order, so that a page costs the same whatever its
 * depth; but where the filter has an index of its own that leads to few payments, these are read and sorted. A database
 * left to itself sorts half a million to show twenty. At most one statement, on an index alone.
 */
export async function orderingOf(
  reader: EntityManager,
  councils: readonly string[],
  order: PaymentOrder,
  filter: PaymentFilter,
): Promise<Ordering> {
  const { property, direction, index } = PAYMENT_ORDERS[order];
  const ordering = { name: order, column: `payment.${property}`, direction };
  // Few payments, under some records: any way will do.
  if (isGiven(filter.organisation)) return ordering;
  const led = (by: string) => ({ ...ordering, index: by, isLedByIndex: true });
  const other = otherIndex(order, filter);
  if (!other) return led(index);
  if (order === 'NEWEST' || order === 'OLDEST') if (isGiven(filter.supplier)) return led(other);
  return led((await areFew(reader, councils, filter, other)) ? other : index);
}

/** The index beside that of the order that the filter can be answered by. */
function otherIndex(
  order: PaymentOrder,
  { supplier, from, to, minimumPence, maximumPence }: PaymentFilter,
): string | null {
  if (isGiven(supplier)) return OF_SUPPLIER;
  const isByDay = PAYMENT_ORDERS[order].property === 'paidOn';
  if (isByDay) return isGiven(minimumPence) || isGiven(maximumPence) ? BY_AMOUNT.index : null;
  return isGiven(from) || isGiven(to) ? BY_DAY.index : null;
}

/** Whether an index leads to few payments. Reads no more of it than that. */
async function areFew(
  reader: EntityManager,
  councils: readonly string[],
  filter: PaymentFilter,
  index: string,
): Promise<boolean> {
  if (councils.length === 0) return false;
  const conditions = [`gss_code IN (${marks(councils)})`];
  const parameters: unknown[] = [...councils];
  const add = (column: string, comparison: string, value: unknown) => {
    if (!isGiven(value)) return;
    conditions.push(`${column} ${comparison} ?`);
    parameters.push(value);
  };
  if (index === BY_AMOUNT.index) {
    add('amount_pence', '>=', filter.minimumPence);
    add('amount_pence', '<=', filter.maximumPence);
  } else {
    if (index === OF_SUPPLIER) add('supplier_id', '=', filter.supplier);
    add('paid_on', '>=', filter.from);
    add('paid_on', '<=', filter.to);
  }
  const [row] = await reader.query<{ found: string | number }[]>(
    `SELECT COUNT(*) AS found FROM (SELECT id FROM payment WHERE ${conditions.join(' AND ')} LIMIT ${FEW}) few`,
    parameters,
  );
  return Number(row?.found) < FEW;
}
