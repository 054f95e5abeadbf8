import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@coop/shared/access';
import type { CommandContext } from '@coop/shared/commands';
import { openDatabase, type Database, type DatabaseOptions, type Location } from '@coop/shared/persistence';
import { FixedClock } from '@coop/shared/time';
import { createConnection } from 'mysql2/promise';

/** What a world's database is made of. */
export type WorldOptions = Partial<Pick<DatabaseOptions, 'name' | 'entities' | 'migrations' | 'log'>> & {
  /** The instant at which the world's clock stands; noon on 1 June 2026 unless told. */
  readonly now?: string;
};

/** A database of a test file's own, with a clock that stands still and people to ask as. */
export class World {
  readonly clock: FixedClock;
  private opened: Database | undefined;

  constructor(
    readonly location: Location,
    private readonly options: WorldOptions,
    private readonly remove: () => Promise<void>,
  ) {
    this.clock = new FixedClock(options.now ?? '2026-06-01T11:00:00Z');
  }

  /** The open database. */
  get database(): Database {
    if (!this.opened)
      throw new Error('The database is open only while tests run: use it inside test or beforeAll.');
    return this.opened;
  }

  /** What `openDatabase` is given: for a second process, or a second opening, on the same database. */
  get databaseOptions(): DatabaseOptions {
    const { name = 'test', entities = [], migrations = [], log } = this.options;
    return {
      name,
      location: this.location,
      entities,
      migrations,
      clock: this.clock,
      ...(log ? { log } : {}),
    };
  }

  async open(): Promise<void> {
    this.opened = await openDatabase(this.databaseOptions);
  }

  /** Closes the database and opens it again, as a restart does. */
  async reopen(): Promise<void> {
    await this.opened?.close();
    await this.open();
  }

  /** Closes the database and removes every trace of it. */
  async end(): Promise<void> {
    await this.opened?.close();
    this.opened = undefined;
    await this.remove();
  }

  /** Somebody with a token: an officer of Oldham unless told. */
  actor(facts: Partial<Actor> = {}): Actor {
    return {
      kind: 'token',
      subject: 'officer-1',
      role: 'officer',
      council: 'E08000004',
      organisation: null,
      name: 'Test Officer',
      ...facts,
    };
  }

  /** What a command runs in. */
  context(actor: Actor = this.actor()): CommandContext {
    return {
      actor,
      now: this.clock.now(),
      requestId: randomBytes(6).toString('hex'),
      database: this.database,
    };
  }

  /** How many SQL statements a piece of work issues. */
  async statementsOf(work: () => Promise<unknown>): Promise<number> {
    const before = this.database.statements;
    await work();
    return this.database.statements - before;
  }

  /** Empties the tables, the kernel's too. */
  async clear(): Promise<void> {
    await this.database.transaction(async (manager) => {
      for (const { tableName } of manager.dataSource.entityMetadatas)
        await manager.query(`DELETE FROM ${manager.dataSource.driver.escape(tableName)}`);
    });
  }
}

/** A world on SQLite, in a folder of its own. */
export async function sqliteWorld(options: WorldOptions): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'coop-test-'));
  return new World({ kind: 'sqlite', folder }, options, () => rm(folder, { recursive: true, force: true }));
}

/** A world on MySQL, in a database of its own. */
export async function mysqlWorld(server: string, options: WorldOptions): Promise<World> {
  const url = new URL(server);
  const prefix = `coop_test_${randomBytes(6).toString('hex')}`;
  url.pathname = `/${prefix}`;
  return new World({ kind: 'mysql', url: url.href }, options, async () => {
    const connection = await createConnection(new URL('/', server).href);
    await connection.query(`DROP DATABASE IF EXISTS \`${prefix}_${options.name ?? 'test'}\``);
    await connection.end();
  });
}
