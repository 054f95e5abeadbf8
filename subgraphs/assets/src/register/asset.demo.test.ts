import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { beforeAll, expect, test } from '@jest/globals';
import { buildSubgraph } from '@coop/shared/graphql';
import { assets } from '../index';
import { ASSET_FACTS } from './asset.facts';

const built = buildSubgraph(assets);

interface Shown {
  readonly illustrative: boolean;
  readonly location: object | null;
  readonly ward: object | null;
  readonly steward: { readonly organisation: object | null } | null;
  readonly [field: string]: unknown;
}

describeDatabases('the register of the demo world', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built), 60_000);

  test.each(['E08000004', 'E09000022', 'E09000021', 'E08000021'])(
    'shows twelve assets of %s with everything that the register asks for',
    async (council) => {
      const { data, errors } = await ask(
        world,
        built,
        `query ($council: ID!) { assets(first: 100, filter: { council: $council }) { totalCount nodes {
          reference uprn name address postcode tenure tenureDetail holdingType holdingPurpose effectiveOn illustrative
          location { easting northing latitude longitude } ward { gssCode }
          steward { name organisation { id } responsibility leaseUntil rent { pence } } } } }`,
        { council },
      );
      expect(errors).toBeUndefined();
      const { totalCount, nodes } = data!['assets'] as { totalCount: number; nodes: Shown[] };
      expect(totalCount).toBe(12);
      for (const { steward: _, ...shown } of nodes) expect(Object.values(shown)).not.toContain(null);
      expect(nodes.every(({ illustrative }) => illustrative)).toBe(true);
      expect(nodes.filter(({ steward }) => steward !== null).length).toBeGreaterThan(2);
      expect(nodes.filter(({ tenure }) => tenure === 'FREEHOLD').length).toBeGreaterThan(9);
    },
  );

  test('has assets near the middle of Oldham, and finds one by its words', async () => {
    const source = `{ assetsNear(latitude: 53.5409, longitude: -2.1114, withinMetres: 2000, first: 5) {
        nodes { distanceMetres asset { name } } }
      assets(filter: { text: "example library" }) { nodes { name } } }`;
    const { data } = await ask(world, built, source);
    expect(data).toMatchObject({
      assetsNear: {
        nodes: [{ distanceMetres: 0, asset: { name: 'Example Street Library' } }, {}, {}, {}, {}],
      },
      assets: { nodes: [{ name: 'Example Street Library' }] },
    });
  });
});

test('no two assets of the demo world have a reference in common', () => {
  expect(new Set(ASSET_FACTS.map(({ reference }) => reference)).size).toBe(ASSET_FACTS.length);
});
