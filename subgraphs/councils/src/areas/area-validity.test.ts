import { mayHaveExisted, rowsOn, standingOn, type AreaSpan } from './area-validity.rules';

const unknown: AreaSpan = { from: null, until: null, seenFrom: null, seenUntil: null };
const selby: AreaSpan = { ...unknown, from: '1974-04-01', until: '2023-03-31' };
const seen: AreaSpan = { ...unknown, seenFrom: '2016-01-01', seenUntil: '2021-12-31' };

describe('what can be said of an area on a day', () => {
  test.each([
    [selby, '1974-03-31', 'NOT_YET'],
    [selby, '1974-04-01', 'IN_FORCE'],
    [selby, '2012-06-01', 'IN_FORCE'],
    [selby, '2023-03-31', 'IN_FORCE'],
    [selby, '2023-04-01', 'ENDED'],
    [{ ...selby, until: null }, '2030-01-01', 'IN_FORCE'],
    [{ ...selby, from: null }, '2012-06-01', 'UNKNOWN'],
    [{ ...selby, from: null }, '2023-04-01', 'ENDED'],
    [seen, '2015-12-31', 'UNKNOWN'],
    [seen, '2018-06-01', 'IN_FORCE'],
    [seen, '2022-01-01', 'UNKNOWN'],
    [{ ...seen, from: '2010-05-06' }, '2012-06-01', 'IN_FORCE'],
    [{ ...seen, from: '2010-05-06' }, '2030-06-01', 'IN_FORCE'],
    [{ ...seen, until: '2022-05-04' }, '2022-03-01', 'IN_FORCE'],
    [{ ...seen, until: '2022-05-04' }, '2015-01-01', 'UNKNOWN'],
    [unknown, '2012-06-01', 'UNKNOWN'],
  ])('%j on %s: %s', (span, day, expected) => {
    expect(standingOn(span, day)).toBe(expected);
  });

  test('a successor on record ends it, and bears it out until then', () => {
    expect(standingOn(seen, '2022-03-01', '2022-05-05')).toBe('IN_FORCE');
    expect(standingOn(seen, '2022-05-05', '2022-05-05')).toBe('ENDED');
  });
});

test('an area of which nothing is known may have existed; one that certainly did not may not', () => {
  expect(mayHaveExisted(unknown, '2012-06-01')).toBe(true);
  expect(mayHaveExisted(selby, '2024-01-01')).toBe(false);
});

test('of rows under one code the known ones answer, else all that may', () => {
  const rows = [
    { ...seen, name: 'one' },
    { ...seen, seenFrom: '2022-01-01', seenUntil: '2026-12-31', name: 'two' },
  ];
  const named = (day: string) => rowsOn(rows, day).map((row) => row.name);
  expect(named('2018-01-01')).toEqual(['one']);
  expect(named('2023-01-01')).toEqual(['two']);
  expect(named('2010-01-01')).toEqual(['one', 'two']);
});
