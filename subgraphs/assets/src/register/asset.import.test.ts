import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, describeDatabases, requestOf, type World } from '@coop/test/kit';
import { generatedAssets } from '@coop/test/kit/generated-assets';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSubgraph } from '@coop/shared/graphql';
import type { FileOutcome } from '@coop/shared/importing';
import { ImportProblem } from '@coop/shared/persistence';
import { assets } from '../index';
import { AssetWord } from './asset-word.entity';
import { Asset } from './asset.entity';
import { EXPORT_COLUMNS, assetExporter } from './asset.export';
import { assetImporter } from './asset.import';
import { assetPage } from './asset.queries';
import { hectaresOf, squareMetresOf } from './register-file';
import { updateAsset } from './update-asset.command';

const built = buildSubgraph(assets);
const DATA = join(__dirname, '../../../../../shared/data/assets');
const TRAFFORD = { file: join(DATA, 'trafford_land_and_building_assets.csv'), council: 'E08000009' };
const CHELTENHAM = { file: join(DATA, 'cheltenham_land_and_assets_2021.csv'), council: 'E07000078' };

describeDatabases('the import of a register', databaseOf(built), (world) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coop-register-'));
  });
  beforeEach(() => world.clear());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function run(file: string, council: string, options: object = {}): Promise<FileOutcome> {
    const [outcome] = await assetImporter.run({
      database: world.database,
      clock: world.clock,
      actor: world.actor({ role: 'administrator' }),
      files: [file],
      options: { council, ...options },
      progress: () => undefined,
    });
    return outcome!;
  }
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const all = (): Promise<Asset[]> => world.database.reader.find(Asset, { order: { referenceSort: 'ASC' } });
  const exported = async (format: string, council: string): Promise<string> => {
    let text = '';
    const { database, clock } = world;
    for await (const piece of assetExporter.run({ database, clock, format, options: { council } }))
      text += piece;
    return text;
  };

  test('takes what each column says, whatever its name, case and spaces', async () => {
    const file = await write(
      'a.csv',
      'Unique Asset ID,Name,UPRN,Street,Post Code,Easting,Northing,Tenure,Tenure Category,Land area (m2),GIA\n' +
        'A/1, Royton  Hall ,000422000123,"Rochdale\nRoad",ol2 6qj,392000,407500,FREEHOLD,leasehold OUT,250.5,1000\n',
    );
    expect(await run(file, 'E08000004')).toMatchObject({ rows: 1, imported: 1, rejected: 0, refused: null });
    expect(await all()).toMatchObject([
      {
        gssCode: 'E08000004',
        state: 'HELD',
        reference: 'A/1',
        name: 'Royton Hall',
        uprn: '422000123',
        streetName: 'Rochdale Road',
        postcode: 'OL2 6QJ',
        placedBy: 'OSGB36',
        easting: 392000,
        tenure: 'FREEHOLD',
        tenureDetail: 'LEASEHOLD',
        landAreaSquareMetres: 250.5,
        buildingSizeSquareMetres: 1000,
        illustrative: false,
        version: 1,
      },
    ]);
  });

  test('rejects a row that could not be recognised again, is of another council, or stands twice', async () => {
    const file = await write(
      'b.csv',
      'AssetCode,PropertyName,UPRN,OrganisationURI\n' +
        ',Nameless thing,,\n' +
        'B/1,Hall,,http://statistics.data.gov.uk/id/statistical-geography/E09000022\n' +
        'B/2,Hall,,\n' +
        'b/2,Hall again,,\n' +
        ',By its number,100,\n',
    );
    expect(await run(file, 'E08000004')).toMatchObject({
      rows: 5,
      imported: 2,
      alreadyThere: 0,
      rejected: 3,
    });
    const problems = await world.database.reader.find(ImportProblem, { order: { line: 'ASC' } });
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [2, 'It has neither a reference nor a UPRN by which it could be recognised again.'],
      [3, 'It is of another council, E09000022.'],
      [5, 'Row 4 of this file has the same reference.'],
    ]);
  });

  test('keeps a row whose details cannot be read, without them and with a warning', async () => {
    const file = await write(
      'c.csv',
      'AssetCode,PropertyName,UPRN,PostCode,GeoX,GeoY,LandArea,EffectiveDate\nC/1,Hall,12E4,NOWHERE,1,,-5,soon\n',
    );
    const { imported, remarks } = await run(file, 'E08000004');
    expect(imported).toBe(1);
    expect(remarks.filter((remark) => remark.startsWith('Row 2'))).toHaveLength(5);
    expect(await all()).toMatchObject([
      { uprn: null, postcode: null, latitude: null, landAreaSquareMetres: null },
    ]);
  });

  test('finds again by reference, without one by UPRN, and changes only what is said', async () => {
    const header = 'AssetCode,PropertyName,UPRN,PostCode,TenureType\n';
    await run(await write('d1.csv', `${header}D/1,Hall,1,OL1 1AA,Freehold\n,Field,2,,\n`), 'E08000004');
    const [hall] = await all();
    const input = { assetId: hall!.id, expectedVersion: 1, whyUnoccupied: 'Roof' };
    expect(await updateAsset.run(world.context(), input)).toMatchObject({ ok: true });
    const second = await run(await write('d2.csv', `${header}d/1,Town Hall,,,\n,Field,2,,\n`), 'E08000004');
    expect(second).toMatchObject({ rows: 2, imported: 1, alreadyThere: 1, rejected: 0 });
    expect(await all()).toMatchObject([
      {
        id: hall!.id,
        name: 'Town Hall',
        nameSort: 'town hall',
        words: ' town hall ol1 1aa 1',
        uprn: '1',
        postcode: 'OL1 1AA',
        tenure: 'FREEHOLD',
        whyUnoccupied: 'Roof',
        version: 3,
      },
      { name: 'Field', version: 1 },
    ]);
    const found = await assetPage(requestOf(world), { filter: { council: 'E08000004', text: 'town' } });
    expect(found.nodes).toHaveLength(1);
  });

  test('as a trial says what it would do and does nothing', async () => {
    const file = await write('e.csv', 'AssetCode,PropertyName\nE/1,Hall\n,Nothing\n');
    const trial = await run(file, 'E08000004', { dryRun: true });
    expect(trial).toMatchObject({ rows: 2, imported: 1, alreadyThere: 0, rejected: 1 });
    expect(trial.remarks[0]).toMatch(/trial/);
    expect(await all()).toEqual([]);
    expect(await run(file, 'E08000004')).toMatchObject({ imported: 1, rejected: 1 });
  });

  test('refuses a file without names, and a council that is none', async () => {
    const file = await write('f.csv', 'AssetCode,Colour\nF/1,red\n');
    expect((await run(file, 'E08000004')).refused).toMatch(/no column "PropertyName"/);
    await expect(run(file, 'Oldham')).rejects.toThrow(/GSS code/);
  });

  test('puts thousands of assets into the text index, where each is found', async () => {
    const rows = [...generatedAssets(3000)];
    const text = rows
      .map((row) =>
        [row.reference, row.name, row.streetNumber, row.streetName, row.postcode, row.uprn].join(','),
      )
      .join('\n');
    const file = await write(
      'g.csv',
      `AssetCode,PropertyName,StreetNumber,StreetName,PostCode,UPRN\n${text}\n`,
    );
    expect(await run(file, 'E08000004')).toMatchObject({ rows: 3000, imported: 3000 });
    expect(await world.database.reader.count(AssetWord)).toBeLessThan(3000 * 3);
    for (const row of rows.filter((_, index) => index % 500 === 250)) {
      const looked = { council: 'E08000004', text: `${row.name} ${row.streetNumber} ${row.postcode}` };
      const { nodes } = await assetPage(requestOf(world), { filter: looked, first: 100 });
      expect(nodes.map(({ reference }) => reference)).toContain(row.reference);
    }
  });

  test('reads an export back as it was, and writes the same again', async () => {
    const file = await write(
      'h.csv',
      `${EXPORT_COLUMNS.map(({ header }) => header).join(',')}\n` +
        ',2024-02-29,12,=H/1,"-Hall, ""Great""",1a,@ Street,Oldham,OL1,OSGB36,392000.25,407500,Freehold,Vacant,+note,Land and building,Surplus,12.5,0.0123,Empty,E05014650\n' +
        ',,,H/2,Land,,,,,WGS84,-2.1114,53.5409,Leasehold,Sub leasehold,,Land,,,,,\n' +
        ',,7,,Odd,,,,,,,,Peppercorn,By arrangement,,,,,,,\n',
    );
    expect(await run(file, 'E08000004')).toMatchObject({ imported: 3, rejected: 0 });
    const first = await exported('csv', 'E08000004');
    const before = await all();
    const stripped = before.map(({ id: _, importRunId: __, ...row }) => row);
    await world.clear();
    expect(await run(await write('h2.csv', first), 'E08000004')).toMatchObject({ imported: 3, rejected: 0 });
    expect((await all()).map(({ id: _, importRunId: __, ...row }) => row)).toEqual(stripped);
    expect(await exported('csv', 'E08000004')).toBe(first);
    expect(await run(await write('h3.csv', first), 'E08000004')).toMatchObject({
      imported: 0,
      alreadyThere: 3,
    });
  });

  test('gives a map with every asset on it, those without a place too', async () => {
    await run(
      await write('i.csv', 'AssetCode,PropertyName,GeoX,GeoY\nI/1,Hall,-2.1114,53.5409\nI/2,Field,,\n'),
      'E08000004',
    );
    const map = JSON.parse(await exported('geojson', 'E08000004')) as { features: Record<string, unknown>[] };
    expect(map.features).toMatchObject([
      {
        geometry: { type: 'Point', coordinates: [-2.1114, 53.5409] },
        properties: { reference: 'I/1', name: 'Hall' },
      },
      { geometry: null, properties: { reference: 'I/2' } },
    ]);
  });

  publishedRegisters(world, run, all, exported, write);
});

function publishedRegisters(
  world: World,
  run: (file: string, council: string) => Promise<FileOutcome>,
  all: () => Promise<Asset[]>,
  exported: (format: string, council: string) => Promise<string>,
  write: (name: string, text: string) => Promise<string>,
): void {
  const there = existsSync(TRAFFORD.file) && existsSync(CHELTENHAM.file);
  (there ? describe : describe.skip)(
    there ? 'of published registers' : 'of published registers: skipped, the files are not here',
    () => {
      const countBy = async (property: keyof Asset) => {
        const counts: Record<string, number> = {};
        for (const asset of await all())
          counts[String(asset[property])] = (counts[String(asset[property])] ?? 0) + 1;
        return counts;
      };

      test('takes every row of Trafford', async () => {
        const { remarks, ...counts } = await run(TRAFFORD.file, TRAFFORD.council);
        expect(counts).toMatchObject({
          rows: 608,
          imported: 608,
          alreadyThere: 0,
          rejected: 0,
          refused: null,
        });
        expect(remarks.filter((remark) => remark.includes('exchanged'))).toHaveLength(1);
        expect(await countBy('tenure')).toEqual({ FREEHOLD: 593, LEASEHOLD: 14, UNKNOWN: 1 });
        expect(await countBy('tenureDetail')).toEqual({
          VACANT: 187,
          OCCUPIED_BY_COUNCIL: 171,
          LEASEHOLD: 123,
          OTHER: 127,
        });
        const rows = await all();
        expect(rows.filter(({ uprn }) => uprn === null)).toHaveLength(336);
        expect(rows.filter(({ placedBy }) => placedBy === 'WGS84')).toHaveLength(373);
        expect(rows.filter(({ postcode }) => postcode === null)).toHaveLength(5);
        expect(await run(TRAFFORD.file, TRAFFORD.council)).toMatchObject({
          rows: 608,
          imported: 0,
          alreadyThere: 608,
          rejected: 0,
        });
        const again = await write('trafford.csv', await exported('csv', TRAFFORD.council));
        expect(await run(again, TRAFFORD.council)).toMatchObject({
          imported: 0,
          alreadyThere: 608,
          rejected: 0,
        });
      });

      test('takes every row of Cheltenham but those that stand twice', async () => {
        expect(await run(CHELTENHAM.file, CHELTENHAM.council)).toMatchObject({
          rows: 498,
          imported: 492,
          alreadyThere: 0,
          rejected: 6,
          refused: null,
        });
        const problems = await world.database.reader.find(ImportProblem);
        const rejected = problems.filter(({ severity }) => severity === 'REJECTED');
        expect(rejected.map(({ message }) => message.replace(/\d+/, 'N'))).toEqual(
          Array.from({ length: 6 }, () => 'Row N of this file has the same reference.'),
        );
        expect(await countBy('tenure')).toEqual({ FREEHOLD: 485, LEASEHOLD: 7 });
        const rows = await all();
        const placed = rows.filter(({ placedBy }) => placedBy === 'OSGB36');
        expect(placed).toHaveLength(491);
        expect(placed.every(({ latitude }) => latitude! > 51.8 && latitude! < 52)).toBe(true);
        expect(placed.every(({ longitude }) => longitude! > -2.2 && longitude! < -2)).toBe(true);
        const second = await run(CHELTENHAM.file, CHELTENHAM.council);
        expect(second).toMatchObject({ rows: 498, imported: 0, alreadyThere: 492, rejected: 6 });
      });
    },
  );
}

test('land survives being written in hectares, to a square centimetre', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e13 }), (tenthOfMilli) => {
      const metres = tenthOfMilli / 1e4;
      expect(squareMetresOf(hectaresOf(metres))).toBe(metres);
    }),
  );
});
