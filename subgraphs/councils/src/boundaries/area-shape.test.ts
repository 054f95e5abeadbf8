import fc from 'fast-check';
import {
  boundsOf,
  contains,
  isWithin,
  positionCount,
  UNITED_KINGDOM,
  type Ring,
  type Shape,
} from './area-shape.rules';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('a place lies in a shape', () => {
  const hole: Shape = [[box(0, 0, 10, 10), box(4, 4, 6, 6)], [box(20, 0, 21, 1)]];
  test.each([
    [1, 1, true],
    [5, 5, false],
    [3.9, 5, true],
    [20.5, 0.5, true],
    [15, 0.5, false],
    [-1, 5, false],
    [5, 11, false],
  ])('%d, %d: %s', (longitude, latitude, inside) => {
    expect(contains(hole, longitude, latitude)).toBe(inside);
  });

  test('whichever way round its rings run', () => {
    const turned = hole.map((polygon) => polygon.map((ring) => [...ring].reverse()));
    expect(contains(turned, 1, 1)).toBe(true);
    expect(contains(turned, 5, 5)).toBe(false);
  });

  test('also where a line through it meets corners', () => {
    const star: Shape = [
      [
        [
          [0, 0],
          [2, 1],
          [4, 0],
          [3, 2],
          [4, 4],
          [2, 3],
          [0, 4],
          [1, 2],
          [0, 0],
        ],
      ],
    ];
    expect(contains(star, 2, 2)).toBe(true);
    expect(contains(star, 0.5, 2)).toBe(false);
    expect(contains(star, -1, 0)).toBe(false);
    expect(contains(star, -1, 1)).toBe(false);
  });
});

test('of neighbours that share their borders, every place lies in exactly one', () => {
  // A square cut along a crooked line, and each half cut again: four neighbours, with places on the very corners.
  const degree = fc.double({ min: 0, max: 10, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(degree, degree), { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(degree, degree), { maxLength: 10 }),
      (bends, places) => {
        const cut = [[5, 0], ...bends.sort(([, one], [, other]) => one - other), [5, 10]];
        const left: Shape = [[[[0, 0], ...cut, [0, 10], [0, 0]]]];
        const right: Shape = [[[[10, 0], [10, 10], ...[...cut].reverse(), [10, 0]]]];
        for (const [longitude, latitude] of [...places, ...bends]) {
          if (longitude! >= 10 || latitude! >= 10) continue;
          const [inLeft, inRight] = [left, right].map((shape) => contains(shape, longitude!, latitude!));
          expect([longitude, latitude, inLeft !== inRight]).toEqual([longitude, latitude, true]);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('the box around a shape holds everything that lies in it', () => {
  const shape: Shape = [[box(-2.2, 53.5, -1.9, 53.65)], [box(-1.5, 53.4, -1.4, 53.45)]];
  expect(boundsOf(shape)).toEqual({ west: -2.2, south: 53.4, east: -1.4, north: 53.65 });
  expect(isWithin(boundsOf(shape), UNITED_KINGDOM)).toBe(true);
  expect(isWithin({ west: 53, south: -2, east: 54, north: -1 }, UNITED_KINGDOM)).toBe(false);
  expect(positionCount(shape)).toBe(10);
});
