/**
 * Column types that mean the same on both databases. Decorators and migrations both take them from here, so
 * that an entity and its table cannot drift apart by a length.
 */
export const columnTypes = {
  /** A typed id: prefix, underscore, ULID; or the key of an official area. */
  id: { type: 'varchar', length: '64' },
  /** A code of known length: a GSS code, a state, an enum. */
  code: (length: number) => ({ type: 'varchar', length: String(length) }) as const,
  /** Text for people; `long` holds up to 16 MiB and cannot be indexed. */
  text: (length: number | 'long') =>
    length === 'long'
      ? ({ type: 'mediumtext' } as const)
      : ({ type: 'varchar', length: String(length) } as const),
  /** `YYYY-MM-DD`: a day has no zone, and text sorts as days do. */
  day: { type: 'varchar', length: '10' },
  /** UTC, milliseconds. */
  instant: { type: 'datetime', precision: 3 },
  /** Whole pence below 2^53. */
  pence: { type: 'bigint' },
  integer: { type: 'integer' },
  real: { type: 'double' },
  flag: { type: 'boolean' },
  json: { type: 'mediumtext' },
} as const;
