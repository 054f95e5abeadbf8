import { LONGEST_SHAPE, readBoundary } from './boundary-features.rules';

const ring = [
  [-2.2, 53.5],
  [-1.9, 53.5],
  [-1.9, 53.6],
  [-2.2, 53.5],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const codeFrom = (properties: Record<string, unknown>, id: string | null = null) => {
  const read = readBoundary(id, properties, polygon);
  return typeof read === 'string' ? read : read.gssCode;
};

test.each([
  [{ LAD24CD: 'E08000004', WD24CD: 'E05014646' }, 'E05014646'],
  [{ lad24cd: 'E08000004' }, 'E08000004'],
  [{ CTYUA23CD: 'E10000012' }, 'E10000012'],
  [{ CAUTH24CD: 'E47000001' }, 'E47000001'],
  [{ gss_code: 'e08000004 ' }, 'E08000004'],
  [{ code: 'E08000004' }, 'E08000004'],
  [{ name: 'E08000004' }, 'It bears no code of a council or a ward.'],
  [{ RGN24CD: 'E12000002', code: 'E12000002' }, 'It bears no code of a council or a ward.'],
  [{ code: 7 }, 'It bears no code of a council or a ward.'],
])('the code of %j is %s', (properties, expected) => {
  expect(codeFrom(properties)).toBe(expected);
});

test('the id of a feature will do for its code', () => {
  expect(codeFrom({}, 'E08000004')).toBe('E08000004');
});

test('a polygon becomes a shape of one, without heights', () => {
  const high = { type: 'Polygon', coordinates: [ring.map((position) => [...position, 90])] };
  expect(readBoundary('E08000004', {}, high)).toEqual({
    gssCode: 'E08000004',
    coordinates: JSON.stringify([[ring]]),
    positionCount: 4,
    bounds: { west: -2.2, south: 53.5, east: -1.9, north: 53.6 },
  });
});

test('a shape of another kind, beyond the country or too detailed is refused', () => {
  expect(readBoundary('E08000004', {}, { type: 'Point', coordinates: [-2, 53] })).toMatch('is a Point');
  const turned = { type: 'Polygon', coordinates: [ring.map(([one, other]) => [other, one])] };
  expect(readBoundary('E08000004', {}, turned)).toMatch('beyond the United Kingdom');
  const long = Array.from({ length: LONGEST_SHAPE / 10 }, () => [-2.2, 53.5]);
  expect(readBoundary('E08000004', {}, { type: 'Polygon', coordinates: [long] })).toMatch('generalised');
});
