import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

/** Rows go in by this many a statement: more gains nothing, and SQLite allows 32,766 parameters. */
const ROWS = 200;
const PARAMETERS = 30_000;

type Writer = (row: ObjectLiteral) => unknown;

/** A column as it is written to. */
interface Target {
  readonly name: string;
  readonly property: string;
  /** A row that does not say leaves it NULL, so it need not be named. */
  readonly isOptional: boolean;
  readonly write: Writer;
}

/** How each column of an entity is written; worked out once, since imports write millions of values. */
const known = new WeakMap<EntityMetadata, readonly Target[]>();

function targetsOf(manager: EntityManager, metadata: EntityMetadata): readonly Target[] {
  const targets =
    known.get(metadata) ??
    metadata.columns.map((column) => ({
      name: manager.dataSource.driver.escape(column.databaseName),
      property: column.propertyName,
      isOptional: column.isNullable && column.default === undefined,
      write: columnWriter(manager, column),
    }));
  known.set(metadata, targets);
  return targets;
}

/** Text that is longer than its column; MySQL would refuse it, SQLite would keep it. */
function assertFits({ entityMetadata, propertyName }: ColumnMetadata, limit: number, value: string): void {
  // A code point takes at most two units: only text that may be too long is counted.
  if (value.length > limit && [...value].length > limit)
    throw new RangeError(`${entityMetadata.tableName}.${propertyName}: more than ${limit} characters.`);
}

/** A function that gives the value of one column of a row as the driver takes it. */
export function columnWriter(manager: EntityManager, column: ColumnMetadata): Writer {
  const { driver } = manager.dataSource;
  const { propertyName } = column;
  const limit = column.length ? Number(column.length) : Number.POSITIVE_INFINITY;
  const byDefault: unknown = propertyName === 'version' ? 1 : (column.default ?? null);
  const plain = !column.transformer && ['varchar', 'mediumtext'].includes(String(column.type));
  return (row) => {
    const value: unknown = row[propertyName];
    if (value === undefined) return byDefault;
    if (value === null) return null;
    if (typeof value === 'string') assertFits(column, limit, value);
    return plain ? value : driver.preparePersistentValue(value, column);
  };
}

/** How rows are inserted. */
export interface BulkInsertOptions {
  /** Leaves out rows whose key is there already; left out itself, such a row is an error. */
  readonly unlessThere?: boolean;
}

/**
 * Inserts plain rows by multi-row statements, the fastest way on both databases. Columns that a row leaves out
 * get their default, otherwise NULL; `version` begins at 1.
 */
export async function bulkInsert<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Partial<Row>[],
  { unlessThere = false }: BulkInsertOptions = {},
): Promise<void> {
  if (rows.length === 0) return;
  const metadata = manager.dataSource.getMetadata(entity);
  const size = Math.max(1, Math.min(ROWS, Math.floor(PARAMETERS / metadata.columns.length)));
  for (let start = 0; start < rows.length; start += size)
    await insertChunk(manager, metadata, rows.slice(start, start + size), unlessThere);
}

async function insertChunk(
  manager: EntityManager,
  metadata: EntityMetadata,
  rows: readonly ObjectLiteral[],
  unlessThere: boolean,
): Promise<void> {
  const { driver } = manager.dataSource;
  // A column that none of the rows says anything of is left out: a wide table costs by what is written to it.
  const targets = targetsOf(manager, metadata).filter(
    ({ isOptional, property }) => !isOptional || rows.some((row) => (row[property] ?? null) !== null),
  );
  const parameters: unknown[] = [];
  for (const row of rows) for (const { write } of targets) parameters.push(write(row));
  const names = targets.map(({ name }) => name).join(', ');
  const tuple = `(${targets.map(() => '?').join(', ')})`;
  const tuples = Array.from({ length: rows.length }, () => tuple).join(', ');
  const ignoring =
    manager.dataSource.options.type === 'better-sqlite3' ? 'INSERT OR IGNORE' : 'INSERT IGNORE';
  await manager.query(
    `${unlessThere ? ignoring : 'INSERT'} INTO ${driver.escape(metadata.tableName)} (${names}) VALUES ${tuples}`,
    parameters,
  );
}
