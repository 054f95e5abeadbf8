import { keeps, lineOf, measure, median } from './harness';

test('the median is the middle one, or the mean of the two in the middle', () => {
  expect(median([3])).toBe(3);
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});

test('work is measured in turns, after rounds that do not count', async () => {
  const order: string[] = [];
  const works = { a: () => order.push('a'), b: async () => order.push('b') };
  const costs = await measure(works, { calls: 2, rounds: 2, warmUp: 1 });
  expect(order.join('')).toBe('aabb'.repeat(3));
  expect(costs.a.elapsed).toBeGreaterThanOrEqual(0);
  expect(costs.b.cpu).toBeGreaterThanOrEqual(0);
});

test('a figure keeps to its limit up to the limit itself, and no number at all does not', () => {
  expect(keeps({ name: 'x', ratio: 0.5, atMost: 0.5 })).toBe(true);
  expect(keeps({ name: 'x', ratio: 0.51, atMost: 0.5 })).toBe(false);
  expect(keeps({ name: 'x', ratio: 29_999, atLeast: 30_000 })).toBe(false);
  expect(keeps({ name: 'x', ratio: Number.NaN, atMost: 1 })).toBe(false);
  expect(keeps({ name: 'x', ratio: 12 })).toBe(true);
});

test('a line gives the name, the figure, the limit and the verdict', () => {
  const words = (line: string) => line.trim().split(/ {2,}/);
  expect(words(lineOf({ name: 'far page', ratio: 1.2345, atMost: 1.3 }))).toEqual([
    'far page',
    '1.23',
    '≤ 1.3',
    'ok',
  ]);
  expect(
    words(lineOf({ name: 'import', ratio: 25_000.4, atLeast: 30_000, unit: 'rows/s', detail: '4 s' })),
  ).toEqual(['import', '25,000 rows/s', '≥ 30,000', 'OVER', '(4 s)']);
});
