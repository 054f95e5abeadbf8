import fc from 'fast-check';
import { KeyOwners, markOf, SEVERAL } from './key-owners';

test('keys are told apart, with their owners and how often they were seen, as by a map of them', () => {
  const key = fc.oneof(fc.nat(300).map(String), fc.string({ maxLength: 12 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.constantFrom('a', 'b', 'c')), { maxLength: 2_000 }), (seen) => {
      const owners = new KeyOwners();
      const model = new Map<string, { owner: number; times: number }>();
      for (const [one, name] of seen) {
        const owner = markOf(name);
        const there = model.get(one);
        expect(owners.see(one, owner)).toBe(there?.owner ?? 0);
        model.set(one, {
          owner: there && there.owner !== owner ? SEVERAL : owner,
          times: (there?.times ?? 0) + 1,
        });
      }
      const shape = (all: Iterable<{ owner: number; times: number }>) =>
        [...all].map(({ owner, times }) => `${owner} ${times}`).sort();
      expect(shape(owners.seen())).toEqual(shape(model.values()));
      expect(owners.size).toBe(model.size);
      expect(owners.several).toBe([...model.values()].filter(({ owner }) => owner === SEVERAL).length);
    }),
    { numRuns: 200 },
  );
});

test('among numbers that follow each other none is taken for another', () => {
  const owners = new KeyOwners();
  for (let number = 0; number < 300_000; number += 1) owners.see(`INV-${number}`, 1);
  expect(owners.size).toBe(300_000);
});

test('a mark is neither nobody’s nor that of several', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const mark = markOf(text);
      return Number.isInteger(mark) && mark > 0 && mark < SEVERAL;
    }),
  );
});
