import { BANK_HOLIDAY_DIVISIONS, type BankHolidayDivision } from './bank-holiday-divisions';
import { PROCLAIMED } from './bank-holidays-proclaimed';
import { addDays, dayOfWeek, type LocalDate } from './local-date';

/** A bank holiday as it is kept. */
export interface BankHoliday {
  /** The day on which it is kept: for a holiday that falls on a weekend, the weekday in its stead. */
  readonly day: LocalDate;
  readonly name: string;
  /** True when the day stands in for one at a weekend. */
  readonly isSubstitute: boolean;
}

/** First year of the calendar: the one-off changes of earlier years are not recorded. */
export const FIRST_YEAR = 2010;

const ALL = BANK_HOLIDAY_DIVISIONS;

/** A holiday that recurs, and the calendars that keep it. */
interface Recurring {
  readonly name: string;
  readonly divisions: readonly BankHolidayDivision[];
  /** The day it falls on before any substitution. */
  readonly falls: (year: number) => LocalDate;
}

// Banking and Financial Dealings Act 1971, schedule 1 (Scotland as amended by the St Andrew's Day Bank Holiday
// (Scotland) Act 2007), New Year's Day and the early May holiday by yearly proclamation; Christmas Day and
// Good Friday in England, Wales and Northern Ireland at common law. Order of date: substitutes depend on it.
const RECURRING: readonly Recurring[] = [
  { name: 'New Year’s Day', divisions: ALL, falls: (year) => `${year}-01-01` },
  { name: '2 January', divisions: ['scotland'], falls: (year) => `${year}-01-02` },
  { name: 'St Patrick’s Day', divisions: ['northern-ireland'], falls: (year) => `${year}-03-17` },
  { name: 'Good Friday', divisions: ALL, falls: (year) => addDays(easterSunday(year), -2) },
  {
    name: 'Easter Monday',
    divisions: ['england-and-wales', 'northern-ireland'],
    falls: (year) => addDays(easterSunday(year), 1),
  },
  { name: 'Early May bank holiday', divisions: ALL, falls: (year) => firstMonday(`${year}-05-01`) },
  { name: 'Spring bank holiday', divisions: ALL, falls: (year) => lastMonday(`${year}-05-31`) },
  { name: 'Battle of the Boyne', divisions: ['northern-ireland'], falls: (year) => `${year}-07-12` },
  { name: 'Summer bank holiday', divisions: ['scotland'], falls: (year) => firstMonday(`${year}-08-01`) },
  {
    name: 'Summer bank holiday',
    divisions: ['england-and-wales', 'northern-ireland'],
    falls: (year) => lastMonday(`${year}-08-31`),
  },
  { name: 'St Andrew’s Day', divisions: ['scotland'], falls: (year) => `${year}-11-30` },
  { name: 'Christmas Day', divisions: ALL, falls: (year) => `${year}-12-25` },
  { name: 'Boxing Day', divisions: ALL, falls: (year) => `${year}-12-26` },
];

const calendars = new Map<string, ReadonlyMap<LocalDate, BankHoliday>>();

/**
 * The bank holidays of a year in that part of the United Kingdom, in order of date. Later years than the last
 * proclamation on record follow the rules alone.
 * @throws RangeError for a year before 2010.
 */
export function bankHolidays(year: number, division: BankHolidayDivision): readonly BankHoliday[] {
  return [...calendar(year, division).values()];
}

/**
 * True when the day is a bank holiday in that part of the United Kingdom.
 * @throws RangeError for a day before 2010.
 */
export function isBankHoliday(day: LocalDate, division: BankHolidayDivision): boolean {
  return calendar(Number(day.slice(0, 4)), division).has(day);
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of Nature, 1876). */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return `${year}-${twoDigits(Math.floor(days / 31))}-${twoDigits((days % 31) + 1)}`;
}

function calendar(year: number, division: BankHolidayDivision): ReadonlyMap<LocalDate, BankHoliday> {
  if (!(year >= FIRST_YEAR))
    throw new RangeError(`The calendar of bank holidays begins in ${FIRST_YEAR}; asked for ${year}.`);
  const key = `${division} ${year}`;
  let days = calendars.get(key);
  if (!days) calendars.set(key, (days = build(year, division)));
  return days;
}

function build(year: number, division: BankHolidayDivision): ReadonlyMap<LocalDate, BankHoliday> {
  const proclaimed = PROCLAIMED.filter(
    (change) => change.divisions.includes(division) && change.kept.startsWith(`${year}-`),
  );
  const moved = new Map(proclaimed.filter((change) => change.moves).map((change) => [change.moves, change]));
  const falling = RECURRING.filter((holiday) => holiday.divisions.includes(division)).map((holiday) => {
    const day = holiday.falls(year);
    return { name: holiday.name, day: moved.get(day)?.kept ?? day };
  });
  for (const change of proclaimed) if (!change.moves) falling.push({ name: change.name, day: change.kept });

  const days = new Map<LocalDate, BankHoliday>();
  for (const { name, day } of falling)
    if (dayOfWeek(day) <= 5) days.set(day, { day, name, isSubstitute: false });
  // One at a weekend is kept on the next weekday that is not a holiday already: with Christmas on a Sunday,
  // Boxing Day stays on Monday and Christmas is made good on Tuesday.
  for (const { name, day } of falling) {
    if (dayOfWeek(day) <= 5) continue;
    let instead = addDays(day, 1);
    while (dayOfWeek(instead) > 5 || days.has(instead)) instead = addDays(instead, 1);
    days.set(instead, { day: instead, name, isSubstitute: true });
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function firstMonday(firstOfMonth: LocalDate): LocalDate {
  return addDays(firstOfMonth, (8 - dayOfWeek(firstOfMonth)) % 7);
}

function lastMonday(lastOfMonth: LocalDate): LocalDate {
  return addDays(lastOfMonth, 1 - dayOfWeek(lastOfMonth));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
