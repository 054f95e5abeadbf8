import type BetterSqlite from 'better-sqlite3';
import { QueryFailedError, type EntityManager, type ObjectLiteral } from 'typeorm';
import type { BulkTarget } from './bulk-target';

/**
 * Inserts rows by one prepared statement, run for each: a statement of many rows has thousands of parameters, and
 * takes two fifths more processor time. Counts as one statement.
 */
export async function insertBySqlite(
  manager: EntityManager,
  table: string,
  targets: readonly BulkTarget[],
  rows: readonly ObjectLiteral[],
  unlessThere: boolean,
): Promise<void> {
  const names = targets.map(({ name }) => name).join(', ');
  const marks = targets.map(() => '?').join(', ');
  const sql = `INSERT ${unlessThere ? 'OR IGNORE ' : ''}INTO ${table} (${names}) VALUES (${marks})`;
  const runner = manager.queryRunner ?? manager.dataSource.createQueryRunner();
  manager.dataSource.logger.logQuery(sql, undefined, runner);
  const raw = (await runner.connect()) as BetterSqlite.Database;
  try {
    const statement = raw.prepare(sql);
    const values: unknown[] = [];
    for (const row of rows) {
      for (let index = 0; index < targets.length; index += 1) {
        const value = targets[index]!.write(row);
        values[index] = typeof value === 'boolean' ? Number(value) : value;
      }
      statement.run(values);
    }
  } catch (error) {
    // As the statements of the mapper fail; without the values, which may hold people's data.
    throw isOfTheDriver(error) ? new QueryFailedError(sql, [], error) : error;
  }
}

/** By its code: the driver's errors are not always those of the same realm. */
const isOfTheDriver = (error: unknown): error is Error & { readonly code: string } =>
  typeof error === 'object' && error !== null && 'code' in error;
