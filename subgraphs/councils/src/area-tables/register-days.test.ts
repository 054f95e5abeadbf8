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

test.each([
  ['E07000043', '1974-04-01', [], '1974-04-01'],
  ['E08000004', '2005-06-07', [], null],
  ['E08000025', '1996-07-01', [], null],
  ['E06000026', '1998-04-01', [], '1998-04-01'],
  ['E07000043', '1998-04-01', [], null],
  ['S12000036', '1996-04-01', [], '1996-04-01'],
  ['S12000047', '1996-04-01', ['S12000015'], null],
  ['E47000001', '2014-04-01', [], null],
  ['E08000004', null, [], null],
])('of %s the first day %s, after %j, is taken as %s', (code, start, formers, expected) => {
  expect(believedStart(code, start, formers)).toBe(expected);
});
