import fc from 'fast-check';
import { buildNameIndex, isOneEdit } from './name-index';
import { matchName } from './name-matching';

const REGISTER = [
  'Halliwell Homes Limited',
  'Home Care For You Limited',
  'The Unity Partnership Limited',
  'Unity Partnership LLP',
  'Connect Cars (UK) Limited',
  'L W T Contractors Limited',
  'Pennine Care NHS Foundation Trust',
  'Westholme Limited',
  'Parkside 1 Housing Limited',
  'J D Joinery Limited',
  'Oldham Sports North Limited',
  'Foster Care Associates Limited',
  'Moorside Holdings Limited',
  'Oldham Sports Leisure Culture Trust North Limited',
  'Parkside Gardens Retirement Living Scheme 1981 Limited',
  'J D Roofing Joinery Plastering Painting Limited',
  // Words that many bodies share say little.
  ...Array.from({ length: 40 }, (_, index) => `Firm${index} Works (UK) Limited`),
].map((name) => ({ key: name, name }));
const index = buildNameIndex(REGISTER);
const keyOf = (name: string) => {
  const match = matchName(index, name);
  return match.outcome === 'MATCHED' ? match.key : match.outcome;
};

describe('a name is matched', () => {
  test.each([
    ['HALLIWELL HOMES LTD', 'Halliwell Homes Limited', 'NORMAL_FORM'],
    ['Homecare For You Ltd', 'Home Care For You Limited', 'SPACING'],
    ['Foster Care Associates Limited (FCA)', 'Foster Care Associates Limited', 'PART_OF_NAME'],
    ['Westholme TA Prism Medical UK', 'Westholme Limited', 'PART_OF_NAME'],
    ['Haliwell Homes', 'Halliwell Homes Limited', 'WORDS'],
    ['LWT Contractor Ltd', 'L W T Contractors Limited', 'WORDS'],
    ['Connect Cars Ltd', 'Connect Cars (UK) Limited', 'WORDS'],
  ])('%s is %s, by %s', (name, key, method) => {
    expect(matchName(index, name)).toMatchObject({ outcome: 'MATCHED', key, method });
  });

  test('the stated legal form decides between bodies of one name', () => {
    expect(keyOf('Unity Partnership Ltd')).toBe('The Unity Partnership Limited');
    expect(keyOf('Unity Partnership LLP')).toBe('Unity Partnership LLP');
  });
});

describe('a name is not matched', () => {
  test.each([
    ['Unity Partnership', 'two bodies bear it', 'AMBIGUOUS'],
    ['Parkside 2 Housing Ltd', 'the figures differ', 'NONE'],
    ['J B Joinery Ltd', 'the initials differ', 'NONE'],
    ['Oldham Sports South Ltd', 'a compass point differs', 'NONE'],
    ['Oldham Sports Ltd', 'a compass point is missing', 'NONE'],
    ['Moorside Ltd', 'the holding company is another', 'NONE'],
    ['Oldham Sports Leisure Culture Trust Ltd', 'a compass point is missing in a long name', 'NONE'],
    ['Parkside Gardens Retirement Living Scheme Ltd', 'the figure is missing in a long name', 'NONE'],
    ['Roofing Joinery Plastering Painting Ltd', 'the initials are missing in a long name', 'NONE'],
    ['Westholma', 'one word alone stands no misspelling', 'NONE'],
    ['Halliwell Homes LLP', 'a partnership is no company', 'NONE'],
    ['Acme t/a Foster Care Associates', 'who trades as somebody is named before it', 'NONE'],
    ['', 'it says nothing', 'NONE'],
  ])('%s: %s', (name, _why, outcome) => {
    expect(keyOf(name)).toBe(outcome);
  });
});

test('a trading name that somebody bears is suggested to a person', () => {
  const match = matchName(index, 'Acme t/a Foster Care Associates');
  expect(match).toMatchObject({ outcome: 'NONE', candidates: [{ key: 'Foster Care Associates Limited' }] });
});

test('several names of one organisation are not ambiguous', () => {
  const both = buildNameIndex([
    { key: 'a', name: 'Mahdlo' },
    { key: 'a', name: 'Mahdlo Ltd' },
  ]);
  expect(matchName(both, 'MAHDLO')).toMatchObject({ outcome: 'MATCHED', key: 'a', score: 1 });
});

test('every registered name finds itself, whatever its case', () => {
  fc.assert(
    fc.property(fc.constantFrom(...REGISTER), fc.boolean(), ({ key, name }, upper) => {
      expect(keyOf(upper ? name.toUpperCase() : name.toLowerCase())).toBe(key);
    }),
  );
});

test('the answer does not depend on the order of the register', () => {
  const backwards = buildNameIndex([...REGISTER].reverse());
  for (const name of ['Haliwell Homes', 'Unity Partnership', 'Connect Cars Ltd', 'Firm3 Work UK'])
    expect(matchName(backwards, name)).toEqual(matchName(index, name));
});

test('a search compares with a bounded number of names, however large the register is', () => {
  const words = ['amber', 'birch', 'cedar', 'delta', 'ember', 'fable', 'grove', 'haven', 'inlet', 'jolly'];
  const many = Array.from({ length: 4000 }, (_, at) => {
    const [a, b, c, d] = String(at).padStart(4, '0').split('').map(Number) as [
      number,
      number,
      number,
      number,
    ];
    return { key: `${at}`, name: `${words[a]}${words[b]} ${words[c]}${words[d]} Ltd` };
  });
  const large = buildNameIndex(many);
  const form = { text: '', compact: '', tokens: ['amberbirch', 'cedardelta', 'x'], legalForm: null };
  expect(large.near(form).length).toBeLessThanOrEqual(3 * 200);
  expect(large.near(form).length).toBeGreaterThan(0);
});

test.each([
  ['halliwell', 'haliwell', true],
  ['contractor', 'contractors', true],
  ['services', 'servcies', true],
  ['services', 'sxrvicxs', false],
  ['services', 'xervices', false],
  ['same', 'same', false],
])('%s and %s are one edit apart: %s', (one, other, expected) => {
  expect(isOneEdit(one, other)).toBe(expected);
  expect(isOneEdit(other, one)).toBe(expected);
});
