/** The three calendars of bank holidays in the United Kingdom. */
export type BankHolidayDivision = 'england-and-wales' | 'scotland' | 'northern-ireland';

/** The divisions, in the order of their population. */
export const BANK_HOLIDAY_DIVISIONS: readonly BankHolidayDivision[] = [
  'england-and-wales',
  'scotland',
  'northern-ireland',
];
