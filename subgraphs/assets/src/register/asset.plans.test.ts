import { databaseOf, describeDatabases, requestOf, type World } from '@coop/test/kit';
import { generatedAssets } from '@coop/test/kit/generated-assets';
import { beforeAll, expect, test } from '@jest/globals';
import { buildSubgraph } from '@coop/shared/graphql';
import { newId } from '@coop/shared/ids';
import { bulkInsert } from '@coop/shared/persistence';
import { assets } from '../index';
import { AssetWord } from './asset-word.entity';
import { derivedColumns, placeColumns, wordRows } from './asset-row.queries';
import { Asset } from './asset.entity';
import { assetPage, assetsOfCouncil, type AssetArgs } from './asset.queries';
import { assetsNear } from './nearby.queries';
import { placeOfGrid } from './place';

const ROWS = 20_000;
const BLOCK = 100;
const OLDHAM = 'E08000004';

/** The statements that a piece of work issues, with their parameters. */
async function statementsOf(world: World, work: () => Promise<unknown>): Promise<[string, unknown[]][]> {
  const seen: [string, unknown[]][] = [];
  const { logger } = world.database.reader.dataSource;
  const logQuery = logger.logQuery.bind(logger);
  logger.logQuery = (text, parameters) => void seen.push([text, (parameters ?? []) as unknown[]]);
  try {
    await work();
  } finally {
    logger.logQuery = logQuery;
  }
  return seen;
}

/** How the database answers the statements that read assets: one line for each step on the table of assets. */
async function plansOf(world: World, work: () => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  for (const [text, parameters] of await statementsOf(world, work)) {
    const sqlite = world.database.kind === 'sqlite';
    const steps = await world.database.reader.query<Record<string, string | null>[]>(
      `EXPLAIN ${sqlite ? 'QUERY PLAN ' : ''}${text}`,
      parameters,
    );
    for (const step of steps)
      plans.push(
        sqlite ? String(step['detail']) : `${step['table']} ${step['type']} ${step['key']} ${step['Extra']}`,
      );
  }
  return plans;
}

const WHOLE_TABLE = /SCAN (asset|asset_word)\b|^(asset|asset_word) (ALL|index) /;

describeDatabases('the plans of the register', databaseOf(built()), (world) => {
  let rows: Asset[];
  beforeAll(async () => {
    const now = world.clock.now();
    rows = [...generatedAssets(ROWS)].map(({ easting, northing, landArea, ...facts }) => {
      const asset = {
        ...facts,
        id: newId('asset', now),
        gssCode: OLDHAM,
        state: 'HELD',
        tenureDetail: 'UNKNOWN',
        holdingType: 'UNKNOWN',
        holdingPurpose: 'UNKNOWN',
        landAreaSquareMetres: landArea,
        ...placeColumns(placeOfGrid(easting, northing)),
        listedOn: '',
        listedUntil: '',
        importRunId: '',
        illustrative: true,
      } as unknown as Asset;
      return Object.assign(asset, derivedColumns(asset));
    });
    for (let start = 0; start < ROWS; start += 2000)
      await world.database.transaction(async (manager) => {
        const chunk = rows.slice(start, start + 2000);
        await bulkInsert(manager, Asset, chunk);
        for (let block = 0; block < 2000; block += BLOCK)
          await bulkInsert(manager, AssetWord, wordRows(chunk.slice(block, block + BLOCK)));
      });
    if (world.database.kind === 'mysql') await world.database.reader.query('ANALYZE TABLE asset, asset_word');
  }, 120_000);

  /** The plan of the page after three quarters of the list. */
  const pageAt = async (args: AssetArgs): Promise<string[]> => {
    const context = requestOf(world);
    const key = { NAME: 'nameSort', REFERENCE: 'referenceSort', NEWEST: 'id' } as const;
    const sorted = rows.map((row) => row[key[args.orderBy ?? 'NAME']]).sort();
    const place = args.orderBy === 'NEWEST' ? sorted[ROWS / 4] : sorted[(ROWS * 3) / 4];
    const order = `${args.orderBy} ${args.orderBy === 'NEWEST' ? 'DESC' : 'ASC'}`;
    const after = Buffer.from(JSON.stringify([order, place, place])).toString('base64url');
    return plansOf(world, () => assetPage(context, { ...args, first: 20, after }));
  };

  test.each([
    ['NAME', {}, 'ix_asset_gss_code_state_name_sort_id_tenure'],
    ['NAME', { tenure: 'LEASEHOLD' }, 'ix_asset_gss_code_state_name_sort_id_tenure'],
    ['NEWEST', {}, 'ix_asset_gss_code_state_id_tenure'],
    ['NEWEST', { tenure: 'LEASEHOLD' }, 'ix_asset_gss_code_state_id_tenure'],
    ['REFERENCE', {}, 'ix_asset_gss_code_reference_sort'],
    ['REFERENCE', { tenure: 'LEASEHOLD' }, 'ix_asset_gss_code_reference_sort'],
  ] as const)('a page by %s with %j is a range of %s, without sorting', async (orderBy, facts, index) => {
    const plans = await pageAt({ orderBy, filter: { council: OLDHAM, ...facts } });
    expect(plans.join('\n')).toMatch(
      world.database.kind === 'sqlite' ? `SEARCH asset USING INDEX ${index} (` : `asset range ${index} `,
    );
    // Twenty rows that were found by their ids may be sorted once more.
    const steps = plans.filter((plan) => !plan.startsWith('<derived'));
    expect(steps.join('\n')).not.toMatch(/filesort|TEMP B-TREE/);
  });

  test('those that are listed are a range of their index', async () => {
    const plans = await plansOf(world, () =>
      assetPage(requestOf(world), { filter: { council: OLDHAM, isListed: true } }),
    );
    expect(plans.join('\n')).toMatch(/ix_asset_gss_code_listed_until/);
  });

  test.each([
    ['a rare word', { text: '422000000007' }],
    ['two words of which one is rare', { text: 'oldham 422000000014' }],
    ['a UPRN', { uprn: '422000000021' }],
  ])('%s leads to the few ids between which it stands', async (_, facts) => {
    const found = await assetPage(requestOf(world), { filter: { council: OLDHAM, ...facts } });
    expect(found.nodes).toHaveLength(1);
    const plans = (
      await plansOf(world, () => assetPage(requestOf(world), { filter: { council: OLDHAM, ...facts } }))
    ).join('\n');
    expect(plans).toMatch(
      world.database.kind === 'sqlite'
        ? /SEARCH asset USING INDEX sqlite_autoindex_asset_1 \(id>\? AND id<\?\)/
        : /asset range PRIMARY/,
    );
    expect(plans).not.toMatch(WHOLE_TABLE);
  });

  test('under councils a rare word leads to the few ids as well', async () => {
    const context = requestOf(world);
    const plans = await plansOf(world, () =>
      Promise.all(
        [OLDHAM, 'E08000005'].map((council) =>
          assetsOfCouncil.load(context, council, { first: 5, filter: { text: '422000000007' } }),
        ),
      ),
    );
    expect(plans.join('\n')).not.toMatch(WHOLE_TABLE);
  });

  test('a word that is everywhere is looked for in the order of the list', async () => {
    const page = () => assetPage(requestOf(world), { filter: { council: OLDHAM, text: 'oldham' } });
    expect((await page()).nodes).toHaveLength(20);
    const plans = await plansOf(world, page);
    expect(plans.join('\n')).toMatch(/ix_asset_gss_code_state_name_sort_id_tenure/);
    expect(plans.join('\n')).not.toMatch(/filesort|TEMP B-TREE FOR ORDER/);
  });

  test.each([500, 20_000])('what is within %d metres is found by ranges of cells', async (withinMetres) => {
    const point = { latitude: 53.52, longitude: -2.12 };
    const plans = await plansOf(world, () =>
      assetsNear(requestOf(world), { ...point, withinMetres, first: 10 }),
    );
    expect(plans.join('\n')).toMatch(
      world.database.kind === 'sqlite'
        ? /INDEX ix_asset_cell \(cell>\? AND cell<\?\)/
        : /asset range ix_asset_cell/,
    );
    expect(plans.join('\n')).not.toMatch(WHOLE_TABLE);
  });
});

function built() {
  return buildSubgraph(assets);
}
