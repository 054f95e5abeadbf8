import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type BetterSqlite from 'better-sqlite3';
import { DataSource, type DataSourceOptions, type EntityManager, type QueryRunner } from 'typeorm';
import { makeFolder } from '../settings';
import { stopwatch } from '../time';
import type { Engine } from './engine';
import { readFairly } from './fair-reads';
import { Mutex } from './mutex';
import { DatabaseBusyError, isBusy } from './retry';
import { SettingsError } from './settings-error';

/** How long a writer waits for another process to finish its transaction, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Pages in the log before they are copied into the file, 128 MB: thirty-two times the default, since an import writes the
 * same pages of its indices again and again, and each copying costs them all and waits for the disk.
 */
const CHECKPOINT_PAGES = 32_000;

/**
 * The most memory for pages of the writer, in kilobytes: the indices of a million rows lie in no order that an import
 * could follow, and a page that is not in memory is read for every row. The reader keeps the default of 16 MB.
 */
const WRITER_CACHE = 36_000;

type Raw = BetterSqlite.Database;

/**
 * A source with one connection of its own. WAL lets readers go on while somebody writes; NORMAL keeps every
 * acknowledged write through a killed process, and may lose the last ones only when the whole machine fails.
 */
async function connect(options: object, file: string, prepare: (raw: Raw) => void): Promise<DataSource> {
  const source = new DataSource({
    ...options,
    type: 'better-sqlite3',
    database: file,
    timeout: 5_000,
    enableWAL: true,
    prepareDatabase: (raw: Raw) => {
      raw.pragma('synchronous = NORMAL');
      raw.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      prepare(raw);
    },
  } as DataSourceOptions);
  // SQLite takes any type whose name holds TEXT as text; the driver's list merely does not know it.
  (source.driver.supportedDataTypes as string[]).push('mediumtext');
  return source.initialize();
}

/** Opens the writer and the reader of one file; creates both folder and file. */
export async function openSqlite(folder: string, name: string, options: object): Promise<Engine> {
  const file = join(folder, `${name}.sqlite`);
  makeFolder(folder);
  try {
    let raw: Raw | undefined;
    const writer = await connect(options, file, (opened) => {
      raw = opened;
      opened.pragma(`cache_size = -${WRITER_CACHE}`);
    });
    const reader = await connect(options, file, () => undefined);
    await reader.query('PRAGMA query_only = ON');
    readFairly(reader, 1);
    // Waiting inside SQLite would stop the whole process; the writer waits outside, in `begin`.
    await writer.query('PRAGMA busy_timeout = 5');
    return new SqliteEngine(writer, reader, raw as Raw);
  } catch (error) {
    const why = isFolder(file) ? 'it is a folder' : reason(error);
    throw new SettingsError(`The database ${file} cannot be opened: ${why}.`, { cause: error });
  }
}

const isFolder = (file: string) => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;

function reason(error: unknown): string {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'SQLITE_NOTADB') return 'it is not an SQLite database';
  if (code === 'EACCES' || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY')
    return 'the folder may not be read and written';
  return error instanceof Error ? error.message : String(error);
}

class SqliteEngine implements Engine {
  readonly kind = 'sqlite';
  private readonly mutex = new Mutex();

  constructor(
    readonly writer: DataSource,
    readonly reader: DataSource,
    private readonly raw: Raw,
  ) {}

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.mutex.run(async () => {
      const runner = this.writer.createQueryRunner();
      await this.begin();
      try {
        mark(runner, true);
        const result = await work(runner.manager);
        this.raw.exec('COMMIT');
        return result;
      } finally {
        mark(runner, false);
        if (this.raw.inTransaction) this.raw.exec('ROLLBACK');
      }
    });
  }

  /** SQLite rolls tables back as well as rows: all pending migrations are one transaction. */
  migrating(work: () => Promise<void>): Promise<void> {
    return this.transaction(work);
  }

  /** Copies the log into the file and cuts it to nothing. While another process reads or writes it stays as it is. */
  scrub(): Promise<void> {
    return this.mutex.run(async () => {
      try {
        this.raw.pragma('wal_checkpoint(TRUNCATE)');
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.mutex.run(async () => undefined);
    await this.reader.destroy();
    await this.writer.destroy();
  }

  /** Takes the write lock at once, not at the first write, when it could only fail. */
  private async begin(): Promise<void> {
    const elapsed = stopwatch();
    for (;;) {
      try {
        this.raw.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (elapsed() > PATIENCE) throw new DatabaseBusyError(error);
        await delay(1 + Math.random() * 10);
      }
    }
  }
}

/** Tells TypeORM that the transaction is there, so that it begins none of its own. */
function mark(runner: QueryRunner, isTransactionActive: boolean): void {
  Object.assign(runner, { isTransactionActive, transactionDepth: isTransactionActive ? 1 : 0 });
}
