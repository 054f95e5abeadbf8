import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  BANK_HOLIDAY_DIVISIONS,
  bankHolidays,
  dayOfWeek,
  daysBetween,
  easterSunday,
  isBankHoliday,
  isWorkingDay,
  PROCLAIMED,
} from '.';

const PUBLISHED = join(__dirname, '../../../../shared/data/areas/bank-holidays-2015-2021.json');
const whenPublished = existsSync(PUBLISHED) ? test : test.skip;

const days = (year: number, division: (typeof BANK_HOLIDAY_DIVISIONS)[number]) =>
  bankHolidays(year, division).map((holiday) => holiday.day);

const anyDivision = fc.constantFrom(...BANK_HOLIDAY_DIVISIONS);
const anyDay = fc.integer({ min: 0, max: 365 * 60 }).map((offset) => addDays('2010-01-01', offset));

describe.each(BANK_HOLIDAY_DIVISIONS)('in %s', (division) => {
  whenPublished('the calendar by rule equals the published one of 2015 to 2021', () => {
    const published = JSON.parse(readFileSync(PUBLISHED, 'utf8')) as {
      divisions: Record<string, Record<string, { date: string }[]>>;
    };
    for (let year = 2015; year <= 2021; year += 1)
      expect(days(year, division)).toEqual(
        published.divisions[division]![year]!.map(({ date }) => date.split('/').reverse().join('-')).sort(),
      );
  });
});

test.each([
  // Christmas on a Saturday: both holidays move.
  ['england-and-wales', 2010, '2010-12-27 2010-12-28', '2010-12-25 2010-12-26'],
  ['england-and-wales', 2011, '2011-01-03 2011-04-29 2011-12-26 2011-12-27', '2011-01-01'],
  ['england-and-wales', 2012, '2012-01-02 2012-06-04 2012-06-05', '2012-05-28 2012-01-03'],
  ['england-and-wales', 2022, '2022-01-03 2022-06-02 2022-06-03 2022-09-19 2022-12-27', '2022-05-30'],
  ['england-and-wales', 2023, '2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08', '2023-01-03'],
  ['england-and-wales', 2026, '2026-04-03 2026-04-06 2026-08-31 2026-12-28', '2026-06-15 2026-08-03'],
  ['scotland', 2011, '2011-01-03 2011-01-04', '2011-04-25'],
  ['scotland', 2012, '2012-01-02 2012-01-03', '2012-08-27'],
  ['scotland', 2023, '2023-01-02 2023-01-03 2023-11-30', '2023-04-10'],
  ['scotland', 2024, '2024-01-02 2024-08-05 2024-12-02', '2024-04-01 2024-08-26'],
  ['scotland', 2026, '2026-01-02 2026-06-15 2026-08-03 2026-11-30', '2026-04-06'],
  ['northern-ireland', 2024, '2024-03-18 2024-04-01 2024-07-12 2024-08-26', '2024-01-02'],
  ['northern-ireland', 2025, '2025-03-17 2025-07-14', '2025-07-12 2025-06-15'],
] as const)('well-known days in %s, %i', (division, year, kept, notKept) => {
  expect(days(year, division)).toEqual(expect.arrayContaining(kept.split(' ')));
  for (const day of notKept.split(' ')) expect(isBankHoliday(day, division)).toBe(false);
});

test.each([
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2024, '2024-03-31'],
  [2026, '2026-04-05'],
  [2038, '2038-04-25'],
  [2076, '2076-04-19'],
])('Easter of %i falls on %s', (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

test('a year before the calendar is refused rather than answered without its one-off changes', () => {
  expect(() => isBankHoliday('2009-12-25', 'scotland')).toThrow(/begins in 2010/);
  expect(() => bankHolidays(Number.NaN, 'scotland')).toThrow(RangeError);
});

test('every year by rule has the usual number of holidays, all of them weekdays and none twice', () => {
  const usual = { 'england-and-wales': 8, scotland: 9, 'northern-ireland': 10 };
  for (const division of BANK_HOLIDAY_DIVISIONS)
    for (let year = 2010; year <= 2110; year += 1) {
      const kept = days(year, division);
      const extra = PROCLAIMED.filter(
        (change) => !change.moves && change.kept.startsWith(`${year}`) && change.divisions.includes(division),
      );
      expect(kept).toHaveLength(usual[division] + extra.length);
      expect(new Set(kept).size).toBe(kept.length);
      expect(kept.every((day) => dayOfWeek(day) <= 5)).toBe(true);
    }
});

test('every proclaimed change that moves a holiday moves one that the rules put there', () => {
  for (const change of PROCLAIMED.filter(({ moves }) => moves))
    for (const division of change.divisions) {
      expect(isBankHoliday(change.kept, division)).toBe(true);
      expect(isBankHoliday(change.moves!, division)).toBe(false);
      expect(dayOfWeek(change.moves!)).toBe(1);
    }
});

test('the day after some working days is itself one, with exactly that many on the way', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), anyDivision, (day, count, division) => {
      const end = addWorkingDays(day, count, division);
      expect(isWorkingDay(end, division)).toBe(true);
      let between = 0;
      for (let step = 1; step <= daysBetween(day, end); step += 1)
        if (isWorkingDay(addDays(day, step), division)) between += 1;
      expect(between).toBe(count);
    }),
  );
});

test('working days add up: so many and so many more are their sum', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(30), fc.nat(30), anyDivision, (day, first, second, division) => {
      expect(addWorkingDays(addWorkingDays(day, first, division), second, division)).toBe(
        addWorkingDays(day, first + second, division),
      );
    }),
  );
});

test('no working day is no step at all', () => {
  expect(addWorkingDays('2026-12-25', 0)).toBe('2026-12-25');
  expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-29');
});
