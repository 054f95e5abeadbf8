import { In, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { demand, type Actor, type Right } from '../access';
import { newId } from '../ids';
import { bulkInsert, columnWriter, inChunks, StaleRow } from '../persistence';
import type { Problem } from '../problems';
import { londonDate, type LocalDate } from '../time';
import type { CommandContext, Tx } from './command';

/** A running write transaction, as commands and imports see it. */
export class Transaction implements Tx {
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;

  constructor(
    readonly manager: EntityManager,
    private readonly context: CommandContext,
  ) {
    this.actor = context.actor;
    this.now = context.now;
    this.requestId = context.requestId;
  }

  get today(): LocalDate {
    return londonDate(this.now);
  }

  async lock<Row extends ObjectLiteral>(entity: EntityTarget<Row>, id: string): Promise<Row | null> {
    const [row] = await this.lockMany(entity, [id]);
    return row ?? null;
  }

  async lockMany<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    ids: readonly string[],
  ): Promise<Row[]> {
    const sorted = [...new Set(ids)].sort();
    return inChunks(sorted, 500, (chunk) => {
      const query = this.manager
        .createQueryBuilder(entity, 'locked')
        .where({ id: In(chunk) })
        .orderBy('locked.id', 'ASC');
      // SQLite has one writer at a time, which is this transaction: every row is locked already.
      if (this.context.database.kind === 'mysql') query.setLock('pessimistic_write');
      return query.getMany();
    });
  }

  async claim(name: string): Promise<void> {
    // SQLite has one writer at a time: everything is claimed already.
    if (this.context.database.kind === 'mysql')
      await this.manager.query(
        'INSERT INTO claim (name, times) VALUES (?, 1) ON DUPLICATE KEY UPDATE times = times + 1',
        [name],
      );
  }

  async insert<Row extends ObjectLiteral>(entity: EntityTarget<Row>, row: Partial<Row>): Promise<Row> {
    const created = this.manager.create(entity, row as never) as Row;
    if (this.versioned(entity)) Object.assign(created, { version: 1 });
    await bulkInsert(this.manager, entity, [created]);
    return created;
  }

  insertMany<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    rows: readonly Partial<Row>[],
  ): Promise<void> {
    return bulkInsert(this.manager, entity, rows);
  }

  async update<Row extends ObjectLiteral>(row: Row): Promise<Row> {
    const metadata = this.manager.dataSource.getMetadata(row.constructor);
    const { driver } = this.manager.dataSource;
    const written = metadata.nonVirtualColumns.filter(
      ({ isPrimary, propertyName }) => !isPrimary && row[propertyName] !== undefined,
    );
    const keys = metadata.primaryColumns;
    const version: unknown = this.versioned(row.constructor) ? row['version'] : undefined;
    const values = written.map((column) =>
      version !== undefined && column.propertyName === 'version'
        ? Number(version) + 1
        : columnWriter(this.manager, column)(row),
    );
    const conditions = keys.map((column) => `${driver.escape(column.databaseName)} = ?`);
    const parameters = [...values, ...keys.map((column) => columnWriter(this.manager, column)(row))];
    if (version !== undefined) {
      conditions.push(`${driver.escape('version')} = ?`);
      parameters.push(version);
    }
    const assignments = written.map((column) => `${driver.escape(column.databaseName)} = ?`).join(', ');
    const changed = await this.affected(
      `UPDATE ${driver.escape(metadata.tableName)} SET ${assignments} WHERE ${conditions.join(' AND ')}`,
      parameters,
    );
    // Read without a lock and written by somebody else since: the command runs anew on the row as it is.
    if (version !== undefined && changed === 0)
      throw new StaleRow(`${metadata.tableName} was changed meanwhile.`);
    if (version !== undefined) Object.assign(row, { version: Number(version) + 1 });
    return row;
  }

  async remove<Row extends ObjectLiteral>(row: Row): Promise<void> {
    const metadata = this.manager.dataSource.getMetadata(row.constructor);
    await this.manager.delete(row.constructor, metadata.getEntityIdMap(row) as never);
  }

  newId(prefix: string): string {
    return newId(prefix, this.now);
  }

  demand<Subject>(right: Right<Subject>, subject: Subject): Problem[] {
    return demand(right, this.actor, subject);
  }

  private versioned(entity: EntityTarget<ObjectLiteral>): boolean {
    return this.manager.dataSource.getMetadata(entity).findColumnWithPropertyName('version') !== undefined;
  }

  private async affected(statement: string, parameters: unknown[]): Promise<number> {
    const result = await this.manager.queryRunner?.query(statement, parameters, true);
    return result?.affected ?? 0;
  }
}
