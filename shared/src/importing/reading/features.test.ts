import { Readable } from 'node:stream';
import { readFeatures, TableRefused } from '.';

const file = (content: unknown) => ({
  name: 'wards.geojson',
  stream: Readable.from([Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))]),
});
const ring = [
  [-2.1, 53.5],
  [-2.0, 53.5],
  [-2.0, 53.6],
  [-2.1, 53.5],
];
const feature = (geometry: unknown, properties: unknown = { code: 'E05000001' }, id?: unknown) => ({
  type: 'Feature',
  id,
  properties,
  geometry,
});
const polygon = { type: 'Polygon', coordinates: [ring] };

test('features come with their number, id, properties and shape', async () => {
  const collection = {
    type: 'FeatureCollection',
    features: [
      feature(polygon, { code: 'E05000001' }, 7),
      feature({ type: 'MultiPolygon', coordinates: [[ring]] }, null),
    ],
  };
  expect(await readFeatures(file(collection))).toEqual([
    { ok: true, number: 1, id: '7', properties: { code: 'E05000001' }, geometry: polygon },
    {
      ok: true,
      number: 2,
      id: null,
      properties: {},
      geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
    },
  ]);
  expect(await readFeatures(file(`\ufeff${JSON.stringify(feature(polygon))}`))).toHaveLength(1);
});

test.each([
  ['no shape', null, /no shape/],
  ['an unknown type', { type: 'Circle', coordinates: [0, 0] }, /no type that is understood/],
  ['a type of another kind', { type: 'toString', coordinates: [0, 0] }, /no type that is understood/],
  ['no coordinates', { type: 'Point' }, /not lists of numbers/],
  ['words for coordinates', { type: 'Point', coordinates: ['a', 'b'] }, /not lists of numbers/],
  ['one number', { type: 'Point', coordinates: [1] }, /not lists of numbers/],
  ['too few lists', { type: 'Polygon', coordinates: ring }, /not lists of numbers/],
  ['an open ring', { type: 'Polygon', coordinates: [[...ring.slice(0, 3), [-2.1, 53.7]]] }, /not closed/],
  ['a ring of three', { type: 'Polygon', coordinates: [ring.slice(0, 3)] }, /fewer than four/],
  ['an empty polygon', { type: 'Polygon', coordinates: [] }, /empty list/],
  ['a line of one', { type: 'LineString', coordinates: [[0, 0]] }, /fewer than two/],
  ['grid references', { type: 'Point', coordinates: [392000, 405000] }, /eastings and northings/],
  ['a latitude of 91', { type: 'Point', coordinates: [0, 91] }, /beyond 90/],
])('a feature with %s is reported by itself', async (_what, geometry, reason) => {
  const collection = { type: 'FeatureCollection', features: [feature(geometry), feature(polygon)] };
  expect(await readFeatures(file(collection))).toMatchObject([
    { ok: false, number: 1, reason: expect.stringMatching(reason) as string },
    { ok: true, number: 2 },
  ]);
});

test.each([
  ['nothing', '', /it is empty/],
  ['half a file', '{"type":"FeatureCollection","features":[', /it is not JSON/],
  ['a web page', '<!doctype html><html></html>', /it is not JSON: it looks like a web page/],
  ['other JSON', { rows: [] }, /no GeoJSON/],
  ['a list', [], /not GeoJSON/],
  ['TopoJSON', { type: 'Topology' }, /TopoJSON/],
  [
    'the national grid',
    { type: 'FeatureCollection', crs: { properties: { name: 'urn:ogc:def:crs:EPSG::27700' } }, features: [] },
    /reference system urn:ogc:def:crs:EPSG::27700/,
  ],
])('%s is refused whole', async (_what, content, reason) => {
  await expect(readFeatures(file(content))).rejects.toThrow(TableRefused);
  await expect(readFeatures(file(content))).rejects.toThrow(reason);
});

test('the old name of WGS84 is accepted, and a file beyond the bound is not', async () => {
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
  const collection = { type: 'FeatureCollection', crs, features: [feature(polygon)] };
  expect(await readFeatures(file(collection))).toHaveLength(1);
  await expect(readFeatures(file(collection), { maximumBytes: 100 })).rejects.toThrow(
    /larger than 100 bytes/,
  );
  await expect(readFeatures('/no/such.geojson')).rejects.toThrow(/no such file/);
});
