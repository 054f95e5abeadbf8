import fc from 'fast-check';
import { areaHistory, type AreaChange, type AreaHistory } from './area-history.rules';

const code = (at: number) => `E07${String(at).padStart(6, '0')}`;
const change = (
  from: number,
  to: number,
  kind: AreaChange['kind'] = 'MERGE',
  on = '2020-04-01',
): AreaChange => ({
  from: code(from),
  to: code(to),
  on,
  kind,
});
function history(...changes: AreaChange[]): AreaHistory {
  const decision = areaHistory(changes);
  if (!decision.ok) throw new Error(decision.problems.map((one) => one.message).join(' '));
  return decision.history;
}
const refusal = (...changes: AreaChange[]) => {
  const decision = areaHistory(changes);
  return decision.ok ? [] : decision.problems.map((one) => one.message);
};

test('an area that nothing followed is its own present', () => {
  const none = history();
  expect(none.current('E08000004')).toBe('E08000004');
  expect(none.successors('E08000004')).toEqual([]);
  expect(none.predecessors('E08000004')).toEqual({ whole: [], partly: [] });
});

test('a merged area goes on in the new one, also when that is recoded later', () => {
  const table = history(change(1, 3), change(2, 3), change(3, 4, 'RECODE', '2023-04-01'));
  expect(table.successors(code(1))).toEqual([code(3)]);
  expect(table.current(code(1))).toBe(code(4));
  expect(table.followedOn(code(1))).toBe('2020-04-01');
  expect(table.predecessors(code(4))).toEqual({ whole: [code(3), code(1), code(2)], partly: [] });
});

test('a split area has several successors and no present, unless they come together again', () => {
  const split = [change(1, 2, 'SPLIT'), change(1, 3, 'SPLIT')];
  expect(history(...split).successors(code(1))).toEqual([code(2), code(3)]);
  expect(history(...split).current(code(1))).toBeNull();
  const rejoined = history(
    ...split,
    change(2, 4, 'MERGE', '2023-04-01'),
    change(3, 4, 'MERGE', '2023-04-01'),
  );
  expect(rejoined.current(code(1))).toBe(code(4));
  expect(rejoined.predecessors(code(4)).whole).toEqual([code(2), code(3), code(1)]);
});

test('figures of an area that was divided belong whole to none of its parts', () => {
  const table = history(change(1, 2, 'SPLIT'), change(1, 3, 'SPLIT'), change(9, 2));
  expect(table.predecessors(code(2))).toEqual({ whole: [code(9)], partly: [code(1)] });
  expect(table.codes(code(2), true)).toEqual([code(2), code(9)]);
  expect(table.codes(code(2), false)).toEqual([code(2)]);
});

describe('a table is refused', () => {
  test.each([
    ['an area that follows itself', [change(1, 1)], 'cannot follow itself'],
    ['a circle', [change(1, 2), change(2, 3), change(3, 1)], 'in a circle'],
    ['a day that is none', [change(1, 2, 'MERGE', '2023-02-30')], 'is no day'],
    ['two ends', [change(1, 2, 'SPLIT'), change(1, 3, 'SPLIT', '2021-04-01')], 'has ended on 2020-04-01'],
    ['a whole area in two', [change(1, 2), change(1, 3)], 'must say that it was split'],
    ['a region', [{ ...change(1, 2), to: 'E12000002' }], 'no code of a council or a ward'],
    ['a council that goes on as a ward', [{ ...change(1, 2), to: 'E05000719' }], 'cannot go on as a ward'],
    ['England in Wales', [{ ...change(1, 2), to: 'W06000015' }], 'cannot go on as a council of WALES'],
  ])('with %s', (_what, changes, message) => {
    expect(refusal(...changes).join(' ')).toMatch(message);
  });

  test('with every row that is wrong at once', () => {
    expect(refusal(change(1, 1), change(2, 3), { ...change(4, 5), on: '' })).toHaveLength(2);
  });
});

test('a row that repeats is taken once', () => {
  expect(history(change(1, 2), change(1, 2)).successors(code(1))).toEqual([code(2)]);
});

test('whatever the table, whole and partial predecessors are apart and the present is no predecessor', () => {
  // Rows lead from lower to higher numbers, so there is no circle; all are splits on one day.
  const rows = fc.array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 4 })), { maxLength: 20 });
  fc.assert(
    fc.property(rows, (pairs) => {
      const table = history(...pairs.map(([from, step]) => change(from, from + step, 'SPLIT')));
      for (let at = 0; at <= 12; at += 1) {
        const { whole, partly } = table.predecessors(code(at));
        expect(whole.filter((one) => partly.includes(one))).toEqual([]);
        expect([...whole, ...partly]).not.toContain(code(at));
        const present = table.current(code(at));
        if (present !== null && present !== code(at)) {
          expect(table.predecessors(present).whole).toContain(code(at));
          expect(table.successors(present)).toEqual([]);
        }
      }
    }),
  );
});
