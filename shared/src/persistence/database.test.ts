import { describeDatabases } from '@coop/test/kit';
import { schemaDifferences } from '.';

describeDatabases('a fresh database', {}, (world) => {
  test('answers', async () => {
    await world.database.ping();
  });

  test('has the tables that its entities say', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });
});
