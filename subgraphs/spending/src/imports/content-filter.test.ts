import fc from 'fast-check';
import { ContentFilter } from './content-filter';

test('a content that was added is always said to be there', () => {
  const filter = new ContentFilter();
  fc.assert(
    fc.property(fc.string(), (content) => {
      filter.add(content);
      expect(filter.mayHave(content)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test('of a hundred thousand contents none is said to be there that is not: one in 800 million would be', () => {
  const filter = new ContentFilter();
  for (let n = 0; n < 100_000; n += 1) filter.add(`content number ${n}`);
  let wrong = 0;
  for (let n = 0; n < 100_000; n += 1) if (filter.mayHave(`another content ${n}`)) wrong += 1;
  expect(wrong).toBe(0);
});
