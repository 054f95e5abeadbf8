import { describeDatabases, databaseOf, ask } from '@coop/test/kit';
import { expect, test } from '@jest/globals';
import { buildSubgraph } from '@coop/shared/graphql';
import { schemaDifferences } from '@coop/shared/persistence';
import { assets } from '../index';

const built = buildSubgraph(assets);

describeDatabases('the register', databaseOf(built), (world) => {
  test('has the tables that its entities say', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });

  test('knows no asset of an unknown id', async () => {
    expect(await ask(world, built, '{ asset(id: "asset_x") { name } }')).toEqual({ data: { asset: null } });
  });
});
