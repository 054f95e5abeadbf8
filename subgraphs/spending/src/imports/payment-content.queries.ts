import { keyedCode } from '@coop/shared/persistence';

const BETWEEN = '\u001f';

/**
 * A code for what a row says: alike for rows that say the same, whatever their file looked like. Keyed, so that nobody
 * who has the codes can try names against them. 132 bits, 22 characters.
 */
export function contentCodeOf(key: string, parts: readonly (string | number | null)[]): string {
  return keyedCode(key, parts.join(BETWEEN));
}

/** The identity of the n-th row of a file with a content. */
export const identityOf = (content: string, occurrence: number): string =>
  `${content}.${occurrence.toString(36)}`;
