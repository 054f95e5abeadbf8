import { below, isConnection, isRecord, type ListPath } from './list-path';
import { penceOf } from './money-value';
import type { Cell } from './table';

/** What a single value is, before the whole column is looked at. */
export type ValueKind = 'money' | 'number' | 'flag' | 'list' | 'text' | 'empty';

/** Takes one value of a row: the dotted name of its column, the cell, and what it is. */
export type TakeCell = (column: string, cell: Cell, kind: ValueKind) => void;

/** The column of a row that is itself a single value. */
const VALUE = 'value';
/** Parts of a connection that say how to go on, not what it holds. */
const PAGING = new Set(['pageInfo', 'nodes', 'edges']);

/**
 * Takes a row apart: fields of nested objects become columns with dotted names, money one value, a list of plain
 * values one text, and a list of objects (or a connection) a count that can be opened. The node of an edge
 * stands without its name.
 * @param path where the row stands in the answer
 */
export function flattenRow(row: unknown, path: ListPath, take: TakeCell): void {
  if (isRecord(row) && isRecord(row['node']) && penceOf(row) === null) {
    const { node, ...edge } = row;
    flattenFields(node as Readonly<Record<string, unknown>>, below(path, 'node'), '', take);
    flattenFields(edge, path, '', take);
  } else if (isRecord(row) && penceOf(row) === null) flattenFields(row, path, '', take);
  else takeValue(row, path, VALUE, take);
}

function flattenFields(
  fields: Readonly<Record<string, unknown>>,
  path: ListPath,
  prefix: string,
  take: TakeCell,
): void {
  for (const [name, value] of Object.entries(fields)) {
    takeValue(value, below(path, name), below(prefix, name), take);
  }
}

function takeValue(value: unknown, path: ListPath, column: string, take: TakeCell): void {
  if (Array.isArray(value)) takeList(value, path, column, take);
  else if (!isRecord(value)) takeScalar(value, column, take);
  else {
    const pence = penceOf(value);
    if (pence !== null) take(column, pence, 'money');
    else if (isConnection(value)) takeConnection(value, path, column, take);
    else flattenFields(value, path, column, take);
  }
}

/** A list of a connection is counted under the connection's own name; its other facts stand beside it. */
function takeConnection(
  connection: Readonly<Record<string, unknown>>,
  path: ListPath,
  column: string,
  take: TakeCell,
): void {
  const part = Array.isArray(connection['nodes']) ? 'nodes' : 'edges';
  takeList(connection[part] as readonly unknown[], below(path, part), column, take);
  for (const [name, value] of Object.entries(connection)) {
    if (!PAGING.has(name)) takeValue(value, below(path, name), below(column, name), take);
  }
}

function takeList(list: readonly unknown[], path: ListPath, column: string, take: TakeCell): void {
  if (list.length === 0 || list.some((item) => typeof item === 'object' && item !== null)) {
    take(column, { path, count: list.length }, 'list');
  } else take(column, list.map(String).join('; '), 'text');
}

function takeScalar(value: unknown, column: string, take: TakeCell): void {
  if (value === null || value === undefined) take(column, null, 'empty');
  else if (typeof value === 'number') take(column, value, 'number');
  else if (typeof value === 'boolean') take(column, value, 'flag');
  else take(column, String(value), 'text');
}
