import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { cellOf, cellsAround, distanceMetres } from './grid';
import { placeOfDegrees, placeOfGrid } from './place';
import { placeOfCells } from './register-file';

describe('a place', () => {
  // Stations of the active network that the Ordnance Survey publishes in both systems (OSTN15 test points).
  it.each([
    ['Caister Water Tower', 651409.804, 313177.45, 52.6579786783, 1.7160519545],
    ['Nottingham', 454002.834, 340834.943, 52.9621913278, -1.19747656],
    ['Leeds', 422242.186, 433818.701, 53.800215237, -1.6637931],
  ])('of %s is within 5 metres of the published one', (_, easting, northing, latitude, longitude) => {
    const byGrid = placeOfGrid(easting, northing)!;
    expect(distanceMetres(byGrid, { latitude, longitude })).toBeLessThan(5);
    const byDegrees = placeOfDegrees(latitude, longitude)!;
    expect(Math.hypot(byDegrees.easting - easting, byDegrees.northing - northing)).toBeLessThan(5);
  });

  it('stays within a decimetre when it is worked out there and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 650_000 }),
        fc.integer({ min: 20_000, max: 1_200_000 }),
        (easting, northing) => {
          const { latitude, longitude } = placeOfGrid(easting, northing)!;
          const back = placeOfDegrees(latitude, longitude);
          // The corners of the grid lie in the sea, beyond the box of the country's degrees.
          if (back) expect(Math.hypot(back.easting - easting, back.northing - northing)).toBeLessThan(0.1);
        },
      ),
    );
  });

  it.each([
    [-1, 0],
    [700_001, 5],
    [5, 1_300_001],
    [Number.NaN, 5],
  ])('is none at easting %d, northing %d', (easting, northing) => {
    expect(placeOfGrid(easting, northing)).toBeNull();
  });
});

describe('the coordinates of a file', () => {
  it.each([
    [{ system: null, x: 395265, y: 222126 }, 'OSGB36', null],
    [{ system: 'British National Grid', x: 395265, y: 222126 }, 'OSGB36', null],
    [{ system: null, x: -2.11, y: 53.54 }, 'WGS84', null],
    [{ system: 'EPSG:4326', x: -2.11, y: 53.54 }, 'WGS84', null],
    [{ system: 'WGS84', x: 53.54, y: -2.11 }, 'WGS84', /exchanged/],
    [{ system: null, x: 0, y: 0 }, undefined, null],
    [{ system: null, x: null, y: null }, undefined, null],
    [{ system: null, x: 395265, y: null }, undefined, /missing/],
    [{ system: 'OSGB36', x: 53, y: -2 }, undefined, /outside/],
    [{ system: null, x: 12, y: 34 }, undefined, /outside/],
  ])('%j are in %s', (cells, system, remark) => {
    const read = placeOfCells(cells);
    expect(read.place?.placedBy).toBe(system);
    if (remark) expect(read.remark).toMatch(remark);
    else expect(read.remark).toBeNull();
  });
});

test('every place within a circle lies in a cell that is looked into', () => {
  const inCountry = { min: 49.5, max: 60.5, noNaN: true };
  fc.assert(
    fc.property(
      fc.double(inCountry),
      fc.double({ min: -8, max: 2, noNaN: true }),
      fc.integer({ min: 1, max: 20_000 }),
      fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (latitude, longitude, metres, bearing, share) => {
        const degrees = ((metres * share) / 6_371_008.8) * (180 / Math.PI);
        const other = {
          latitude: latitude + degrees * Math.cos(bearing),
          longitude: longitude + (degrees * Math.sin(bearing)) / Math.cos((latitude * Math.PI) / 180),
        };
        fc.pre(distanceMetres({ latitude, longitude }, other) <= metres);
        const ranges = cellsAround({ latitude, longitude }, metres);
        const cell = cellOf(other);
        expect(ranges.some(([first, last]) => first <= cell && cell <= last)).toBe(true);
        expect(ranges.length).toBeLessThan(90);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a degree of latitude is 111.2 kilometres', () => {
  const metres = distanceMetres({ latitude: 53, longitude: -2 }, { latitude: 54, longitude: -2 });
  expect(metres).toBeCloseTo(111_195, -1);
});
