import { Temporal } from 'temporal-polyfill';

/** A calendar day in the United Kingdom, `YYYY-MM-DD`, years 1000 to 9999: sorts as text. */
export type LocalDate = string;

/** The zone in which councils count days. */
export const ZONE = 'Europe/London';

/** True for a day that exists, written `YYYY-MM-DD`. Plain arithmetic: imports ask it of every row. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** How many days a month of the Gregorian calendar has, 1 being January; 0 for a month that is none. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The first and the last day that there is. */
export const FIRST_DAY: LocalDate = '1000-01-01';
export const LAST_DAY: LocalDate = '9999-12-31';

function plain(day: LocalDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(day);
}

/** A day reckoned from another one, held to the days that there are: somebody may ask for a hundred centuries. */
function moved(day: LocalDate, by: Temporal.DurationLike): LocalDate {
  const there = plain(day).add(by);
  if (there.year > 9999) return LAST_DAY;
  return there.year < 1000 ? FIRST_DAY : there.toString();
}

/** The day it is in London at an instant. */
export function londonDate(instant: Date): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toString();
}

/** The first instant of a day in London. */
export function startOfLondonDay(day: LocalDate): Date {
  return new Date(plain(day).toZonedDateTime(ZONE).epochMilliseconds);
}

/** The last millisecond of a day in London: a deadline "by" a day ends here. */
export function endOfLondonDay(day: LocalDate): Date {
  return new Date(plain(day).add({ days: 1 }).toZonedDateTime(ZONE).epochMilliseconds - 1);
}

/** The day `days` later (earlier when negative); the last or first day that there is where it would lie beyond. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return moved(day, { days });
}

/** The same weekday `weeks` later. */
export function addWeeks(day: LocalDate, weeks: number): LocalDate {
  return moved(day, { weeks });
}

/**
 * The corresponding date `months` later; the last day of the month where that month is too short, as periods
 * of months are counted in law (Dodds v Walker [1981] 1 WLR 1027).
 */
export function addMonths(day: LocalDate, months: number): LocalDate {
  return moved(day, { months });
}

/** The corresponding date `years` later; 29 February becomes 28 where there is none. */
export function addYears(day: LocalDate, years: number): LocalDate {
  return moved(day, { years });
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return plain(from).until(plain(to), { largestUnit: 'days' }).days;
}

/** Whole years from one day to another, as an age is counted. */
export function yearsBetween(from: LocalDate, to: LocalDate): number {
  return plain(from).until(plain(to), { largestUnit: 'years' }).years;
}

/** 1 for Monday to 7 for Sunday. */
export function dayOfWeek(day: LocalDate): number {
  return plain(day).dayOfWeek;
}

/** The day as people write it: `2 March 2026`. */
export function formatDay(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** The instant as people in London write it: `2 March 2026, 21:05`. */
export function formatInstant(instant: Date): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${formatDay(londonDate(instant))}, ${two(hour)}:${two(minute)}`;
}

/** English names of the months, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
