import { Readable } from 'node:stream';
import type { Connection, ResultSetHeader } from 'mysql2';
import {
  QueryFailedError,
  type DataSource,
  type EntityManager,
  type ObjectLiteral,
  type QueryRunner,
} from 'typeorm';
import type { BulkTarget } from './bulk-target';

/** From so many rows on a load is worth its round trips. */
export const MANY = 500;

/** Servers that take such loads; most are set up to refuse them. */
const taking = new WeakMap<DataSource, Promise<boolean>>();

/**
 * Inserts rows by LOAD DATA LOCAL rather than by statements of many rows: the server parses no SQL, and we
 * write none. Nothing is read from any file: the rows are handed over as a stream.
 * @returns false when that cannot be, and nothing was done: the server refuses it, or a value has no plain form
 * @throws when the server left a row out or changed a value, which it only warns of; the transaction is to roll back
 */
export async function loadByMysql(
  manager: EntityManager,
  table: string,
  targets: readonly BulkTarget[],
  rows: readonly ObjectLiteral[],
): Promise<boolean> {
  const { dataSource, queryRunner: runner } = manager;
  if (!runner) return false;
  const answer = taking.get(dataSource) ?? takesLoads(runner);
  taking.set(dataSource, answer);
  if (!(await answer)) return false;
  const text = plainTable(targets, rows);
  if (text === null) return false;
  const names = targets.map(({ name }) => name).join(', ');
  const sql = `LOAD DATA LOCAL INFILE 'rows' INTO TABLE ${table} CHARACTER SET utf8mb4 (${names})`;
  dataSource.logger.logQuery(sql, undefined, runner);
  const connection = (await runner.connect()) as Connection;
  const [result] = await connection
    .promise()
    .query<ResultSetHeader>({ sql, infileStreamFactory: () => Readable.from([Buffer.from(text)]) })
    .catch((error: Error) => {
      throw new QueryFailedError(sql, [], error);
    });
  if (result.affectedRows !== rows.length || result.warningStatus > 0)
    throw new Error(`Of ${rows.length} rows for ${table}, ${result.affectedRows} went in: ${result.info}.`);
  return true;
}

async function takesLoads(runner: QueryRunner): Promise<boolean> {
  const [row] = (await runner.query('SELECT @@local_infile AS taken')) as [{ taken: string | number }];
  return Number(row.taken) === 1;
}

const SPECIAL = /[\\\t\n\0]/;
const WRITTEN: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\0': '\\0' };

/** The rows as lines of fields, as LOAD DATA reads them unless told otherwise; null when a value has no such form. */
function plainTable(targets: readonly BulkTarget[], rows: readonly ObjectLiteral[]): string | null {
  let text = '';
  for (const row of rows) {
    for (let index = 0; index < targets.length; index += 1) {
      if (index > 0) text += '\t';
      const value = targets[index]!.write(row);
      if (value === null || value === undefined) text += '\\N';
      else if (typeof value === 'string')
        text += SPECIAL.test(value) ? value.replace(/[\\\t\n\0]/g, (mark) => WRITTEN[mark] ?? mark) : value;
      else if (typeof value === 'number') text += value;
      else if (typeof value === 'boolean') text += value ? 1 : 0;
      else if (value instanceof Date) text += value.toISOString().slice(0, -1).replace('T', ' ');
      else return null;
    }
    text += '\n';
  }
  return text;
}
