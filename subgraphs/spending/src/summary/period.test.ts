import fc from 'fast-check';
import { addDays } from '@coop/shared/time';
import { plainFilter } from './summary.queries';
import { financialYearOf, partsOf, periodBefore, quarterOf } from './period.rules';

describe('a period is taken apart', () => {
  test.each([
    ['2019-01-01', '2019-12-31', ['2019-01', '2019-12'], []],
    ['2019-01-15', '2019-03-31', ['2019-02', '2019-03'], [['2019-01-15', '2019-01-31']]],
    ['2019-01-01', '2019-03-15', ['2019-01', '2019-02'], [['2019-03-01', '2019-03-15']]],
    [
      '2019-01-15',
      '2019-02-03',
      null,
      [
        ['2019-01-15', '2019-01-31'],
        ['2019-02-01', '2019-02-03'],
      ],
    ],
    ['2019-01-15', '2019-01-20', null, [['2019-01-15', '2019-01-20']]],
    ['2020-02-01', '2020-02-29', ['2020-02', '2020-02'], []],
    ['2021-02-01', '2021-02-28', ['2021-02', '2021-02'], []],
    [null, '2019-03-31', ['0000-00', '2019-03'], []],
    ['2019-03-02', null, ['2019-04', '9999-99'], [['2019-03-02', '2019-03-31']]],
    [null, null, ['0000-00', '9999-99'], []],
    ['2019-03-02', '2019-03-01', null, []],
    ['9999-12-02', null, ['9999-99', '9999-99'], [['9999-12-02', '9999-12-31']]],
    [null, '1000-01-02', ['0000-00', '0000-00'], [['1000-01-01', '1000-01-02']]],
  ] as const)('from %s to %s', (from, to, months, days) => {
    expect(partsOf({ from, to })).toEqual({ months, days });
  });

  test('so that every day of it is in exactly one part', () => {
    const day = fc.nat(1500).map((after) => addDays('2019-01-01', after));
    fc.assert(
      fc.property(day, day, day, (one, other, some) => {
        const [from, to] = one <= other ? [one, other] : [other, one];
        const { months, days } = partsOf({ from, to });
        const month = some.slice(0, 7);
        const within =
          Number(months !== null && months[0] <= month && month <= months[1]) +
          days.filter(([first, last]) => first <= some && some <= last).length;
        expect(within).toBe(from <= some && some <= to ? 1 : 0);
      }),
    );
  });
});

test.each([
  ['2019-04-01', '2020-03-31', '2018-04-01', '2019-03-31'],
  ['2019-03-01', '2019-03-31', '2019-02-01', '2019-02-28'],
  ['2019-03-05', '2019-03-07', '2019-03-02', '2019-03-04'],
])('the period before %s to %s is %s to %s', (from, to, first, last) => {
  expect(periodBefore({ from, to })).toEqual({ from: first, to: last });
});

test.each([
  ['2026-01-01', '9999-12-31'],
  ['2026-01-05', '9999-12-31'],
  ['1000-01-01', '1000-01-01'],
])('there are not enough days before %s to %s', (from, to) => {
  expect(periodBefore({ from, to })).toBeNull();
});

test('an open period has none before it', () => {
  expect(periodBefore({ from: null, to: '2019-01-01' })).toBeNull();
});

test('quarters follow the calendar and financial years begin in April', () => {
  expect(['2019-01', '2019-03', '2019-04', '2019-12'].map(quarterOf)).toEqual([
    '2019-Q1',
    '2019-Q1',
    '2019-Q2',
    '2019-Q4',
  ]);
  expect(['2019-03', '2019-04', '1999-12'].map(financialYearOf)).toEqual(['2018/19', '2019/20', '1999/00']);
});

test('a period that ends before it begins is refused, whatever is asked of it', () => {
  expect(() => plainFilter({ from: '2019-02-01', to: '2019-01-31' })).toThrow('ends before it begins');
  expect(plainFilter({ from: '2019-01-31', to: '2019-01-31' })).toEqual({
    from: '2019-01-31',
    to: '2019-01-31',
  });
});
