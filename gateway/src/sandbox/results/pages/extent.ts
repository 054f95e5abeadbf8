import { isRecord, partsOf, valueAt, type ListPath } from '../table';

/** How much of a list an answer holds. */
export interface Extent {
  readonly count: number;
  /** Rows in the whole list, where the answer says. */
  readonly total: number | null;
  /** Whether there is more than is here; null where the answer does not say. */
  readonly more: boolean | null;
}

/** The path of the connection whose `nodes` or `edges` a list is; null for a plain list. */
export function connectionPath(path: ListPath): ListPath | null {
  const parts = partsOf(path);
  const last = parts.at(-1);
  return parts.length > 1 && (last === 'nodes' || last === 'edges') ? parts.slice(0, -1).join('.') : null;
}

/** How much of the list the answer holds, by its connection's own words. A plain list is always whole. */
export function extentOf(data: unknown, path: ListPath): Extent {
  const list = valueAt(data, path);
  const count = Array.isArray(list) ? list.length : 0;
  const around = connectionPath(path);
  const connection = around === null ? null : valueAt(data, around);
  if (!isRecord(connection)) return { count, total: count, more: false };
  const total = typeof connection['totalCount'] === 'number' ? connection['totalCount'] : null;
  const { hasNextPage, hasPreviousPage } = isRecord(connection['pageInfo']) ? connection['pageInfo'] : {};
  if (hasNextPage === true || hasPreviousPage === true) return { count, total, more: true };
  if (total !== null) return { count, total, more: total > count };
  return { count, total, more: hasNextPage === false && hasPreviousPage === false ? false : null };
}

/** The same answer with all rows in place of a page; what was said of the page is left out. */
export function withAllRows(data: unknown, path: ListPath, rows: readonly unknown[]): unknown {
  return replaced(data, partsOf(path), rows);
}

function replaced(value: unknown, parts: readonly string[], rows: readonly unknown[]): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return rows;
  if (!isRecord(value)) return value;
  const fields = Object.entries(value).filter(([name]) => rest.length > 0 || name !== 'pageInfo');
  return Object.fromEntries(
    fields.map(([name, field]) => [name, name === part ? replaced(field, rest, rows) : field]),
  );
}
