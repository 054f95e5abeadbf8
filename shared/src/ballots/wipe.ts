import type { EntityManager } from 'typeorm';

/**
 * Does work whose old text is not to stay behind in the file. SQLite leaves the text of rows that are written over or
 * deleted until the space is used again, unless it is told to put zeros there; InnoDB has no such setting.
 */
export async function wiping<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
  if (manager.dataSource.options.type !== 'better-sqlite3') return work();
  await manager.query('PRAGMA secure_delete = ON');
  const result = await work();
  await manager.query('PRAGMA secure_delete = OFF');
  return result;
}
