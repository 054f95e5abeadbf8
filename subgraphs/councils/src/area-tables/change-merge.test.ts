import fc from 'fast-check';
import { AREA_CHANGE_SOURCES, type AreaChangeSource } from '../areas/area-changes.law';
import { mergeChanges, type SourcedChange } from './change-merge.rules';

const SOURCES = Object.keys(AREA_CHANGE_SOURCES) as AreaChangeSource[];
const change = (
  from: string,
  to: string,
  source: AreaChangeSource,
  on: string | null = null,
): SourcedChange => ({ from, to, on, kind: 'MERGE', source });
const outcome = (stored: SourcedChange[], given: SourcedChange[]) =>
  mergeChanges(stored, given).outcomes.get('A');

test('the step in between of a register replaces a code that skips it, and not the other way round', () => {
  const skips = change('A', 'C', 'ACTIVE_CODE');
  const step = change('A', 'B', 'REGISTER', '2019-04-01');
  expect(mergeChanges([skips], [step])).toEqual({ outcomes: new Map([['A', 'REPLACED']]), written: [step] });
  expect(mergeChanges([step], [skips])).toEqual({ outcomes: new Map([['A', 'OUTWEIGHED']]), written: [] });
});

test('what is on record is already there, also without its day', () => {
  const known = change('A', 'B', 'REGISTER', '2019-04-01');
  expect(outcome([known], [known])).toBe('ALREADY_THERE');
  expect(outcome([known], [change('A', 'B', 'REGISTER')])).toBe('ALREADY_THERE');
});

test('a newer edition of the same source that says otherwise replaces it whole', () => {
  const known = change('A', 'B', 'REGISTER', '2019-04-01');
  expect(outcome([known], [change('A', 'B', 'REGISTER', '2020-04-01')])).toBe('REPLACED');
  const split = [change('A', 'B', 'REGISTER'), change('A', 'C', 'REGISTER')];
  expect(mergeChanges([known], split).written).toEqual(split);
});

test('rows that repeat in a file are taken once', () => {
  const row = change('A', 'B', 'REGISTER');
  expect(mergeChanges([], [row, row]).written).toEqual([row]);
});

test('whatever the order of files of different sources, the weightiest stands in the end', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(SOURCES, { minLength: 1 }), (order) => {
      let stored: SourcedChange[] = [];
      for (const source of order) {
        const { written } = mergeChanges(stored, [change('A', source, source)]);
        if (written.length > 0) stored = [...written];
      }
      const weightiest = SOURCES.filter((source) => order.includes(source)).at(-1);
      expect(stored.map(({ source }) => source)).toEqual([weightiest]);
    }),
  );
});
