import fc from 'fast-check';
import { mergeName, mergeValue, type SourcedName } from './area-merge.rules';
import { AREA_NAME_SOURCES, type AreaNameSource } from './area-sources.law';

const SOURCES = Object.keys(AREA_NAME_SOURCES) as AreaNameSource[];
const named = (name: string, nameSource: AreaNameSource): SourcedName => ({ name, nameSource });

test('a weightier source renames an area, a lighter one does not', () => {
  const shepway = named('Shepway', 'WARD_TABLE');
  const folkestone = named('Folkestone and Hythe', 'CODE_TABLE');
  expect(mergeName(shepway, folkestone)).toEqual({ ...folkestone, renamed: true, variant: false });
  expect(mergeName(folkestone, shepway)).toEqual({ ...folkestone, renamed: false, variant: true });
});

test('a newer edition of the same table renames an area; a fact that was looked up stays', () => {
  expect(mergeName(named('Old', 'REGISTER'), named('New', 'REGISTER')).name).toBe('New');
  expect(mergeName(named('Fact', 'RECORD'), named('New', 'RECORD')).name).toBe('Fact');
});

test('whatever the order of files of different sources, the name is the same in the end', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(SOURCES, { minLength: 1 }), fc.array(fc.nat()), (order, keys) => {
      const inOrder = (sources: readonly AreaNameSource[]) =>
        sources.map((source) => named(`by ${source}`, source)).reduce(mergeName);
      const other = order
        .map((source, index) => ({ source, key: keys[index] ?? 0 }))
        .sort((one, two) => one.key - two.key)
        .map(({ source }) => source);
      expect(inOrder(order).name).toBe(inOrder(other).name);
    }),
  );
});

test('what was unknown is filled; what is known is overwritten only when told', () => {
  expect(mergeValue(null, 'a')).toEqual({ value: 'a', changed: true, variant: false });
  expect(mergeValue('a', null, true)).toEqual({ value: 'a', changed: false, variant: false });
  expect(mergeValue('a', 'a', true)).toEqual({ value: 'a', changed: false, variant: false });
  expect(mergeValue('a', 'b')).toEqual({ value: 'a', changed: false, variant: true });
  expect(mergeValue('a', 'b', true)).toEqual({ value: 'b', changed: true, variant: false });
});
