import { addDays, addMonths, addWeeks, addYears, type LocalDate } from '@coop/shared/time';

/** A length of time as statutes state it. */
export type Period =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly years: number };

/**
 * The day that corresponds to `day` at the far end of the period; the last day of the month where that month is
 * too short for it (Dodds v Walker [1981] 1 WLR 1027).
 */
function correspondingDay(day: LocalDate, period: Period): LocalDate {
  if ('days' in period) return addDays(day, period.days);
  if ('weeks' in period) return addWeeks(day, period.weeks);
  if ('months' in period) return addMonths(day, period.months);
  return addYears(day, period.years);
}

/**
 * The last day of a period "beginning with" a day. The words make that day the first of the period, so it counts
 * (Hare v Gocher [1962] 2 QB 641; Zoan v Rouamba [2000] 1 WLR 1509): the period ends with the day before the
 * corresponding one. Where the last month has no corresponding day the whole of that month belongs to the period
 * (Migotti v Colvile (1879) 4 CPD 233): six months beginning with 31 August end with the last day of February.
 */
export function lastDayBeginningWith(day: LocalDate, period: Period): LocalDate {
  const corresponding = correspondingDay(day, period);
  const monthTooShort = ('months' in period || 'years' in period) && corresponding.slice(8) !== day.slice(8);
  return monthTooShort ? corresponding : addDays(corresponding, -1);
}

/**
 * The last day "within" a period of (or after, or from) an event. The day of the event does not count (Lester v
 * Garland (1808) 15 Ves Jun 248; Zoan v Rouamba): the period ends with the corresponding day.
 */
export function lastDayWithin(day: LocalDate, period: Period): LocalDate {
  return correspondingDay(day, period);
}
