import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '@coop/shared/time';
import { lastDayBeginningWith, lastDayWithin, type Period } from './periods.rules';

const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('2000-01-01', days));

describe('a period "beginning with" a day', () => {
  it.each<[string, Period, string, string]>([
    [
      '2026-03-02',
      { weeks: 6 },
      '2026-04-12',
      'six weeks from a Monday end on a Sunday; summer time has begun between',
    ],
    ['2026-03-02', { months: 6 }, '2026-09-01', 'six months end the day before the corresponding date'],
    ['2026-03-02', { months: 18 }, '2027-09-01', 'eighteen months likewise'],
    ['2026-03-02', { years: 5 }, '2031-03-01', 'five years likewise'],
    ['2026-08-31', { months: 6 }, '2027-02-28', 'no 31 February: the whole of February belongs to it'],
    ['2026-08-30', { months: 6 }, '2027-02-28', 'no 30 February either'],
    ['2026-08-29', { months: 6 }, '2027-02-28', 'nor a 29th in 2027'],
    ['2026-08-28', { months: 6 }, '2027-02-27', 'there is a 28th, so it ends before it'],
    ['2027-08-31', { months: 6 }, '2028-02-29', 'a leap February is longer'],
    ['2027-08-29', { months: 6 }, '2028-02-28', 'there is a 29 February 2028'],
    ['2024-02-29', { years: 5 }, '2029-02-28', 'five years from a leap day end with the last of February'],
    ['2026-01-01', { days: 28 }, '2026-01-28', 'days count the first one'],
  ])('beginning with %s for %j ends on %s: %s', (day, period, end) => {
    expect(lastDayBeginningWith(day, period)).toBe(end);
  });

  it('never ends later for a day that is earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, months) => {
        expect(
          lastDayBeginningWith(day, { months }) <= lastDayBeginningWith(addDays(day, 1), { months }),
        ).toBe(true);
      }),
    );
  });
});

describe('a period "within" a time of an event', () => {
  it.each<[string, Period, string]>([
    ['2026-03-02', { weeks: 8 }, '2026-04-27'],
    ['2026-03-02', { days: 28 }, '2026-03-30'],
    ['2026-08-31', { months: 6 }, '2027-02-28'],
    ['2024-02-29', { years: 1 }, '2025-02-28'],
  ])('of %s, %j long, ends on %s: the day of the event is left out', (day, period, end) => {
    expect(lastDayWithin(day, period)).toBe(end);
  });

  it('ends on the day after the one "beginning with" it, or on the same one where the month is too short', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, months) => {
        const beginning = lastDayBeginningWith(day, { months });
        expect([beginning, addDays(beginning, 1)]).toContain(lastDayWithin(day, { months }));
      }),
    );
  });
});
