import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { instantOf } from '../time';
import { badInput, type Ordering } from './page';

/** The place of a row in an order: the value that it is sorted by, and its id. */
export interface Place {
  readonly value: string | number | Date;
  readonly id: string;
}

/** What values a sort column has; a cursor with any other is forged. */
export type ValueKind = 'text' | 'number' | 'instant';

const tag = ({ name, direction }: Ordering): string => `${name} ${direction}`;

/** The opaque text that a client hands back to go on from a row. */
export function encodeCursor(ordering: Ordering, { value, id }: Place): string {
  const plain = value instanceof Date ? value.toISOString() : value;
  return Buffer.from(JSON.stringify([tag(ordering), plain, id])).toString('base64url');
}

/**
 * Reads a cursor back.
 * @throws GraphQLError BAD_USER_INPUT when it is no cursor, or one of another order
 */
export function decodeCursor(ordering: Ordering, kind: ValueKind, cursor: string): Place {
  const [order, value, id] = parse(cursor);
  if (order !== tag(ordering)) throw badInput('This cursor belongs to a list in another order.');
  if (typeof id !== 'string' || id.length > 255) throw notACursor();
  if (kind === 'number' && typeof value === 'number') return { value, id };
  if (kind === 'text' && typeof value === 'string') return { value, id };
  if (kind === 'instant' && typeof value === 'string') return { value: instant(value), id };
  throw notACursor();
}

function parse(cursor: string): unknown[] {
  if (cursor.length > 2_000 || !/^[\w-]+$/.test(cursor)) throw notACursor();
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === 3) return parts;
  } catch {
    // Said below, as for every other text that is no cursor.
  }
  throw notACursor();
}

function instant(text: string): Date {
  try {
    const value = instantOf(text);
    if (value.toISOString() === text && text.length === 24) return value;
  } catch {
    // Said below.
  }
  throw notACursor();
}

const notACursor = (): Error => badInput('This is not a cursor of this list.');

/** Which values the sort column has, as its entity declares it. */
export function valueKind(query: SelectQueryBuilder<ObjectLiteral>, { column }: Ordering): ValueKind {
  const [alias = '', ...path] = column.split('.');
  const found = query.expressionMap.aliases.find(({ name }) => name === alias);
  const declared = found?.hasMetadata
    ? found.metadata.findColumnWithPropertyPath(path.join('.'))?.type
    : undefined;
  if (declared === 'datetime') return 'instant';
  return ['integer', 'int', 'bigint', 'double'].includes(String(declared)) ? 'number' : 'text';
}

/** The place of a row that was read. */
export function placeOf(row: ObjectLiteral, ordering: Ordering): Place {
  const property = ordering.column.slice(ordering.column.indexOf('.') + 1);
  const value: unknown = ordering.value ? ordering.value(row as never) : row[property];
  if (typeof value !== 'string' && typeof value !== 'number' && !(value instanceof Date))
    throw new Error(
      `${ordering.column} is not in the row: select it, and sort only by columns that are NOT NULL.`,
    );
  return { value, id: String(row['id']) };
}
