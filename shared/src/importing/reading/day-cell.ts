import { addDays, daysInMonth, MONTHS, type LocalDate } from '../../time';
import { orNothing } from './cells';
import type { CellParser, CellReading } from './columns';

const TIME = '(?:[T ]+\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:\\s*[AP]M)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'i');
const DAY_FIRST = new RegExp(`^(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`, 'i');
const NAMED = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[-/. ]?\\s*([a-z]{3,9})\\.?[-/., ]?\\s*(\\d{4}|\\d{2})${TIME}$`,
  'i',
);
const MONTH_FIRST = new RegExp(`^([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${TIME}$`, 'i');
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;

/** Spreadsheet day 1 is 1 January 1900, and it counts a 29 February 1900 that never was. */
const SERIAL_ZERO: LocalDate = '1899-12-30';
/** The days from 3 October 1954 to 11 January 2119: any other five digits are no date that a council writes. */
const SERIAL_FIRST = 20_000;
const SERIAL_LAST = 79_999;

const NO_DAY: CellReading<LocalDate> = { problem: 'It is not a day.' };
const months = new Map<string, number>(
  MONTHS.flatMap((name, index) => [
    [name.toLowerCase(), index + 1] as const,
    [name.slice(0, 3).toLowerCase(), index + 1] as const,
  ]),
);
months.set('sept', 9);

// The same few hundred days fill a file; reading each text once saves most of the work.
const known = new Map<string, CellReading<LocalDate>>();
const KNOWN_AT_MOST = 5000;

/**
 * A day as British people, databases and spreadsheets write it: `02/03/2026`, `2-3-26`, `2026-03-02`,
 * `2 March 2026`, `02-Mar-26`, `20260302`, the spreadsheet's day number `46083`; a time of day after it is
 * dropped. The day stands before the month. Two digits are a year from 1970 to 2069.
 */
export const dayCell: CellParser<LocalDate> = orNothing((text) => {
  let reading = known.get(text);
  if (!reading) {
    reading = readDay(text);
    if (known.size >= KNOWN_AT_MOST) known.clear();
    known.set(text, reading);
  }
  return reading;
});

function readDay(text: string): CellReading<LocalDate> {
  let match = YEAR_FIRST.exec(text);
  if (match) return dayOf(match[1]!, Number(match[3]), match[4]!);
  match = DAY_FIRST.exec(text);
  if (match) {
    if (Number(match[3]) > 12 && Number(match[1]) <= 12)
      return { problem: 'It is not a day: the month stands first, as Americans write it.' };
    return dayOf(match[4]!, Number(match[3]), match[1]!);
  }
  match = NAMED.exec(text);
  if (match) return dayOf(match[3]!, months.get(match[2]!.toLowerCase()) ?? 0, match[1]!);
  match = MONTH_FIRST.exec(text);
  if (match) return dayOf(match[3]!, months.get(match[1]!.toLowerCase()) ?? 0, match[2]!);
  match = SERIAL.exec(text);
  if (match) {
    const serial = Number(match[1]);
    return serial >= SERIAL_FIRST && serial <= SERIAL_LAST ? { value: addDays(SERIAL_ZERO, serial) } : NO_DAY;
  }
  match = COMPACT.exec(text);
  return match ? dayOf(match[1]!, Number(match[2]), match[3]!) : NO_DAY;
}

function dayOf(yearText: string, month: number, dayText: string): CellReading<LocalDate> {
  let year = Number(yearText);
  if (yearText.length === 2) year += year < 70 ? 2000 : 1900;
  const day = Number(dayText);
  if (year < 1000 || month < 1 || month > 12 || day < 1) return NO_DAY;
  if (day > daysInMonth(year, month)) return { problem: 'There is no such day in that month.' };
  return { value: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}
