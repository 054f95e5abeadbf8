import { stopwatch } from '@coop/shared/time';
import fc from 'fast-check';
import { nextSorting, sortRows } from './sort-rows';
import { tableOf } from './table-of';

const sorted = (values: unknown[], descending = false) => {
  const table = tableOf({ rows: values.map((value) => ({ value })) }, 'rows')!;
  return sortRows(table, { column: 'value', descending }).rows.map(([cell]) => cell);
};

test('money goes by pence, not by how it is written', () => {
  const money = ['£900.00', '£1,000.00', '-£5.00'].map((formatted) => ({ formatted }));
  expect(sorted(money)).toEqual([-500, 90000, 100000]);
});

test('text goes as a reader expects, and nested lists by their counts', () => {
  expect(sorted(['Ward 10', 'Ward 2', 'école', 'Zoo', 'apple'])).toEqual([
    'apple',
    'école',
    'Ward 2',
    'Ward 10',
    'Zoo',
  ]);
  expect(sorted([[{}, {}, {}], [{}], []]).map((cell) => (cell as { count: number }).count)).toEqual([
    0, 1, 3,
  ]);
});

test('empty cells come last either way', () => {
  expect(sorted([null, 2, null, 1])).toEqual([1, 2, null, null]);
  expect(sorted([null, 2, null, 1], true)).toEqual([2, 1, null, null]);
});

test('sorting loses nothing, and equal rows keep their order', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 3 }))), fc.boolean(), (values, descending) => {
      const rows = values.map((value, index) => ({ value, index }));
      const table = tableOf({ rows: [{ value: 0, index: -1 }, ...rows] }, 'rows')!;
      const result = sortRows(table, { column: 'value', descending }).rows;
      expect(result).toHaveLength(table.rows.length);
      for (let at = 1; at < result.length; at += 1) {
        const [[before, first], [after, second]] = [result[at - 1]!, result[at]!];
        if (before === after) expect(first).toBeLessThan(second as number);
        else if (after !== null) expect(Number(before) < Number(after)).toBe(!descending);
      }
    }),
  );
});

test('a header asks for upwards, downwards and the own order in turn', () => {
  const first = nextSorting(null, 'a');
  const second = nextSorting(first, 'a');
  expect([first, second, nextSorting(second, 'a'), nextSorting(second, 'b')]).toEqual([
    { column: 'a', descending: false },
    { column: 'a', descending: true },
    null,
    { column: 'b', descending: false },
  ]);
});

test('ten times the rows cost no worse than n·log n, at thousands of rows', () => {
  const listOf = (length: number) =>
    Array.from({ length }, (_, index) => ({
      id: `payment_${index}`,
      net: { pence: (index * 7919) % 100_003, formatted: '£1.00' },
      supplier: { name: `Supplier ${(index * 31) % 997}`, sector: { code: 'VCSE' } },
      paidOn: '2026-03-05',
      lines: { totalCount: 1, nodes: [{ id: index }] },
    }));
  const cost = (rows: unknown[]) => {
    const elapsed = stopwatch();
    sortRows(tableOf({ rows }, 'rows')!, { column: 'supplier.name', descending: true });
    return elapsed();
  };
  const few = listOf(1_000);
  const many = listOf(10_000);
  // The best of a few: the machine may have other things to do.
  const best = (rows: unknown[]) => Math.min(...Array.from({ length: 5 }, () => cost(rows)));
  best(few);
  expect(best(many) / best(few)).toBeLessThan(30);
});
