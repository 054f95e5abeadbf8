import fc from 'fast-check';
import { addDays } from '../time';
import type { Rule } from '../problems';
import { lawTable, type LawRow } from '.';

const source: Rule = { title: 'Example Act 2011', section: 's. 1', url: null };
const row = (from: string, until: string | null, value = 0): LawRow<number> => ({
  from,
  until,
  source,
  value,
});

test.each([
  ['no row', [], /no row/],
  ['a day that does not exist', [row('2026-02-30', null)], /row 1: not a day/],
  ['an end that does not exist', [row('2026-02-01', '2026-06-31')], /row 1: not a day/],
  ['an end before the beginning', [row('2026-02-02', '2026-02-01')], /row 1: ends before/],
  ['a day in two rows', [row('2020-01-01', '2021-01-01'), row('2021-01-01', null)], /row 2: overlaps/],
  ['a row after one without end', [row('2020-01-01', null), row('2021-01-01', null)], /row 2: overlaps/],
  [
    'rows out of order',
    [row('2021-01-01', '2021-12-31'), row('2020-01-01', '2020-12-31')],
    /row 2: overlaps/,
  ],
])('a table with %s is refused by name', (_what, rows, message) => {
  expect(() => lawTable('limits', rows)).toThrow(message);
  expect(() => lawTable('limits', rows)).toThrow(/limits/);
});

const table = lawTable('limits', [
  row('2012-04-01', '2015-02-25', 1),
  row('2015-02-26', '2020-12-31', 2),
  // Nothing held in January 2021: a gap is allowed, and answers null.
  row('2021-02-01', null, 3),
]);

test.each([
  ['2012-03-31', null],
  ['2012-04-01', 1],
  ['2015-02-25', 1],
  ['2015-02-26', 2],
  ['2020-12-31', 2],
  ['2021-01-01', null],
  ['2021-01-31', null],
  ['2021-02-01', 3],
  ['2999-12-31', 3],
])('on %s the figure is %j', (day, value) => {
  expect(table.on(day)?.value ?? null).toBe(value);
});

test('requiring a figure where none held says which table and which day', () => {
  expect(() => table.require('2021-01-15')).toThrow(
    new RangeError('Law table limits has no row for 2021-01-15.'),
  );
  expect(table.require('2021-02-01').value).toBe(3);
});

test('a table built end to end answers on every day with exactly one row', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 }), (lengths) => {
      let from = '2000-01-01';
      const rows = lengths.map((length, index) => {
        const last = index === lengths.length - 1;
        const one = row(from, last ? null : addDays(from, length - 1), index);
        from = addDays(from, length);
        return one;
      });
      const built = lawTable('limits', rows);
      let day = '2000-01-01';
      for (const [index, length] of lengths.entries()) {
        expect(built.require(day).value).toBe(index);
        expect(built.require(addDays(day, length - 1)).value).toBe(index);
        day = addDays(day, length);
      }
      expect(built.on('1999-12-31')).toBeNull();
    }),
  );
});
