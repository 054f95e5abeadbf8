import { formatPence, sumPence } from '@coop/shared/money';
import { addDays, daysBetween, formatDay, type LocalDate } from '@coop/shared/time';
import { spendLimits, type IndicatorFences } from './fraud.law';
import type { IndicatorKind } from './indicator-kinds';

/** A payment, as far as an indicator asks. */
export interface IndicatedPayment {
  readonly id: string;
  readonly day: LocalDate;
  readonly amountPence: number;
}

/** What an indicator says of a supplier: a figure against its fence, or why there is none. */
export type Indication =
  | {
      readonly kind: IndicatorKind;
      readonly computed: true;
      /** In the unit of its kind: payments, a share, a mean deviation, days, records. */
      readonly figure: number;
      readonly fence: number;
      /** True where the figure is at the fence or beyond it, on the side that points at something. */
      readonly isFlagged: boolean;
      /** In words, without a judgement. */
      readonly detail: string;
      readonly payments: readonly string[];
    }
  | { readonly kind: IndicatorKind; readonly computed: false; readonly reason: string };

const cannot = (kind: IndicatorKind, reason: string): Indication => ({ kind, computed: false, reason });

const byDay = (a: IndicatedPayment, b: IndicatedPayment): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1;

const paid = (payments: readonly IndicatedPayment[]): IndicatedPayment[] =>
  payments.filter(({ amountPence }) => amountPence > 0).sort(byDay);

/** Payments just under a limit, close together, and far above it in all. */
export function splitting(
  payments: readonly IndicatedPayment[],
  { splitting: fence }: IndicatorFences,
): Indication {
  const all = paid(payments);
  if (all.length === 0) return cannot('SPLITTING', 'Nothing was paid.');
  let most: { readonly run: readonly IndicatedPayment[]; readonly limit: number } = { run: [], limit: 0 };
  const limits = new Set(
    [...new Set(all.map(({ day }) => spendLimits.on(day)))].flatMap((row) =>
      (row?.value ?? []).map(({ pence }) => pence),
    ),
  );
  if (limits.size === 0) return cannot('SPLITTING', 'No limit held on the days of the payments.');
  for (const limit of limits) {
    const near = all.filter(
      ({ day, amountPence }) =>
        amountPence >= limit * fence.from &&
        amountPence <= limit &&
        (spendLimits.on(day)?.value ?? []).some(({ pence }) => pence === limit),
    );
    let start = 0;
    for (let end = 0; end < near.length; end += 1) {
      while (daysBetween(near[start]!.day, near[end]!.day) >= fence.days) start += 1;
      const run = near.slice(start, end + 1);
      const isAbove = sumPence(run.map(({ amountPence }) => amountPence)) > limit * fence.together;
      if (isAbove && run.length > most.run.length) most = { run, limit };
    }
  }
  const { run, limit } = most;
  const sum = sumPence(run.map(({ amountPence }) => amountPence));
  return {
    ...{ kind: 'SPLITTING', computed: true, figure: run.length, fence: fence.payments },
    isFlagged: run.length >= fence.payments,
    detail:
      run.length === 0
        ? 'No payments close under a limit follow each other.'
        : `${run.length} payments from ${formatDay(run[0]!.day)} to ${formatDay(run.at(-1)!.day)}, each close under ${formatPence(limit)}, together ${formatPence(sum)}.`,
    payments: run.map(({ id }) => id),
  };
}

/** Whole thousands of pounds, among payments that are large enough to have them. */
export function roundSums(
  payments: readonly IndicatedPayment[],
  { roundSums: fence }: IndicatorFences,
): Indication {
  const large = paid(payments).filter(({ amountPence }) => amountPence >= fence.leastPence);
  if (large.length < fence.payments)
    return cannot(
      'ROUND_SUMS',
      `It takes ${fence.payments} payments of ${formatPence(fence.leastPence)} or more.`,
    );
  const round = large.filter(({ amountPence }) => amountPence % 100_000 === 0);
  const figure = round.length / large.length;
  return {
    ...{ kind: 'ROUND_SUMS', computed: true, figure, fence: fence.share },
    isFlagged: figure >= fence.share,
    detail: `${round.length} of ${large.length} payments are whole thousands of pounds.`,
    payments: round.map(({ id }) => id),
  };
}

/** The share of each first digit that Benford's law expects. */
const EXPECTED = Array.from({ length: 9 }, (_, index) => Math.log10(1 + 1 / (index + 1)));

/** How far first digits are from Benford's law: the mean absolute deviation over the nine digits. */
export function benford(
  payments: readonly IndicatedPayment[],
  { benford: fence }: IndicatorFences,
): Indication {
  const amounts = paid(payments);
  if (amounts.length < fence.payments)
    return cannot('BENFORD', `It takes ${fence.payments} payments to one supplier.`);
  const counts = Array.from({ length: 9 }, () => 0);
  for (const { amountPence } of amounts) counts[Number(String(amountPence)[0]) - 1]! += 1;
  const figure =
    EXPECTED.reduce((sum, share, index) => sum + Math.abs(counts[index]! / amounts.length - share), 0) / 9;
  return {
    ...{ kind: 'BENFORD', computed: true, figure, fence: fence.deviation },
    isFlagged: figure > fence.deviation,
    detail: `First digits of ${amounts.length} amounts, 1 to 9: ${counts.join(', ')}.`,
    payments: [],
  };
}

/** How soon after its first payment a supplier that was not there before had been paid a large sum. */
export function newSupplierFast(
  payments: readonly IndicatedPayment[],
  firstDay: LocalDate,
  { newSupplier: fence }: IndicatorFences,
): Indication {
  const all = paid(payments);
  const first = all[0];
  if (!first || first.day < addDays(firstDay, fence.historyDays))
    return cannot(
      'NEW_SUPPLIER_FAST',
      `Whether it is new cannot be told without ${fence.historyDays} days of payments before its first.`,
    );
  let sum = 0;
  const until = all.findIndex(({ amountPence }) => (sum += amountPence) >= fence.sumPence);
  if (until < 0)
    return cannot('NEW_SUPPLIER_FAST', `It was paid less than ${formatPence(fence.sumPence)} in all.`);
  const figure = daysBetween(first.day, all[until]!.day);
  return {
    ...{ kind: 'NEW_SUPPLIER_FAST', computed: true, figure, fence: fence.days },
    isFlagged: figure <= fence.days,
    detail: `First paid on ${formatDay(first.day)}; ${formatPence(sum)} by ${formatDay(all[until]!.day)}.`,
    payments: all.slice(0, until + 1).map(({ id }) => id),
  };
}

/** A supplier record with its numbers in registers. */
export interface NumberedRecord {
  readonly id: string;
  readonly nameKey: string;
  readonly numbers: readonly string[];
}

/** For each supplier record, how many records of different names have one of its numbers. */
export function sharedIdentifiers(
  records: readonly NumberedRecord[],
  { sharedIdentifier: fence }: IndicatorFences,
): ReadonlyMap<string, Indication> {
  const names = new Map<string, Set<string>>();
  for (const { nameKey, numbers } of records)
    for (const number of numbers) names.set(number, (names.get(number) ?? new Set()).add(nameKey));
  return new Map(
    records.map(({ id, numbers }): [string, Indication] => {
      const most = Math.max(0, ...numbers.map((number) => names.get(number)!.size));
      return [
        id,
        numbers.length === 0
          ? cannot('SHARED_IDENTIFIER', 'No registration number of it is published.')
          : {
              ...{ kind: 'SHARED_IDENTIFIER', computed: true, figure: most, fence: fence.records },
              isFlagged: most >= fence.records,
              detail: `${most} supplier ${most === 1 ? 'record has' : 'records of different names have'} its registration number.`,
              payments: [],
            },
      ];
    }),
  );
}
