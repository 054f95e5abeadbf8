import { buildSubgraph } from '@coop/shared/graphql';
import { schemaDifferences } from '@coop/shared/persistence';
import { databaseOf, describeDatabases } from '@coop/test/kit';
import { spending } from '..';

describeDatabases('the tables of spending', databaseOf(buildSubgraph(spending)), (world) => {
  test('are what their entities say', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });
});
