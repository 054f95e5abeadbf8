import { believedStart, takeOverDay } from './register-days.rules';

test.each([
  ['the last day', '2019-03-31', ['2019-04-01'], '2019-04-01'],
  ['the first day after', '2023-04-01', ['2023-04-01', '2023-04-01'], '2023-04-01'],
  ['a day that fits neither', '2020-12-31', ['2021-04-01'], null],
  ['no day', null, ['2021-04-01'], null],
  ['successors that begin on two days', '2021-04-01', ['2021-04-01', '2022-04-01'], null],
  ['a successor without a first day', '2021-04-01', [null], null],
  ['no successor', '2021-04-01', [], null],
])('an end date that is %s: %s before %j gives %s', (_what, ended, starts, expected) => {
  expect(takeOverDay(ended, starts)).toBe(expected);
});

test('a first day is believed unless the register was filled on it, or the code is a later one', () => {
  expect(believedStart('1974-04-01', [])).toBe('1974-04-01');
  expect(believedStart('2005-06-07', [])).toBeNull();
  expect(believedStart('1996-04-01', ['S12000015'])).toBeNull();
  expect(believedStart(null, [])).toBeNull();
});
