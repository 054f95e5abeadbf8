import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

type Writer = (row: ObjectLiteral) => unknown;

/** A column as bulk inserts write to it. */
export interface BulkTarget {
  /** Its name in the database, quoted. */
  readonly name: string;
  readonly property: string;
  /** A row that does not say leaves it NULL, so it need not be named. */
  readonly isOptional: boolean;
  readonly write: Writer;
}

/** How each column of an entity is written; worked out once, since imports write millions of values. */
const known = new WeakMap<EntityMetadata, readonly BulkTarget[]>();

/** Every column of an entity. */
export function targetsOf(manager: EntityManager, metadata: EntityMetadata): readonly BulkTarget[] {
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

/** The columns that any of the rows says something of: a wide table costs by what is written to it. */
export function writtenTargets(
  targets: readonly BulkTarget[],
  rows: readonly ObjectLiteral[],
): readonly BulkTarget[] {
  return targets.filter(
    ({ isOptional, property }) => !isOptional || rows.some((row) => (row[property] ?? null) !== null),
  );
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
