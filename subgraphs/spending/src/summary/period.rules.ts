import { addDays, addMonths, daysBetween, daysInMonth, type LocalDate } from '@coop/shared/time';

/** From a day to a day, both included; null for no bound. */
export interface Period {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** A period as it is answered: whole months out of what is kept by month, other days out of the payments. */
export interface PeriodParts {
  /** First and last whole month, `2019-07`; null where there is none. */
  readonly months: readonly [first: string, last: string] | null;
  /** First and last day of what is left at either end. */
  readonly days: readonly (readonly [from: LocalDate, to: LocalDate])[];
}

/** Before and after every month that a payment can be of. */
const FIRST_MONTH = '0000-00';
const LAST_MONTH = '9999-99';

const monthOf = (day: LocalDate): string => day.slice(0, 7);
const firstDay = (month: string): LocalDate => `${month}-01`;

function lastDay(month: string): LocalDate {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  return `${month}-${String(days).padStart(2, '0')}`;
}

const monthAfter = (month: string, by: number): string => monthOf(addMonths(firstDay(month), by));

/** Takes a period apart into whole months and the days beside them. */
export function partsOf({ from, to }: Period): PeriodParts {
  if (from !== null && to !== null && from > to) return { months: null, days: [] };
  const startsWhole = from === null || from === firstDay(monthOf(from));
  const endsWhole = to === null || to === lastDay(monthOf(to));
  const oneMonth = from !== null && to !== null && monthOf(from) === monthOf(to);
  if (oneMonth && !(startsWhole && endsWhole)) return { months: null, days: [[from, to]] };
  const first = from === null ? FIRST_MONTH : startsWhole ? monthOf(from) : monthAfter(monthOf(from), 1);
  const last = to === null ? LAST_MONTH : endsWhole ? monthOf(to) : monthAfter(monthOf(to), -1);
  const days: [LocalDate, LocalDate][] = [];
  if (from !== null && !startsWhole) days.push([from, lastDay(monthOf(from))]);
  if (to !== null && !endsWhole) days.push([firstDay(monthOf(to)), to]);
  return { months: first <= last ? [first, last] : null, days };
}

/**
 * The period of the same length just before: as many months where it is of whole months, otherwise as many days.
 * Null for a period without a first or last day.
 */
export function periodBefore({ from, to }: Period): { from: LocalDate; to: LocalDate } | null {
  if (from === null || to === null || from > to) return null;
  if (from === firstDay(monthOf(from)) && to === lastDay(monthOf(to))) {
    const months =
      (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
      Number(to.slice(5, 7)) -
      Number(from.slice(5, 7)) +
      1;
    return { from: addMonths(from, -months), to: addDays(from, -1) };
  }
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
}

/** The quarter of a month: `2019-Q3`. */
export const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

/** The financial year of a month, from April: `2019/20`. */
export function financialYearOf(month: string): string {
  const year = Number(month.slice(0, 4)) - (Number(month.slice(5)) < 4 ? 1 : 0);
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}
