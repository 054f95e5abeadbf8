import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { verifyAudit } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import type { FileOutcome } from '@coop/shared/importing';
import { schemaDifferences } from '@coop/shared/persistence';
import { councils } from '..';
import { AreaBoundary } from './area-boundary.entity';
import { boundariesImporter } from './boundaries.import';

const built = buildSubgraph(councils);
const SAMPLE = resolve(__dirname, '../../samples/boundaries.geojson');

describeDatabases('the shapes of areas', databaseOf(built), (world) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coop-boundaries-'));
    await loadDemoInto(world, built);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const load = async (file: string): Promise<FileOutcome> => {
    const [outcome] = await boundariesImporter.run({
      database: world.database,
      clock: world.clock,
      actor: world.actor({ role: 'administrator', council: null }),
      files: [file],
      options: {},
      progress: () => undefined,
    });
    return outcome!;
  };
  const codesAt = async (latitude: number, longitude: number, on?: string) => {
    const { data, errors } = await ask(
      world,
      built,
      `query ($latitude: Float!, $longitude: Float!, $on: LocalDate) {
        areaAt(latitude: $latitude, longitude: $longitude, on: $on) { wards { gssCode } councils { gssCode } } }`,
      { latitude, longitude, on: on ?? null },
    );
    expect(errors).toBeUndefined();
    const found = (data as { areaAt: Record<'wards' | 'councils', { gssCode: string }[]> }).areaAt;
    return [found.wards, found.councils].map((areas) => areas.map(({ gssCode }) => gssCode));
  };

  test('before any is imported an area has none, and nothing lies anywhere', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
    expect(await codesAt(53.53, -2.11)).toEqual([[], []]);
    const { data } = await ask(world, built, '{ council(gssCode: "E08000004") { boundary { west } } }');
    expect(data).toEqual({ council: { boundary: null } });
  });

  test('shapes are imported, and every one that cannot be used is reported', async () => {
    const outcome = await load(SAMPLE);
    expect(outcome).toMatchObject({ rows: 11, imported: 5, alreadyThere: 0, rejected: 6, refused: null });
    expect(outcome.remarks).toEqual([
      expect.stringMatching(
        /^Features that cannot be used, not imported \(4\): number 8, E05014651 is a Point.*number 9, E05014652 lies beyond.*number 10, Its coordinates look like eastings.*number 11, It bears no code/,
      ),
      'Areas that stand twice in the file, the first one taken (1): E05014650.',
      'Codes of no area in the directory, not imported (1): E05099999.',
    ]);
  });

  test('imported again, nothing is new', async () => {
    const before = await world.database.reader.find(AreaBoundary, { order: { gssCode: 'ASC' } });
    world.clock.advance(60_000);
    expect(await load(SAMPLE)).toMatchObject({ imported: 0, alreadyThere: 5, rejected: 6 });
    expect(await world.database.reader.find(AreaBoundary, { order: { gssCode: 'ASC' } })).toEqual(before);
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  });

  test('an area shows its shape as GeoJSON, with the box around it', async () => {
    const { data, errors } = await ask(
      world,
      built,
      `{ area(gssCode: "E05014662") { name boundary { west south east north positionCount geometry } }
         council(gssCode: "E08000004") { boundary { positionCount } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      area: {
        name: "St James'",
        boundary: {
          west: -2.1,
          south: 53.52,
          east: -2.01,
          north: 53.54,
          positionCount: 15,
          geometry: {
            type: 'MultiPolygon',
            coordinates: [[expect.any(Array), expect.any(Array)], [expect.any(Array)]],
          },
        },
      },
      council: { boundary: { positionCount: 5 } },
    });
  });

  test.each([
    ['in a ward', 53.53, -2.11, undefined, ['E05014646'], ['E08000004']],
    ['on the border of two wards', 53.53, -2.1, undefined, ['E05014662'], ['E08000004']],
    ['in the hole of a ward', 53.528, -2.085, undefined, [], ['E08000004']],
    ['in a detached part', 53.525, -2.015, undefined, ['E05014662'], ['E08000004']],
    ['before the review of 2023', 53.53, -2.11, '2012-06-01', ['E05000719'], ['E08000004']],
    ['nowhere', 51.5, -0.12, undefined, [], []],
  ])('%s the areas of that day are found', async (_what, latitude, longitude, on, wards, areas) => {
    expect(await codesAt(latitude, longitude, on)).toEqual([wards, areas]);
  });

  test('five hundred places cost as many statements as one, and are answered in their order', async () => {
    const source =
      'query ($places: [PlaceInput!]!) { areasAt(places: $places) { wards { gssCode } councils { name } } }';
    const places = Array.from({ length: 500 }, (_, index) => ({
      latitude: 53.53,
      longitude: index % 2 === 0 ? -2.11 : -2.07,
    }));
    let answers: { wards: { gssCode: string }[] }[] = [];
    const statementsFor = (asked: object[]) =>
      world.statementsOf(async () => {
        const { data, errors } = await ask(world, built, source, { places: asked });
        expect(errors).toBeUndefined();
        answers = (data as { areasAt: typeof answers }).areasAt;
      });
    const one = await statementsFor(places.slice(0, 1));
    expect(await statementsFor(places)).toBeLessThanOrEqual(one);
    expect(answers.slice(0, 2).map(({ wards }) => wards[0]!.gssCode)).toEqual(['E05014646', 'E05014662']);
    expect(answers).toHaveLength(500);
    expect(await statementsFor([])).toBe(0);
  });

  test('too many places, and places that are none on earth, are refused', async () => {
    const codeOf = async (source: string, variables: object = {}) =>
      (await ask(world, built, source, { ...variables })).errors?.[0]?.extensions['code'];
    const places = Array.from({ length: 501 }, () => ({ latitude: 53, longitude: -2 }));
    expect(
      await codeOf('query ($places: [PlaceInput!]!) { areasAt(places: $places) { wards { name } } }', {
        places,
      }),
    ).toBe('BAD_USER_INPUT');
    for (const [latitude, longitude] of [
      [91, 0],
      [0, 181],
      [1e300, 0],
    ])
      expect(
        await codeOf(`{ areaAt(latitude: ${latitude}, longitude: ${longitude}) { wards { name } } }`),
      ).toBe('BAD_USER_INPUT');
  });

  test('another shape of the same area takes the place of the old one', async () => {
    const file = join(folder, 'oldham.geojson');
    const ring = [
      [-2.3, 53.4],
      [-1.9, 53.4],
      [-1.9, 53.7],
      [-2.3, 53.4],
    ];
    const feature = {
      type: 'Feature',
      properties: { LAD24CD: 'E08000004' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
    await writeFile(file, JSON.stringify(feature));
    expect(await load(file)).toMatchObject({
      imported: 1,
      remarks: ['Areas whose shape was replaced (1): E08000004.'],
    });
    const { data } = await ask(world, built, '{ council(gssCode: "E08000004") { boundary { west } } }');
    expect(data).toEqual({ council: { boundary: { west: -2.3 } } });
  });

  test.each([
    ['a table', 'WDCD,WDNM\nE05000719,Alexandra\n', 'not JSON'],
    ['nothing', '', 'empty'],
    [
      'a map in eastings',
      JSON.stringify({
        type: 'FeatureCollection',
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } },
        features: [],
      }),
      'reference system',
    ],
  ])('%s is refused whole', async (_what, text, reason) => {
    const file = join(folder, 'refused.geojson');
    await writeFile(file, text);
    expect(await load(file)).toMatchObject({ rows: 0, refused: expect.stringMatching(reason) as string });
  });
});
