import type { EntityManager } from 'typeorm';

/**
 * Keeps the answer of a query in a table of its own while some work reads it, as often as it likes: for what would be
 * read from many places of a large table otherwise, once for each statement. Only this transaction sees it, and it is
 * gone afterwards. To be called within a transaction; three statements besides those of the work. On MySQL a statement
 * may name it once only, and the database's user needs the right CREATE TEMPORARY TABLES.
 */
export async function withScratchTable<Result>(
  manager: EntityManager,
  { name, select, parameters }: { name: string; select: string; parameters: readonly unknown[] },
  work: (table: string) => Promise<Result>,
): Promise<Result> {
  // A connection that a failed transaction left behind may still have it.
  await drop(manager, name);
  // Some servers of MySQL take no table without a primary key, temporary ones included.
  const key = isSqlite(manager) ? '' : ' (scratch_row BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY)';
  await manager.query(`CREATE TEMPORARY TABLE ${name}${key} AS ${select}`, [...parameters]);
  try {
    return await work(name);
  } finally {
    // Where the transaction was lost this fails as well; what it failed of is the news.
    await drop(manager, name).catch(() => undefined);
  }
}

const isSqlite = (manager: EntityManager): boolean => manager.dataSource.options.type === 'better-sqlite3';

/** On MySQL the word TEMPORARY keeps it from ending the transaction; SQLite has a schema for it. */
async function drop(manager: EntityManager, name: string): Promise<void> {
  const table = isSqlite(manager) ? `TABLE IF EXISTS temp.${name}` : `TEMPORARY TABLE IF EXISTS ${name}`;
  await manager.query(`DROP ${table}`);
}
