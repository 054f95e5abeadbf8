import { NEIGHBOURHOOD_LIFECYCLE } from './neighbourhood.lifecycle';
import { checkNeighbourhood, endProblems } from './neighbourhoods.rules';

const known = [
  { gssCode: 'E05000265', council: 'E09000013' },
  { gssCode: 'E05000642', council: 'E09000033' },
];
const paths = (name: string, parts: { ward: string; part: string | null }[], councils = ['E09000013']) => {
  const decision = checkNeighbourhood({ name, from: '2012-01-01', parts }, councils, known);
  return decision.ok ? [] : decision.problems.map((one) => `${one.kind} ${one.path?.join('.')}`);
};

test('a neighbourhood is made of wards and parts of wards', () => {
  expect(paths('White City', [{ ward: 'E05000265', part: 'the White City estate' }])).toEqual([]);
  expect(
    paths(
      'Both',
      [
        { ward: 'E05000265', part: null },
        { ward: 'E05000642', part: null },
      ],
      ['E09000013', 'E09000033'],
    ),
  ).toEqual([]);
});

test.each([
  ['', [], ['InvalidInput name', 'InvalidInput parts']],
  ['A', [{ ward: 'E09000013', part: null }], ['InvalidInput parts.0.ward']],
  ['A', [{ ward: 'E05999999', part: null }], ['NotFound parts.0.ward']],
  ['A', [{ ward: 'E05000642', part: null }], ['Ineligible parts.0.ward']],
  [
    'A',
    [
      { ward: 'E05000265', part: 'x' },
      { ward: 'E05000265', part: ' X ' },
    ],
    ['InvalidInput parts.1.ward'],
  ],
  [
    'A',
    [
      { ward: 'E05000265', part: null },
      { ward: 'E05000265', part: 'x' },
    ],
    ['InvalidInput parts.1.ward'],
  ],
])('%j with %j is refused: %j', (name, parts, expected) => {
  expect(paths(name, parts)).toEqual(expected);
});

test('a superseded neighbourhood stays so', () => {
  expect(NEIGHBOURHOOD_LIFECYCLE.move('supersede', 'CURRENT')).toBe('SUPERSEDED');
  expect(NEIGHBOURHOOD_LIFECYCLE.isFinal('SUPERSEDED')).toBe(true);
});

test('a ward that lies in two councils may be of either, and one that had ended is refused', () => {
  const both = [
    { gssCode: 'E05014284', council: 'E07000167' },
    { gssCode: 'E05014284', council: 'E07000168', until: '2023-03-31' },
  ];
  const check = (from: string, councils: string[]) => {
    const parts = [{ ward: 'E05014284', part: null }];
    const decision = checkNeighbourhood({ name: 'Hunmanby', from, parts }, councils, both);
    return decision.ok ? [] : decision.problems.map(({ message }) => message);
  };
  expect(check('2023-03-31', ['E07000168'])).toEqual([]);
  expect(check('2023-03-31', ['E08000004'])).toEqual(['E05014284 is a ward of E07000167 and E07000168.']);
  expect(check('2023-04-01', ['E07000167'])).toEqual([
    'E05014284 ended on 2023-03-31, before the neighbourhood begins.',
  ]);
});

test('it cannot end before it began', () => {
  expect(endProblems({ validFrom: null }, '2012-01-01', ['on'])).toEqual([]);
  expect(endProblems({ validFrom: '2012-01-01' }, '2012-01-02', ['on'])).toEqual([]);
  expect(endProblems({ validFrom: '2012-01-01' }, '2012-01-01', ['on'])).toMatchObject([
    { kind: 'InvalidInput', path: ['on'] },
  ]);
});
