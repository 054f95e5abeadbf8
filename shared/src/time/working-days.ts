import type { BankHolidayDivision } from './bank-holiday-divisions';
import { isBankHoliday } from './bank-holidays';
import { addDays, dayOfWeek, type LocalDate } from './local-date';

/** True for a day that is no Saturday, Sunday or bank holiday in that part of the United Kingdom. */
export function isWorkingDay(day: LocalDate, division: BankHolidayDivision = 'england-and-wales'): boolean {
  return dayOfWeek(day) <= 5 && !isBankHoliday(day, division);
}

/** The day that is `count` working days after `day`, which itself is not counted. `count` is at least 0. */
export function addWorkingDays(
  day: LocalDate,
  count: number,
  division: BankHolidayDivision = 'england-and-wales',
): LocalDate {
  let current = day;
  for (let left = count; left > 0;) {
    current = addDays(current, 1);
    if (isWorkingDay(current, division)) left -= 1;
  }
  return current;
}
