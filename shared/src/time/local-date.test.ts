import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  endOfLondonDay,
  FixedClock,
  formatDay,
  formatInstant,
  instantOf,
  isLocalDate,
  londonDate,
  startOfLondonDay,
  yearsBetween,
} from '.';

const anyDay = fc.integer({ min: 0, max: 365 * 200 }).map((offset) => addDays('1950-01-01', offset));

test.each([
  ['2026-02-28', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['1900-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-04-31', false],
  ['2026-4-01', false],
  ['0999-01-01', false],
  ['2026-01-01T00:00:00Z', false],
  ['+02026-01-01', false],
  ['', false],
  [20260101, false],
  [null, false],
])('%j as a day: %s', (value, expected) => {
  expect(isLocalDate(value)).toBe(expected);
});

test('every day that the calendar counts to is a day, and its neighbours of the same month beyond its end are not', () => {
  let day = '1896-01-01';
  for (const length of Array.from({ length: 12 * 220 }, (_, index) =>
    daysInMonth(1896 + Math.floor(index / 12), (index % 12) + 1),
  )) {
    const month = day.slice(0, 8);
    const last = addDays(day, length - 1);
    expect([last.slice(0, 8), isLocalDate(last)]).toEqual([month, true]);
    expect(isLocalDate(`${month}${length + 1}`)).toBe(false);
    day = addDays(last, 1);
    expect(day.slice(8)).toBe('01');
  }
});

test.each([
  ['winter', '2026-01-15', '2026-01-15T00:00:00.000Z', '2026-01-15T23:59:59.999Z', 24],
  ['summer', '2026-07-15', '2026-07-14T23:00:00.000Z', '2026-07-15T22:59:59.999Z', 24],
  ['the day the clocks go forward', '2026-03-29', '2026-03-29T00:00:00.000Z', '2026-03-29T22:59:59.999Z', 23],
  ['the day the clocks go back', '2026-10-25', '2026-10-24T23:00:00.000Z', '2026-10-25T23:59:59.999Z', 25],
])('a London day in %s begins and ends where it should', (_when, day, start, end, hours) => {
  expect(startOfLondonDay(day).toISOString()).toBe(start);
  expect(endOfLondonDay(day).toISOString()).toBe(end);
  expect(endOfLondonDay(day).getTime() - startOfLondonDay(day).getTime()).toBe(hours * 3_600_000 - 1);
});

test.each([
  ['2026-06-30T22:59:59.999Z', '2026-06-30'],
  ['2026-06-30T23:00:00.000Z', '2026-07-01'],
  ['2026-12-31T23:59:59.999Z', '2026-12-31'],
  ['2027-01-01T00:00:00.000Z', '2027-01-01'],
])('at %s it is %s in London', (instant, day) => {
  expect(londonDate(instantOf(instant))).toBe(day);
});

test('both ends of a London day lie on it, and the instants beside them do not', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [start, end] = [startOfLondonDay(day).getTime(), endOfLondonDay(day).getTime()];
      expect(londonDate(instantOf(start))).toBe(day);
      expect(londonDate(instantOf(end))).toBe(day);
      expect(londonDate(instantOf(start - 1))).toBe(addDays(day, -1));
      expect(londonDate(instantOf(end + 1))).toBe(addDays(day, 1));
    }),
  );
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-02-28', 1, '2026-03-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-05-31', 18, '2027-11-30'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test('a year after 29 February is 28 February, and four years after is the 29th again', () => {
  expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
  expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
});

test('days and weeks are counted across the change of the clocks as in any other week', () => {
  expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
  expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
  expect(addWeeks('2026-10-20', 1)).toBe('2026-10-27');
  expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  expect(daysBetween('2026-04-01', '2026-03-01')).toBe(-31);
});

test('so many days later is so many days away, and the weekday moves on with it', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
      const other = addDays(day, days);
      expect(daysBetween(day, other)).toBe(days);
      expect(Math.abs(dayOfWeek(day) + days - dayOfWeek(other)) % 7).toBe(0);
      expect(day < other).toBe(days > 0);
    }),
  );
});

test('an age is counted in birthdays', () => {
  expect(yearsBetween('2008-06-15', '2026-06-14')).toBe(17);
  expect(yearsBetween('2008-06-15', '2026-06-15')).toBe(18);
});

test('a day is written as people write it', () => {
  expect(formatDay('2026-03-02')).toBe('2 March 2026');
  expect(formatDay('2026-12-31')).toBe('31 December 2026');
  expect(formatInstant(new Date('2026-03-02T09:05:59.999Z'))).toBe('2 March 2026, 09:05');
  expect(formatInstant(new Date('2026-06-30T23:30:00Z'))).toBe('1 July 2026, 00:30');
});

test('a fixed clock stands still until it is moved, and cannot be moved by what it handed out', () => {
  const clock = new FixedClock('2026-03-02T09:00:00Z');
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2026-03-02T09:00:00.000Z');
  clock.advance(90_000);
  expect(clock.now().toISOString()).toBe('2026-03-02T09:01:30.000Z');
  expect(() => new FixedClock('yesterday')).toThrow(RangeError);
  expect(() => clock.set('yesterday')).toThrow(RangeError);
  expect(() => instantOf('yesterday')).toThrow(RangeError);
});

test('days are reckoned to the last and the first day that there is, and not beyond', () => {
  expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
  expect(addMonths('9999-10-01', 3)).toBe('9999-12-31');
  expect(addYears('2026-01-01', -2000)).toBe('1000-01-01');
  expect(addWeeks('1000-01-05', -1)).toBe('1000-01-01');
  expect(endOfLondonDay('9999-12-31').getTime()).toBeGreaterThan(startOfLondonDay('9999-12-31').getTime());
});
