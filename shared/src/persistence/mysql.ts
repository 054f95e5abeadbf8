import * as mysql2 from 'mysql2';
import { createConnection, type Connection as PromiseConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions, type EntityManager, type QueryRunner } from 'typeorm';
import type { Engine } from './engine';
import { readFairly } from './fair-reads';
import { mysqlAddress, type MysqlAddress } from './location';
import { SettingsError } from './settings-error';

/** Strict everywhere: a value that does not fit is refused, whatever the server's own settings are. */
const MODE =
  "sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";
const WRITER = [
  `SET SESSION ${MODE}, innodb_lock_wait_timeout = 10`,
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
];
const READER = [`SET SESSION ${MODE}`, 'SET SESSION TRANSACTION READ ONLY, ISOLATION LEVEL READ COMMITTED'];

/** Text is compared by code point, as SQLite does it. */
const COLLATION = 'utf8mb4_bin';

/** Seconds to wait for another process that migrates the same database. */
const MIGRATION_PATIENCE = 120;

/** Connections of a pool; the readers' and the writers' are apart. */
const CONNECTIONS = 10;

/** mysql2 with every new connection of a pool told how to behave before it is used. */
function driverWith(statements: readonly string[]): object {
  return {
    ...mysql2,
    createPool(options: mysql2.PoolOptions) {
      const pool = mysql2.createPool(options);
      pool.on('connection', (connection) => {
        for (const statement of statements) connection.query(statement);
      });
      return pool;
    },
  };
}

async function connect(
  options: object,
  address: MysqlAddress,
  type: 'mysql' | 'mariadb',
  session: readonly string[],
): Promise<DataSource> {
  const source = new DataSource({
    ...options,
    type,
    host: address.host,
    port: address.port,
    username: address.user,
    password: address.password,
    database: address.database,
    driver: driverWith(session),
    charset: COLLATION,
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: ['DATE'],
    connectTimeout: 10_000,
    poolSize: CONNECTIONS,
    // For `bulkInsert`. The driver sends nothing but what a statement brings along: no server can ask for a file.
    flags: ['+LOCAL_FILES'],
  } as DataSourceOptions);
  return source.initialize();
}

/** Opens the two pools of one database, which is created when it is not there and the user may do so. */
export async function openMysql(url: string, name: string, exact: boolean, options: object): Promise<Engine> {
  const address = mysqlAddress(url, name, exact);
  try {
    const type = await prepareDatabase(address);
    const writer = await connect(options, address, type, WRITER);
    const reader = await connect(options, address, type, READER);
    readFairly(reader, CONNECTIONS);
    return new MysqlEngine(writer, reader, address.database);
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    throw new SettingsError(reason(error, address), { cause: error });
  }
}

/** Creates the database where needed, sees to its collation, and tells MariaDB from MySQL. */
async function prepareDatabase(address: MysqlAddress): Promise<'mysql' | 'mariadb'> {
  const { host, port, user, password, database } = address;
  const connection = await createConnection({ host, port, user, password, connectTimeout: 10_000 });
  try {
    const wanted = `CHARACTER SET utf8mb4 COLLATE ${COLLATION}`;
    const found = await firstRow(
      connection,
      'SELECT DEFAULT_COLLATION_NAME AS collation_name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?',
      [database],
    );
    if (!found) await connection.query(`CREATE DATABASE IF NOT EXISTS \`${database}\` ${wanted}`);
    else if (found['collation_name'] !== COLLATION) {
      const tables = 'SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? LIMIT 1';
      if (await firstRow(connection, tables, [database]))
        throw new SettingsError(
          `The database ${database} has tables and sorts by ${found['collation_name']}; it must be created with ${wanted}.`,
        );
      await connection.query(`ALTER DATABASE \`${database}\` ${wanted}`);
    }
    const version = await firstRow(connection, 'SELECT VERSION() AS version', []);
    return /mariadb/i.test(String(version?.['version'])) ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

async function firstRow(
  connection: PromiseConnection,
  statement: string,
  parameters: readonly string[],
): Promise<Record<string, string> | undefined> {
  const [rows] = await connection.query<mysql2.RowDataPacket[]>(statement, [...parameters]);
  return rows[0];
}

function reason(error: unknown, { host, port, user, database }: MysqlAddress): string {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const server = `${host}:${port}`;
  if (code === 'ER_ACCESS_DENIED_ERROR')
    return `The database server at ${server} refuses the user ${user} or the password.`;
  if (code === 'ER_DBACCESS_DENIED_ERROR')
    return `The user ${user} may neither open nor create the database ${database} at ${server}.`;
  if (/^E[A-Z]+$/.test(code)) return `The database server at ${server} does not answer (${code}).`;
  return `The database ${database} at ${server} cannot be opened: ${message}.`;
}

class MysqlEngine implements Engine {
  readonly kind = 'mysql';

  constructor(
    readonly writer: DataSource,
    readonly reader: DataSource,
    private readonly database: string,
  ) {}

  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await work(runner.manager);
      await commit(runner);
      return result;
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  async migrating(work: () => Promise<void>): Promise<void> {
    const runner = this.writer.createQueryRunner();
    const lock = `migrate ${this.database}`.slice(0, 64);
    try {
      const [row] = (await runner.query('SELECT GET_LOCK(?, ?) AS taken', [lock, MIGRATION_PATIENCE])) as [
        { taken: string | number | null },
      ];
      if (Number(row.taken) !== 1)
        throw new SettingsError(`Another process has been migrating ${this.database} for too long.`);
      await work();
    } finally {
      await runner.query('SELECT RELEASE_LOCK(?)', [lock]).catch(() => undefined);
      await runner.release();
    }
  }

  /** Its logs are the server's own: see who keeps them, and for how long. */
  async scrub(): Promise<void> {}

  async close(): Promise<void> {
    await this.reader.destroy();
    await this.writer.destroy();
  }
}

/** Once COMMIT was sent, a lost connection leaves it open whether it happened: not to be tried again unasked. */
async function commit(runner: QueryRunner): Promise<void> {
  try {
    await runner.commitTransaction();
  } catch (error) {
    throw new Error('The database did not confirm a write; it may or may not have happened.', {
      cause: error,
    });
  }
}

/** A connection that cannot roll back is thrown away, so that nobody inherits its transaction. */
async function rollBack(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return;
  try {
    await runner.rollbackTransaction();
  } catch {
    const connection = (await runner.connect()) as { destroy(): void };
    connection.destroy();
  }
}
