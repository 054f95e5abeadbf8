import { isValid, monotonicFactory } from 'ulid';

// One monotonic source for the process: ids made in the same millisecond still sort in the order of making.
const nextUlid = monotonicFactory();

/** A short lower-case word that tells what an id names: `asset`, `nomination`. */
export type IdPrefix = string;

/**
 * A new typed, sortable id: the prefix, an underscore and a ULID, `asset_01J…`.
 * @param now the instant that the id sorts by
 */
export function newId(prefix: IdPrefix, now: Date): string {
  return `${prefix}_${nextUlid(now.getTime())}`;
}

/** The prefix of a typed id, or null when the text has not the form of one. */
export function idPrefix(id: string): IdPrefix | null {
  const match = /^([a-z][a-z0-9]*)_([0-9A-Za-z-]{1,64})$/.exec(id);
  return match?.[1] ?? null;
}

/** True when the text is an id of this kind: prefix, underscore, ULID. */
export function isId(prefix: IdPrefix, id: unknown): id is string {
  return typeof id === 'string' && id.startsWith(`${prefix}_`) && isValid(id.slice(prefix.length + 1));
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The id that a key always has, in every database: for rows of the demo world, which rows of other subgraphs refer to
 * before they could ask for an id. It sorts before every id that was made by the clock.
 */
export function fixedId(prefix: IdPrefix, key: string): string {
  let text = '';
  // FNV-1a over the key, once for every digit: nobody has to guess such an id, it only must not meet another.
  for (let place = 0; text.length < 16; place += 1) {
    let hash = 0x811c9dc5 ^ place;
    for (let index = 0; index < key.length; index += 1)
      hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
    hash ^= hash >>> 15;
    text += DIGITS.charAt((hash >>> 8) & 31);
  }
  return `${prefix}_0000000000${text}`;
}
