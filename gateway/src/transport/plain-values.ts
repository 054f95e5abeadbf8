/**
 * The answer with every value as JSON would carry it over HTTP: an instant becomes its text, and an object or list that
 * a scalar returned is copied, so that the query plan, which merges answers in place, can never write
 * into what the subgraph keeps. Objects that execution itself made (they have no prototype) are fresh
 * already and are changed in place.
 */
export function plainValues<Value>(value: Value): Value {
  return plain(value) as Value;
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (Object.getPrototypeOf(value) === null) {
    const fresh = value as Record<string, unknown>;
    for (const key of Object.keys(fresh)) {
      const inner = fresh[key];
      if (typeof inner === 'object' && inner !== null) fresh[key] = plain(inner);
    }
    return fresh;
  }
  return structuredJson(value);
}

/** A scalar's own object: exactly what a client of HTTP would get of it. */
function structuredJson(value: object): unknown {
  return JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
}
