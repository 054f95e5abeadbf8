import fc from 'fast-check';

/** Texts that have broken something somewhere: empty, blank, control characters, other scripts, halves of letters. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'half \udc00 of a pair',
  '😀👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'שלום \u202e olleh',
  'مركز المجتمع',
  'Ḽơᶉëᶆ ȋṕšᶙṁ',
  "'; DROP TABLE asset; --",
  '" OR ""="',
  '\\',
  '%_%',
  '=1+1',
  '<script>alert(1)</script>',
  '${7*7}',
  '\r\n\t',
  '\uffff',
  '﻿text',
  'null',
  '__proto__',
  'e\u0301'.repeat(400),
  'x'.repeat(301),
  'x'.repeat(10_001),
  '😀'.repeat(10_001),
  'x'.repeat(70_000),
];

/** Days that are none, or lie where no law was. */
const DAYS: readonly string[] = [
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '2026-6-1',
  '01/06/2026',
  '2026-06-01T00:00:00Z',
  '0000-00-00',
  '0999-12-31',
  '1000-01-01',
  '1752-09-08',
  '2012-09-20',
  '2012-09-21',
  '2026-05-31',
  '2026-06-02',
  '9998-12-31',
  '9999-12-31',
  '+10000-01-01',
  '-0001-01-01',
  '２０２６-06-01',
];

const NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  1,
  0.1,
  1e-300,
  1e308,
  -1e308,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  -(2 ** 53),
  Number.NaN,
  Number.POSITIVE_INFINITY,
];

/** A value that no form would send: of a wrong type, out of range, too long, or text that breaks things. */
export const awkwardValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...TEXTS),
  fc.constantFrom<unknown>(...DAYS),
  fc.constantFrom<unknown>(...NUMBERS),
  fc.constantFrom<unknown>(null, undefined, true, false, [], {}, [[]], [null], { length: 3 }, new Map()),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.double(),
  fc.maxSafeInteger(),
  fc.date({ min: new Date(-8e15), max: new Date(8e15) }).map((date) => date.toJSON()),
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(fc.constantFrom<unknown>(...TEXTS, ...NUMBERS), { maxLength: 30 }),
);

type Path = readonly string[];

function pathsIn(value: unknown, above: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    [...above, key],
    ...pathsIn((value as Record<string, unknown>)[key], [...above, key]),
  ]);
}

function replaced(value: unknown, [key, ...below]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  // An earlier change may have taken away what the path leads through.
  if (typeof value !== 'object' || value === null) return value;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  if (below.length === 0 && by === undefined) delete copy[key];
  else copy[key] = replaced(copy[key], below, by);
  return copy;
}

/**
 * Sound inputs of which up to four fields, at any depth, are awkward or missing, and one in twenty an awkward value
 * altogether. Some stay sound, so that the work behind the checks is reached too.
 * @param sound inputs as a form would send them
 */
export function disturbed<Input extends object>(sound: fc.Arbitrary<Input>): fc.Arbitrary<unknown> {
  const changes = fc.array(fc.tuple(fc.nat(), awkwardValue), { maxLength: 4 });
  const fields = fc.tuple(sound, changes).map(([input, list]) => {
    const paths = pathsIn(input);
    return list.reduce<unknown>(
      (now, [at, value]) => (paths.length === 0 ? now : replaced(now, paths[at % paths.length]!, value)),
      input,
    );
  });
  return fc.oneof({ weight: 19, arbitrary: fields }, { weight: 1, arbitrary: awkwardValue });
}
