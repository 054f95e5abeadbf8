import { engineOf, type Database } from './database';

/**
 * The statements that would bring the migrated tables to what the entities say; empty when they agree. For
 * tests: a migration that was forgotten shows up here.
 */
export async function schemaDifferences(database: Database): Promise<string[]> {
  const { writer } = engineOf(database);
  const { upQueries } = await writer.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}
