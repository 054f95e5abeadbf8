import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  FIRST_DAY,
  LAST_DAY,
  type LocalDate,
} from '@coop/shared/time';

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

/** Months from the first one that there is. */
const monthsOf = (day: string): number =>
  (Number(day.slice(0, 4)) - Number(FIRST_DAY.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - 1;

const nextMonth = (month: string): string =>
  month === monthOf(LAST_DAY) ? LAST_MONTH : monthOf(addMonths(firstDay(month), 1));
const monthBefore = (month: string): string =>
  month === monthOf(FIRST_DAY) ? FIRST_MONTH : monthOf(addMonths(firstDay(month), -1));

/** Takes a period apart into whole months and the days beside them. */
export function partsOf({ from, to }: Period): PeriodParts {
  if (from !== null && to !== null && from > to) return { months: null, days: [] };
  const startsWhole = from === null || from === firstDay(monthOf(from));
  const endsWhole = to === null || to === lastDay(monthOf(to));
  const oneMonth = from !== null && to !== null && monthOf(from) === monthOf(to);
  if (oneMonth && !(startsWhole && endsWhole)) return { months: null, days: [[from, to]] };
  const first = from === null ? FIRST_MONTH : startsWhole ? monthOf(from) : nextMonth(monthOf(from));
  const last = to === null ? LAST_MONTH : endsWhole ? monthOf(to) : monthBefore(monthOf(to));
  const days: [LocalDate, LocalDate][] = [];
  if (from !== null && !startsWhole) days.push([from, lastDay(monthOf(from))]);
  if (to !== null && !endsWhole) days.push([firstDay(monthOf(to)), to]);
  return { months: first <= last ? [first, last] : null, days };
}

/**
 * The period of the same length just before: as many months where it is of whole months, otherwise as many days.
 * Null for a period without a first or last day, and for one before which there are not so many days.
 */
export function periodBefore({ from, to }: Period): { from: LocalDate; to: LocalDate } | null {
  if (from === null || to === null || from > to) return null;
  if (from === firstDay(monthOf(from)) && to === lastDay(monthOf(to))) {
    const months = monthsOf(to) - monthsOf(from) + 1;
    return months > monthsOf(from) ? null : { from: addMonths(from, -months), to: addDays(from, -1) };
  }
  const days = daysBetween(from, to) + 1;
  return days > daysBetween(FIRST_DAY, from) ? null : { from: addDays(from, -days), to: addDays(from, -1) };
}

/** The quarter of a month: `2019-Q3`. */
export const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

/** The financial year of a month, from April: `2019/20`. */
export function financialYearOf(month: string): string {
  const year = Number(month.slice(0, 4)) - (Number(month.slice(5)) < 4 ? 1 : 0);
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}
