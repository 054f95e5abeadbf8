import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assets } from '@coop/assets';
import { requestOf, sqliteWorld, databaseOf, type World } from '@coop/test/kit';
import { generatedAssets } from '@coop/test/kit/generated-assets';
import { buildSubgraph } from '@coop/shared/graphql';
import { newId } from '@coop/shared/ids';
import { bulkInsert } from '@coop/shared/persistence';
import { Asset } from '../../subgraphs/assets/src/register/asset.entity';
import type { AssetOrder } from '../../subgraphs/assets/src/register/asset.enums';
import { assetImporter } from '../../subgraphs/assets/src/register/asset.import';
import { assetPage, type AssetArgs } from '../../subgraphs/assets/src/register/asset.queries';
import { assetsNear } from '../../subgraphs/assets/src/register/nearby.queries';
import { measure, report } from './harness';

// The register of a council with 100,000 assets: what a deep page costs against the first, what the total costs
// besides its page, what text search and nearness cost against going through all, and how fast a register is imported against bare inserts of the same rows.

const ROWS = 100_000;
const COUNCIL = 'E08000004';
// A server has run each many times before: what the compiler does in the first hundred calls is not measured.
const REPEAT = { calls: 50, rounds: 9, warmUp: 4 };

async function importedWorld(): Promise<World> {
  const world = await sqliteWorld(databaseOf(buildSubgraph(assets)));
  await world.open();
  return world;
}

/** A register as a council would publish it. */
async function registerFile(folder: string): Promise<string> {
  const lines = [
    'AssetCode,UPRN,PropertyName,StreetNumber,StreetName,PostTown,PostCode,GeoX,GeoY,TenureType,LandArea',
  ];
  for (const row of generatedAssets(ROWS))
    lines.push(
      `${row.reference},${row.uprn},${row.name},${row.streetNumber},${row.streetName},${row.postTown},${row.postcode},${row.easting},${row.northing},${row.tenure},${row.landArea / 10_000}`,
    );
  const file = join(folder, 'register.csv');
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

async function importInto(world: World, file: string): Promise<void> {
  const [outcome] = await assetImporter.run({
    database: world.database,
    clock: world.clock,
    actor: world.actor({ role: 'administrator' }),
    files: [file],
    options: { council: COUNCIL },
    progress: () => undefined,
  });
  if (outcome?.imported !== ROWS) throw new Error(`Imported ${JSON.stringify(outcome)}`);
}

const PROPERTIES: Readonly<Record<AssetOrder, 'nameSort' | 'referenceSort' | 'id'>> = {
  NAME: 'nameSort',
  REFERENCE: 'referenceSort',
  NEWEST: 'id',
};

/** The cursor of a row far down the list. */
function cursorOf(rows: readonly Asset[], orderBy: AssetOrder, share: number): string {
  const property = PROPERTIES[orderBy];
  const sorted = [...rows].sort((a, b) => (a[property] < b[property] ? -1 : 1));
  if (orderBy === 'NEWEST') sorted.reverse();
  const row = sorted[Math.floor(sorted.length * share)]!;
  const order = `${orderBy} ${orderBy === 'NEWEST' ? 'DESC' : 'ASC'}`;
  return Buffer.from(JSON.stringify([order, row[property], row.id])).toString('base64url');
}

async function pages(world: World, rows: readonly Asset[]): Promise<void> {
  const page = (args: AssetArgs) => () => assetPage(requestOf(world), { first: 20, ...args });
  for (const tenure of [undefined, 'LEASEHOLD'] as const)
    for (const orderBy of ['NAME', 'REFERENCE', 'NEWEST'] as const) {
      const filter = { council: COUNCIL, ...(tenure ? { tenure } : {}) };
      const wanted = tenure ? rows.filter((row) => row.tenure === tenure) : rows;
      const after = cursorOf(wanted, orderBy, 0.95);
      // A second page as the first: both have a cursor, and differ in nothing but the depth.
      const second = cursorOf(wanted, orderBy, 20 / wanted.length);
      const cost = await measure(
        { first: page({ filter, orderBy, after: second }), deep: page({ filter, orderBy, after }) },
        REPEAT,
      );
      report({
        name: `assets by ${orderBy}${tenure ? ` held as ${tenure}` : ''}, deep page / first pages`,
        ratio: cost.deep.cpu / cost.first.cpu,
        atMost: 1.3,
        detail: `${cost.deep.cpu.toFixed(2)} and ${cost.first.cpu.toFixed(2)} ms`,
      });
    }
}

/**
 * What `totalCount` costs: a page with it against the page alone. There is no limit, since counting goes through an
 * index entry for each row that is counted and so grows with them; that is why nobody pays for it who does not ask.
 */
async function totals(world: World, rows: readonly Asset[]): Promise<void> {
  const council = COUNCIL;
  const leased = rows.filter(({ tenure }) => tenure === 'LEASEHOLD').length;
  const filters = {
    'a council’s assets': [{ council }, rows.length],
    'those held as LEASEHOLD': [{ council, tenure: 'LEASEHOLD' }, leased],
  } as const;
  for (const [what, [filter, expected]] of Object.entries(filters)) {
    const page = () => assetPage(requestOf(world), { first: 20, filter });
    const counted = async () => {
      const count = await (await page()).totalCount();
      if (count !== expected) throw new Error(`Counted ${count} of ${expected}`);
    };
    const cost = await measure({ page, counted }, { ...REPEAT, calls: 10 });
    report({
      name: `${what}: a page with totalCount / the page alone`,
      ratio: cost.counted.cpu / cost.page.cpu,
      detail: `${cost.counted.cpu.toFixed(2)} and ${cost.page.cpu.toFixed(2)} ms; ${expected.toLocaleString('en-GB')} counted`,
    });
  }
}

async function searches(world: World, rows: readonly Asset[]): Promise<void> {
  const council = COUNCIL;
  const { uprn, name, postcode } = rows[61_803]!;
  const near = (withinMetres: number) => () =>
    assetsNear(requestOf(world), { latitude: 53.52, longitude: -2.12, withinMetres, first: 20 });
  const text = (words: string) => () =>
    assetPage(requestOf(world), { first: 20, filter: { council, text: words } });
  const works = {
    page: () => assetPage(requestOf(world), { first: 20, filter: { council } }),
    scan: () =>
      world.database.reader.query(
        `SELECT id FROM asset WHERE INSTR(LOWER(name), 'zzz') > 0 OR INSTR(LOWER(street_name), 'zzz') > 0`,
      ),
    rare: text(`${name} ${uprn}`),
    // One asset of a hundred thousand, but each of its words is in more than one of a thousand.
    middling: text(`${name} ${postcode}`),
    common: text('oldham street'),
    none: text('oldham zzz'),
    near500: near(500),
    near20km: near(20_000),
  };
  const cost = await measure(works, REPEAT);
  const limits = { rare: 0.2, middling: 1, common: 0.2, none: 0.2, near500: 0.3, near20km: 0.3 } as const;
  const names = {
    rare: 'text with a rare word',
    middling: 'text with middling words',
    common: 'text with common words',
    none: 'text with a word that is nowhere',
    near500: 'within 500 metres',
    near20km: 'within 20 kilometres',
  } as const;
  for (const which of ['rare', 'middling', 'common', 'none', 'near500', 'near20km'] as const)
    report({
      name: `assets: ${names[which]} / going through all`,
      ratio: cost[which].cpu / cost.scan.cpu,
      atMost: limits[which],
      detail: `${cost[which].cpu.toFixed(2)} and ${cost.scan.cpu.toFixed(2)} ms; a plain page ${cost.page.cpu.toFixed(2)} ms`,
    });
}

async function imports(file: string, rows: readonly Asset[]): Promise<void> {
  const fresh = async (work: (world: World) => Promise<void>) => {
    const world = await importedWorld();
    await work(world).finally(() => world.end());
  };
  const bare = (world: World) =>
    (async () => {
      for (let start = 0; start < ROWS; start += 2000)
        await world.database.transaction((manager) =>
          bulkInsert(
            manager,
            Asset,
            rows.slice(start, start + 2000).map((row) => ({ ...row, id: newId('asset', world.clock.now()) })),
          ),
        );
    })();
  const cost = await measure(
    { whole: () => fresh((world) => importInto(world, file)), bare: () => fresh(bare) },
    { rounds: 3, warmUp: 1 },
  );
  report({
    name: 'assets: import of a register / bare inserts of its rows',
    ratio: cost.whole.cpu / cost.bare.cpu,
    atMost: 2.5,
    detail: `${Math.round(cost.whole.cpu)} and ${Math.round(cost.bare.cpu)} ms for ${ROWS.toLocaleString('en-GB')} rows`,
  });
  report({
    name: 'assets: rows imported in a second of processor time',
    ratio: ROWS / (cost.whole.cpu / 1000),
    unit: 'rows/s',
  });
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'coop-bench-'));
  const world = await importedWorld();
  try {
    const file = await registerFile(folder);
    await importInto(world, file);
    const rows = await world.database.reader.find(Asset);
    await pages(world, rows);
    await totals(world, rows);
    await searches(world, rows);
    await imports(file, rows);
  } finally {
    await world.end();
    await rm(folder, { recursive: true, force: true });
  }
}

void main();
