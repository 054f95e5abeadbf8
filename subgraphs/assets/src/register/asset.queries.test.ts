import { ask, databaseOf, describeDatabases, type World } from '@coop/test/kit';
import { generatedAssets, sequence } from '@coop/test/kit/generated-assets';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildSubgraph } from '@coop/shared/graphql';
import { newId } from '@coop/shared/ids';
import { bulkInsert, ImportRun } from '@coop/shared/persistence';
import { assets } from '../index';
import { AssetWord } from './asset-word.entity';
import { derivedColumns, placeColumns, wordRows } from './asset-row.queries';
import { Asset } from './asset.entity';
import { distanceMetres } from './grid';
import { placeOfGrid } from './place';
import { wordsOf } from './search-words';

const built = buildSubgraph(assets);
const COUNCILS = ['E08000004', 'E08000005', 'E09000022'];
const EACH = 400;

/** So many rows of each council, every third listed or once listed, some of another purpose, retired, or in a ward. */
function rowsOf(now: Date): Asset[] {
  return COUNCILS.flatMap((gssCode, council) =>
    [...generatedAssets(EACH, council)].map((generated, index): Asset => {
      const { easting, northing, landArea, ...facts } = generated;
      const next = sequence(index);
      const asset = {
        ...facts,
        id: newId('asset', now),
        gssCode,
        state: index % 50 === 7 ? 'RETIRED' : 'HELD',
        tenureDetail: 'UNKNOWN',
        holdingType: 'UNKNOWN',
        holdingPurpose: next(4) === 0 ? 'SURPLUS' : 'UNKNOWN',
        landAreaSquareMetres: landArea,
        ...placeColumns(placeOfGrid(easting, northing)),
        wardGssCode: next(5) === 0 ? 'E05014650' : null,
        listedOn: index % 3 === 0 ? '2024-01-01' : '',
        listedUntil: index % 3 === 0 ? (index % 2 === 0 ? '2028-12-31' : '2026-05-31') : '',
        importRunId: '',
        illustrative: true,
        words: '',
      } as unknown as Asset;
      return Object.assign(asset, derivedColumns(asset));
    }),
  );
}

/** Writes rows with their words, in blocks as an import would. */
async function write(world: World, rows: readonly Asset[]): Promise<void> {
  await world.database.transaction(async (manager) => {
    await bulkInsert(manager, Asset, rows);
    for (const council of COUNCILS) {
      const mine = rows.filter(({ gssCode }) => gssCode === council);
      for (let start = 0; start < mine.length; start += 100)
        await bulkInsert(manager, AssetWord, wordRows(mine.slice(start, start + 100)));
    }
  });
}

describeDatabases('lists of assets', databaseOf(built), (world) => {
  let rows: Asset[];
  beforeAll(async () => {
    rows = rowsOf(world.clock.now());
    await write(world, rows);
  });

  /** Goes through a list of one council page by page. */
  async function all(council: string, filter: object, orderBy: string, first = 37): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const { data, errors } = await ask(
        world,
        built,
        `query ($filter: AssetFilter, $orderBy: AssetOrder, $first: Int, $after: String) {
          assets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
            nodes { id } pageInfo { hasNextPage endCursor } totalCount } }`,
        { filter: { council, ...filter }, orderBy, first, after },
      );
      if (errors) throw errors[0]!;
      const page = data!['assets'] as {
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
        totalCount: number;
      };
      ids.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) {
        expect(page.totalCount).toBe(ids.length);
        return ids;
      }
      after = page.pageInfo.endCursor;
    }
  }
  const held = (council: string, keep: (asset: Asset) => boolean = () => true) =>
    rows.filter((asset) => asset.gssCode === council && asset.state === 'HELD' && keep(asset));
  const ordered = (found: readonly Asset[], key: 'nameSort' | 'referenceSort') =>
    [...found]
      .sort((a, b) => (a[key] === b[key] ? (a.id < b.id ? -1 : 1) : a[key] < b[key] ? -1 : 1))
      .map(({ id }) => id);

  test('come in each order, whole and without repetition', async () => {
    const expected = held('E08000004');
    expect(await all('E08000004', {}, 'NAME')).toEqual(ordered(expected, 'nameSort'));
    expect(await all('E08000004', {}, 'REFERENCE')).toEqual(ordered(expected, 'referenceSort'));
    expect(await all('E08000004', {}, 'NEWEST')).toEqual(
      expected
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
  });

  const filters: readonly [name: string, filter: object, keep: (asset: Asset) => boolean][] = [
    ['tenure', { tenure: 'LEASEHOLD' }, ({ tenure }) => tenure === 'LEASEHOLD'],
    ['purpose', { holdingPurpose: 'SURPLUS' }, ({ holdingPurpose }) => holdingPurpose === 'SURPLUS'],
    ['listed today', { isListed: true }, ({ listedUntil }) => listedUntil === '2028-12-31'],
    ['not listed today', { isListed: false }, ({ listedUntil }) => listedUntil !== '2028-12-31'],
    ['ward', { ward: 'E05014650' }, ({ wardGssCode }) => wardGssCode !== null],
    ['postcode', { postcode: 'ol1' }, ({ postcode }) => postcode!.startsWith('OL1 ')],
    ['text', { text: 'depot oldham' }, ({ name }) => name.startsWith('Depot')],
    ['the beginning of a word', { text: 'allot' }, ({ name }) => name.startsWith('Allotments')],
    [
      'several at once',
      { tenure: 'FREEHOLD', text: 'library', isListed: false },
      ({ tenure, name, listedUntil }) =>
        tenure === 'FREEHOLD' && name.startsWith('Library') && listedUntil !== '2028-12-31',
    ],
  ];
  test.each(filters)('are filtered by %s', async (_, filter, keep) => {
    const expected = held('E08000005', keep);
    expect(expected.length).toBeGreaterThan(0);
    expect(await all('E08000005', filter, 'NAME')).toEqual(ordered(expected, 'nameSort'));
  });

  test('are found by UPRN, by a whole postcode, and by exact reference', async () => {
    const [wanted] = held('E09000022');
    const by = (filter: object) => all('E09000022', filter, 'NAME');
    expect(await by({ uprn: wanted!.uprn })).toEqual([wanted!.id]);
    expect(await by({ postcode: wanted!.postcode!.toLowerCase().replace(' ', '') })).toContain(wanted!.id);
    expect(await by({ text: wanted!.reference!.toLowerCase() })).toEqual([wanted!.id]);
  });

  test('show what is retired only when asked', async () => {
    const retired = rows.filter(({ gssCode, state }) => gssCode === 'E08000004' && state === 'RETIRED');
    expect((await all('E08000004', { state: 'RETIRED' }, 'NEWEST')).length).toBe(retired.length);
  });

  test('are found by text as by going through every row', async () => {
    const next = sequence(7);
    for (let round = 0; round < 40; round += 1) {
      const model = rows[next(rows.length)]!;
      const words = wordsOf(`${model.name} ${model.streetName} ${model.postcode}`);
      const looked = [words[next(words.length)]!, words[next(words.length)]!.slice(0, 1 + next(4))];
      const expected = held(model.gssCode, ({ words: text }) =>
        looked.every((word) => text.includes(` ${word}`)),
      );
      const found = await all(model.gssCode, { text: looked.join(' ') }, 'NAME', 100);
      expect(found).toEqual(ordered(expected, 'nameSort'));
    }
  });

  test.each(['', '!!!', 'x'.repeat(101)])('refuse to look for %j', async (text) => {
    const { errors } = await ask(
      world,
      built,
      'query ($text: String) { assets(filter: { text: $text }) { nodes { id } } }',
      { text },
    );
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  test('of all councils come newest first, and in no other order', async () => {
    const newest = await ask(world, built, '{ assets(first: 3) { nodes { id } totalCount } }');
    const expected = rows.filter(({ state }) => state === 'HELD');
    const nodes = expected
      .map(({ id }) => ({ id }))
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .slice(0, 3);
    expect(newest.data).toMatchObject({ assets: { nodes, totalCount: expected.length } });
    const { errors } = await ask(world, built, '{ assets(orderBy: NAME) { nodes { id } } }');
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  test('issue no more statements for three councils with text than for one', async () => {
    const source = `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Council {
      assets(first: 5, filter: { text: "library" }) { totalCount nodes { id council { gssCode } ward { gssCode } address location { latitude } viewerCan { update } } } } } }`;
    const asked = (councils: readonly string[]) =>
      world.statementsOf(async () => {
        const references = councils.map((gssCode) => ({ __typename: 'Council', gssCode }));
        const { data, errors } = await ask(world, built, source, { references });
        expect(errors).toBeUndefined();
        for (const council of data!['_entities'] as { assets: { nodes: { council: object }[] } }[])
          expect(council.assets.nodes).toHaveLength(5);
      });
    expect(await asked(COUNCILS)).toBe(await asked(COUNCILS.slice(0, 1)));
  });

  test('are counted only where the total is asked for, by one statement more', async () => {
    for (const filter of ['', 'filter: { council: "E08000004", tenure: LEASEHOLD }']) {
      const asked = (fields: string) =>
        world.statementsOf(async () => {
          const { errors } = await ask(world, built, `{ assets(first: 5 ${filter}) { ${fields} } }`);
          expect(errors).toBeUndefined();
        });
      expect(await asked('nodes { id } pageInfo { hasNextPage endCursor }')).toBe(1);
      expect(await asked('nodes { id } totalCount')).toBe(2);
    }
  });

  test('under a ward are those that lie in it', async () => {
    const source = `{ _entities(representations: [{ __typename: "Ward", gssCode: "E05014650" }]) { ... on Ward {
      assets(filter: { council: "E08000004" }) { totalCount } } } }`;
    const { data } = await ask(world, built, source);
    const expected = held('E08000004', ({ wardGssCode }) => wardGssCode !== null).length;
    expect(data).toMatchObject({ _entities: [{ assets: { totalCount: expected } }] });
  });

  test('answer references in one statement, and unknown ones with null', async () => {
    const ids = rows.slice(0, 20).map(({ id }) => id);
    const references = [...ids, 'asset_unknown', ''].map((id) => ({ __typename: 'Asset', id }));
    const source = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Asset { id } } }';
    let answered: unknown;
    const statements = await world.statementsOf(async () => {
      ({ data: answered } = await ask(world, built, source, { r: references }));
    });
    expect(answered).toEqual({ _entities: [...ids.map((id) => ({ id })), null, null] });
    expect(statements).toBe(1);
  });

  describe('near a point', () => {
    const point = { latitude: 53.52, longitude: -2.12 };
    const near = async (withinMetres: number, first: number, filter: object | null = null) => {
      const source = `query ($latitude: Float!, $longitude: Float!, $withinMetres: Int!, $first: Int, $filter: AssetFilter) {
        assetsNear(latitude: $latitude, longitude: $longitude, withinMetres: $withinMetres, first: $first, filter: $filter) {
          hasMore nodes { distanceMetres asset { id } } } }`;
      const { data, errors } = await ask(world, built, source, { ...point, withinMetres, first, filter });
      if (errors) throw errors[0]!;
      return data!['assetsNear'] as {
        hasMore: boolean;
        nodes: { distanceMetres: number; asset: { id: string } }[];
      };
    };
    const expected = (withinMetres: number, keep: (asset: Asset) => boolean = () => true) =>
      rows
        .filter((asset) => asset.state === 'HELD' && keep(asset))
        .map((asset) => ({
          id: asset.id,
          metres: distanceMetres(point, { latitude: asset.latitude!, longitude: asset.longitude! }),
        }))
        .filter(({ metres }) => metres <= withinMetres)
        .sort((a, b) => a.metres - b.metres || (a.id < b.id ? -1 : 1));

    test.each([1, 300, 500, 501, 1500, 4000, 20_000])('are the nearest within %d metres', async (metres) => {
      const { nodes, hasMore } = await near(metres, 50);
      const model = expected(metres);
      expect(nodes.map(({ asset }) => asset.id)).toEqual(model.slice(0, 50).map(({ id }) => id));
      expect(hasMore).toBe(model.length > 50);
    });

    test('are those that the filter asks for', async () => {
      const { nodes } = await near(3000, 10, { tenure: 'LEASEHOLD', council: 'E09000022' });
      const model = expected(3000, (asset) => asset.tenure === 'LEASEHOLD' && asset.gssCode === 'E09000022');
      expect(nodes.map(({ asset }) => asset.id)).toEqual(model.slice(0, 10).map(({ id }) => id));
    });

    test.each([
      { latitude: 91, longitude: 0, withinMetres: 5 },
      { latitude: 53, longitude: -181, withinMetres: 5 },
      { latitude: 53, longitude: 0, withinMetres: 0 },
      { latitude: 53, longitude: 0, withinMetres: 20_001 },
      { latitude: 53, longitude: 0, withinMetres: 5, first: 0 },
      { latitude: 53, longitude: 0, withinMetres: 5, first: 101 },
    ])('cannot be asked for with %j', async (facts) => {
      const source = `query ($latitude: Float!, $longitude: Float!, $withinMetres: Int!, $first: Int) {
        assetsNear(latitude: $latitude, longitude: $longitude, withinMetres: $withinMetres, first: $first) { hasMore } }`;
      const { errors } = await ask(world, built, source, facts);
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    });
  });
});

describeDatabases('assets of an import that is under way', databaseOf(built), (world) => {
  test('are seen by nobody, and by everybody once it is complete', async () => {
    const now = world.clock.now();
    const [asset] = rowsOf(now);
    await write(world, [{ ...asset!, importRunId: 'import_1' }]);
    const setRun = (state: ImportRun['state']) =>
      world.database.transaction((manager) => manager.update(ImportRun, { id: 'import_1' }, { state }));
    await world.database.transaction((manager) =>
      bulkInsert(manager, ImportRun, [
        {
          id: 'import_1',
          kind: 'assets',
          council: 'E08000004',
          file: 'x.csv',
          sha256: '',
          state: 'LOADING',
          rows: 0,
          imported: 0,
          alreadyThere: 0,
          rejected: 0,
          startedAt: now,
          leaseUntil: now,
          actor: 'x',
        },
      ]),
    );
    const source = `query ($id: ID!, $latitude: Float!, $longitude: Float!, $text: String!) {
      asset(id: $id) { id }
      assets { nodes { id } totalCount }
      ofCouncil: assets(filter: { council: "E08000004" }) { nodes { id } totalCount }
      byText: assets(filter: { text: $text }) { nodes { id } }
      assetsNear(latitude: $latitude, longitude: $longitude, withinMetres: 10) { nodes { asset { id } } }
      _entities(representations: [{ __typename: "Asset", id: $id }, { __typename: "Council", gssCode: "E08000004" }]) {
        ... on Asset { id } ... on Council { assets { nodes { id } } } }
      }`;
    const { id, latitude, longitude, streetName } = asset!;
    const seen = async () => {
      const { data } = await ask(world, built, source, { id, latitude, longitude, text: streetName });
      return JSON.stringify(data).split(id).length - 1;
    };
    expect(await seen()).toBe(0);
    await setRun('CLEANING');
    expect(await seen()).toBe(0);
    await setRun('COMPLETE');
    expect(await seen()).toBe(7);
  });
});
