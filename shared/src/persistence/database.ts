import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager, EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import type { Clock } from '../time';
import type { Engine } from './engine';
import { KERNEL_ENTITIES, KERNEL_MIGRATIONS } from './kernel';
import type { Location } from './location';
import { Mutex } from './mutex';
import { openMysql } from './mysql';
import { SnakeNaming } from './naming';
import { retrying } from './retry';
import { openSqlite } from './sqlite';
import { StatementLog, type DatabaseLog } from './statement-log';

/** The database of one subgraph. */
export interface Database {
  readonly name: string;
  readonly kind: 'sqlite' | 'mysql';
  /** Reads; a write through it is refused by the database itself. */
  readonly reader: EntityManager;
  readonly clock: Clock;
  /** How many SQL statements were issued so far, transaction control apart: for tests of statement counts. */
  readonly statements: number;
  close(): Promise<void>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /**
   * The door's private part: runs work in one write transaction, anew while the database is busy. Everything
   * else writes through a command or a bulk write.
   * @throws DatabaseBusyError when the database stays busy
   */
  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /**
   * After something was wiped: leaves nothing of it in the log that an embedded database keeps beside its file. What
   * a database server writes down of its own is out of reach.
   */
  scrub(): Promise<void>;
}

/** What a database is opened with. */
export interface DatabaseOptions {
  /** The subgraph's name: the file's, and the end of the MySQL database's. */
  readonly name: string;
  readonly location: Location;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly clock: Clock;
  readonly log?: DatabaseLog;
}

/** Set while a write transaction runs, through everything that it awaits. */
const writing = new AsyncLocalStorage<string>();

class OpenDatabase implements Database {
  /** Those that lost against another transaction try again one at a time, so that they do not meet again. */
  private readonly losers = new Mutex();

  constructor(
    readonly name: string,
    readonly clock: Clock,
    readonly engine: Engine,
    private readonly log: StatementLog,
  ) {}

  get kind(): 'sqlite' | 'mysql' {
    return this.engine.kind;
  }

  get reader(): EntityManager {
    return this.engine.reader.manager;
  }

  get statements(): number {
    return this.log.count;
  }

  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const outer = writing.getStore();
    if (outer !== undefined)
      throw new Error(
        `A write to ${this.name} inside a write to ${outer}: make it part of the outer command.`,
      );
    return writing.run(this.name, () =>
      retrying(
        () => this.engine.transaction(work),
        (run) => this.losers.run(run),
      ),
    );
  }

  async ping(): Promise<void> {
    await this.reader.query('SELECT 1');
  }

  scrub(): Promise<void> {
    return this.engine.scrub();
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}

/**
 * Opens the database of a subgraph and brings it to the newest schema.
 * @throws SettingsError, one clear line, when it cannot be read, written or reached
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { name, location, clock } = options;
  const log = new StatementLog(options.log);
  const source = {
    entities: [...KERNEL_ENTITIES, ...options.entities],
    migrations: [...KERNEL_MIGRATIONS, ...options.migrations],
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    logger: log,
  };
  const engine = await (location.kind === 'sqlite'
    ? openSqlite(location.folder, name, source)
    : openMysql(location.url, name, location.exact ?? false, source));
  try {
    await engine.migrating(async () => {
      await engine.writer.runMigrations({ transaction: 'none' });
    });
  } catch (error) {
    await engine.close();
    throw error;
  }
  return new OpenDatabase(name, clock, engine, log);
}

/** The engine behind a database: for the schema check and other parts of this room only. */
export function engineOf(database: Database): Engine {
  return (database as OpenDatabase).engine;
}
