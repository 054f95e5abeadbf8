import { createHash } from 'node:crypto';
import { DefaultNamingStrategy, Table, type NamingStrategyInterface } from 'typeorm';

/** `nameSort` as the database writes it: `name_sort`. */
export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** The name of an index says what it is on; MySQL allows 64 characters. */
export function indexName(table: string, columns: readonly string[]): string {
  const name = `ix_${table}_${columns.join('_')}`;
  if (name.length <= 60) return name;
  return `${name.slice(0, 51)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

/** Tables and columns in snake_case, indices by what they are on. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, given?: string): string {
    return given ?? snakeCase(className);
  }

  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return snakeCase([...prefixes, given ?? property].join('_'));
  }

  override indexName(table: Table | string, columns: string[]): string {
    return indexName(typeof table === 'string' ? table : table.name, columns);
  }
}
