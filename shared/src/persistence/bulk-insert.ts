import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { insertBySqlite } from './bulk-sqlite';
import { loadByMysql, MANY } from './bulk-mysql';
import { targetsOf, writtenTargets, type BulkTarget } from './bulk-target';

export { columnWriter } from './bulk-target';

/** Rows go in by this many a statement on MySQL: more gains nothing. */
const ROWS = 200;
const PARAMETERS = 30_000;

/** How rows are inserted. */
export interface BulkInsertOptions {
  /** Leaves out rows whose key is there already; left out itself, such a row is an error. */
  readonly unlessThere?: boolean;
}

/**
 * Inserts plain rows by the fastest way that each database has: one prepared statement on SQLite; on MySQL statements
 * of many rows, and for thousands of them a file that never is one. Columns that a row leaves out get their default,
 * otherwise NULL; `version` begins at 1. When it fails, some rows may be in: the transaction has to be rolled back.
 */
export async function bulkInsert<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Partial<Row>[],
  { unlessThere = false }: BulkInsertOptions = {},
): Promise<void> {
  if (rows.length === 0) return;
  const metadata = manager.dataSource.getMetadata(entity);
  const table = manager.dataSource.driver.escape(metadata.tableName);
  const targets = writtenTargets(targetsOf(manager, metadata), rows);
  if (manager.dataSource.options.type === 'better-sqlite3')
    return insertBySqlite(manager, table, targets, rows, unlessThere);
  if (!unlessThere && rows.length >= MANY && (await loadByMysql(manager, table, targets, rows))) return;
  const size = Math.max(1, Math.min(ROWS, Math.floor(PARAMETERS / targets.length)));
  for (let start = 0; start < rows.length; start += size)
    await insertChunk(manager, table, targets, rows.slice(start, start + size), unlessThere);
}

async function insertChunk(
  manager: EntityManager,
  table: string,
  targets: readonly BulkTarget[],
  rows: readonly ObjectLiteral[],
  unlessThere: boolean,
): Promise<void> {
  const parameters: unknown[] = [];
  for (const row of rows) for (const { write } of targets) parameters.push(write(row));
  const names = targets.map(({ name }) => name).join(', ');
  const tuple = `(${targets.map(() => '?').join(', ')})`;
  const tuples = Array.from({ length: rows.length }, () => tuple).join(', ');
  const insert = unlessThere ? 'INSERT IGNORE' : 'INSERT';
  await manager.query(`${insert} INTO ${table} (${names}) VALUES ${tuples}`, parameters);
}
