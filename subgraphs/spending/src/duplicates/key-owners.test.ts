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

test('a sample holds few keys, each with all that was seen of it, and counts for all', () => {
  const MANY = 60_000;
  const sample = new KeyOwners(1 << 12);
  for (const turn of [1, 2, 3])
    for (let number = 0; number < MANY; number += 1)
      sample.see(`INV-${number}`, turn === 3 && number % 4 === 0 ? 2 : 1);
  const held = [...sample.seen()];
  expect(held.length).toBeGreaterThan(1 << 10);
  expect(held.length).toBeLessThanOrEqual(1 << 12);
  expect(held.every(({ times }) => times === 3)).toBe(true);
  expect(sample.size / MANY).toBeCloseTo(1, 1);
  expect(sample.several / MANY).toBeCloseTo(0.25, 1);
});

test('a mark is neither nobody’s nor that of several', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const mark = markOf(text);
      return Number.isInteger(mark) && mark > 0 && mark < SEVERAL;
    }),
  );
});
