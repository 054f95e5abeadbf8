import fc from 'fast-check';
import { SeenKeys } from './seen-keys';

test('it tells the first row of every key, as a map of them would', () => {
  const keys = fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.nat(50).map(String)), { maxLength: 3000 });
  fc.assert(
    fc.property(keys, (all) => {
      const seen = new SeenKeys();
      const map = new Map<string, number>();
      for (const [index, key] of all.entries()) {
        expect(seen.firstRowOf(key, index + 2)).toBe(map.get(key) ?? null);
        if (!map.has(key)) map.set(key, index + 2);
      }
    }),
    { numRuns: 50 },
  );
});

test('keys that differ in a digit or in their order of letters are told apart, half a million of them', () => {
  const seen = new SeenKeys();
  let taken = 0;
  for (let n = 0; n < 250_000; n += 1) {
    if (seen.firstRowOf(`P${n}`, n + 1) !== null) taken += 1;
    if (seen.firstRowOf(`${n}P`, n + 1) !== null) taken += 1;
  }
  expect(taken).toBe(0);
  expect(seen.firstRowOf('P249999', 1)).toBe(250_000);
});
