import DataLoader from 'dataloader';
import type { RequestContext } from './context';

/** Loads things by key, once for each request and many at a time. */
export interface Loader<Key, Value> {
  load(context: RequestContext, key: Key): Promise<Value | null>;
  loadMany(context: RequestContext, keys: readonly Key[]): Promise<(Value | null)[]>;
  /** Forgets what the request has read, after it wrote. */
  clear(context: RequestContext): void;
}

/**
 * A request-scoped loader.
 * @param batch answers a list of different keys with a value (or null) at the place of each
 * @param keyOf tells keys apart that are not plain strings or numbers
 */
export function defineLoader<Key, Value>(
  batch: (keys: readonly Key[], context: RequestContext) => Promise<readonly (Value | null)[]>,
  keyOf?: (key: Key) => string,
): Loader<Key, Value> {
  const owner = {};
  const of = (context: RequestContext): DataLoader<Key, Value | null, unknown> => {
    let loader = context.cache.get(owner) as DataLoader<Key, Value | null, unknown> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value | null, unknown>((keys) => batch(keys, context), {
        ...(keyOf ? { cacheKeyFn: keyOf } : {}),
        maxBatchSize: 1000,
      });
      context.cache.set(owner, loader);
    }
    return loader;
  };
  return {
    load: (context, key) => of(context).load(key),
    loadMany: (context, keys) => Promise.all(keys.map((key) => of(context).load(key))),
    clear: (context) => void context.cache.delete(owner),
  };
}

/** Puts rows in the order of the keys that they were asked by; null where there is none. */
export function inOrder<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOfRow: (row: Row) => Key,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOfRow(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
