import { NEIGHBOURHOOD_LIFECYCLE } from './neighbourhood.lifecycle';
import { checkNeighbourhood } from './neighbourhoods.rules';

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
