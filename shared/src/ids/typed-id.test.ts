import fc from 'fast-check';
import { instantOf } from '../time';
import { fixedId, idPrefix, isId, newId } from '.';

const at = instantOf('2026-03-02T09:00:00Z');

test('an id tells what it names and is recognised as that and nothing else', () => {
  const id = newId('asset', at);
  expect(id).toMatch(/^asset_[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(idPrefix(id)).toBe('asset');
  expect(isId('asset', id)).toBe(true);
  expect(isId('nomination', id)).toBe(false);
  expect(isId('ass', id)).toBe(false);
});

test('ids sort in the order in which they were made, even within a millisecond', () => {
  const made = Array.from({ length: 2000 }, () => newId('asset', at));
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test('ids of later instants sort after ids of earlier ones', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 11 }), (milliseconds) => {
      const later = instantOf(at.getTime() + milliseconds);
      expect(newId('asset', at) < newId('asset', later)).toBe(true);
    }),
  );
});

test.each([
  ['council_E08000004', 'council'],
  ['asset_01J', 'asset'],
  ['asset', null],
  ['asset_', null],
  ['_01J', null],
  ['Asset_01J', null],
  ['9asset_01J', null],
  ['asset_01J extra', null],
  ['asset_01J\n', null],
  [`asset_${'0'.repeat(65)}`, null],
])('the prefix of %j is %j', (id, prefix) => {
  expect(idPrefix(id)).toBe(prefix);
});

test('nothing random passes for an id', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(isId('asset', value)).toBe(false);
    }),
  );
  expect(isId('asset', 'asset_01J')).toBe(false);
  expect(isId('asset', 'asset_IIIIIIIIIIIIIIIIIIIIIIIIII')).toBe(false);
});

test('a key always has the same id, and no other key has it', () => {
  expect(fixedId('asset', 'example-hall')).toBe(fixedId('asset', 'example-hall'));
  expect(isId('asset', fixedId('asset', 'example-hall'))).toBe(true);
  expect(fixedId('asset', 'example-hall') < newId('asset', at)).toBe(true);
  const ids = Array.from({ length: 5000 }, (_, index) => fixedId('asset', `key-${index}`));
  expect(new Set(ids).size).toBe(ids.length);
});
