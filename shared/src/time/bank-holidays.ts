import { type LocalDate } from './local-date';

/** The three calendars of bank holidays in the United Kingdom. */
export type BankHolidayDivision = 'england-and-wales' | 'scotland' | 'northern-ireland';

/** True when the day is a bank holiday in that part of the United Kingdom. */
export function isBankHoliday(_day: LocalDate, _division: BankHolidayDivision): boolean {
  throw new Error('The calendar of bank holidays is not loaded.');
}
