import {
  Table,
  TableColumn,
  TableIndex,
  type MigrationInterface,
  type QueryRunner,
  type TableColumnOptions,
} from 'typeorm';
import type { ColumnChoices } from './columns';
import { columnTypes } from './column-types';
import { indexName } from './naming';

/** A column of a table as a migration writes it. */
export type MigrationColumn = TableColumnOptions;

/** An index: its columns in order, as the database writes them. */
export type MigrationIndex =
  readonly string[] | { readonly columns: readonly string[]; readonly unique: boolean };

const define =
  (type: Partial<TableColumnOptions>) =>
  (name: string, choices: Omit<ColumnChoices, 'name'> = {}): MigrationColumn =>
    ({
      ...type,
      name,
      isNullable: choices.nullable ?? false,
      isPrimary: choices.primary ?? false,
      ...(choices.default === undefined ? {} : { default: literal(choices.default) }),
    }) as MigrationColumn;

function literal(value: string | number | boolean): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return String(Number(value));
}

/** The columns of the decorators of the same names, for migrations: `column.pence('price')`. */
export const column = {
  id: (name = 'id') => define(columnTypes.id)(name, { primary: true }),
  ref: define(columnTypes.id),
  code: (name: string, length: number, choices?: Omit<ColumnChoices, 'name'>) =>
    define(columnTypes.code(length))(name, choices),
  text: (name: string, length: number | 'long', choices?: Omit<ColumnChoices, 'name'>) =>
    define(columnTypes.text(length))(name, choices),
  day: define(columnTypes.day),
  instant: define(columnTypes.instant),
  pence: define(columnTypes.pence),
  integer: define(columnTypes.integer),
  real: define(columnTypes.real),
  flag: define(columnTypes.flag),
  json: define(columnTypes.json),
  version: (name = 'version') => define(columnTypes.integer)(name),
} as const;

/** A migration that only goes forward: a live register is mended by a next step, not by dropping its columns. */
export abstract class Migration implements MigrationInterface {
  abstract up(runner: QueryRunner): Promise<void>;

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: write the next one.'));
  }
}

function tableIndex(table: string, index: MigrationIndex): TableIndex {
  const { columns, unique } = 'columns' in index ? index : { columns: index, unique: false };
  return new TableIndex({ name: indexName(table, columns), columnNames: [...columns], isUnique: unique });
}

/** What else may be told of a table. */
export interface TableChoices {
  readonly indices?: readonly MigrationIndex[];
  /** Rows lie in the order of their key, as they always do on MySQL: half the size for rows that are all key. */
  readonly byKey?: boolean;
}

/** Creates a table with its indices; does nothing when it is there, since MySQL cannot roll a table back. */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: readonly MigrationColumn[],
  { indices = [], byKey = false }: TableChoices = {},
): Promise<void> {
  const table = new Table({
    name,
    columns: columns.map((each) => ({ ...each })),
    indices: indices.map((index) => tableIndex(name, index)),
    ...(byKey ? { withoutRowid: true } : {}),
  });
  await runner.createTable(table, true);
}

/** Adds the columns that are not there yet. */
export async function addColumns(
  runner: QueryRunner,
  table: string,
  columns: readonly MigrationColumn[],
): Promise<void> {
  for (const each of columns)
    if (!(await runner.hasColumn(table, each.name))) await runner.addColumn(table, new TableColumn(each));
}

/** Drops the columns that are still there. */
export async function dropColumns(
  runner: QueryRunner,
  table: string,
  names: readonly string[],
): Promise<void> {
  for (const name of names) if (await runner.hasColumn(table, name)) await runner.dropColumn(table, name);
}

/** Creates an index unless it is there. */
export async function createIndex(runner: QueryRunner, table: string, index: MigrationIndex): Promise<void> {
  const wanted = tableIndex(table, index);
  const found = await runner.getTable(table);
  if (!found?.indices.some(({ name }) => name === wanted.name)) await runner.createIndex(table, wanted);
}

/** Drops an index if it is there. */
export async function dropIndex(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
): Promise<void> {
  const found = await runner.getTable(table);
  const index = found?.indices.find(({ name }) => name === indexName(table, columns));
  if (index) await runner.dropIndex(table, index);
}
