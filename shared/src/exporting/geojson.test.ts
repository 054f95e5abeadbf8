import { Readable } from 'node:stream';
import fc from 'fast-check';
import { readFeatures } from '../importing';
import { pointOf, writeFeatureCollection, type FeatureToWrite } from '.';

const written = async (features: readonly FeatureToWrite[]) => {
  let text = '';
  for await (const piece of writeFeatureCollection(features)) text += piece;
  return text;
};

test('a collection without features is GeoJSON as well', async () => {
  expect(JSON.parse(await written([]))).toEqual({ type: 'FeatureCollection', features: [] });
});

test('longitude stands before latitude, to a centimetre, and a thing without a place has none', async () => {
  expect(pointOf(-2.111400004, -0.00000000001)).toEqual({ type: 'Point', coordinates: [-2.1114, 0] });
  const text = await written([
    { id: 'asset_1', geometry: pointOf(-2.1114, 53.5409), properties: { name: 'Hall' } },
    { geometry: null, properties: {} },
  ]);
  expect(JSON.parse(text)).toEqual({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 'asset_1',
        geometry: { type: 'Point', coordinates: [-2.1114, 53.5409] },
        properties: { name: 'Hall' },
      },
      { type: 'Feature', geometry: null, properties: {} },
    ],
  });
});

test('a place beyond the globe is an error that names the feature', async () => {
  await expect(written([{ id: 'asset_1', geometry: pointOf(0, 91), properties: {} }])).rejects.toThrow(
    /Feature asset_1: A longitude lies beyond/,
  );
});

test('what is written reads back, however many features there are', async () => {
  const points = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(points, fc.string({ unit: 'grapheme' })), { maxLength: 50 }),
      async (places) => {
        const features = places.map(([[longitude, latitude], name], index) => ({
          id: `asset_${index}`,
          geometry: pointOf(longitude, latitude),
          properties: { name },
        }));
        const stream = Readable.from([Buffer.from(await written(features))]);
        const read = await readFeatures({ name: 'x.geojson', stream });
        expect(read).toEqual(features.map((feature, index) => ({ ok: true, number: index + 1, ...feature })));
      },
    ),
  );
});
