/**
 * Where a value stands in an answer: names of fields and places in lists, from the root of `data`, with dots
 * between them: `council.assets.nodes.3.wards`. A GraphQL name holds no dot and begins with no digit.
 */
export type ListPath = string;

const PLACE = /^\d+$/;

/** The parts of a path; those that are places in a list are made of digits. */
export function partsOf(path: ListPath): string[] {
  return path === '' ? [] : path.split('.');
}

/** One step deeper. */
export function below(path: ListPath, part: string | number): ListPath {
  return path === '' ? String(part) : `${path}.${part}`;
}

/** Whether a list stands within a row of another one. */
export function isOpened(path: ListPath): boolean {
  return partsOf(path).some((part) => PLACE.test(part));
}

/** The list in whose row this one stands; null when it stands in none. */
export function listAround(path: ListPath): ListPath | null {
  const parts = partsOf(path);
  const place = parts.findLastIndex((part) => PLACE.test(part));
  return place < 0 ? null : parts.slice(0, place).join('.');
}

/** What stands there; undefined where the path leads nowhere. */
export function valueAt(data: unknown, path: ListPath): unknown {
  let value = data;
  for (const part of partsOf(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}

/** Whether a value is an object with fields: neither null nor a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether an object is a page of a list that can grow. */
export function isConnection(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && (Array.isArray(value['nodes']) || Array.isArray(value['edges']));
}
