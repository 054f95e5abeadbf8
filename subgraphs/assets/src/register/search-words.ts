/** A longer word is found by its first so many characters. */
const LONGEST = 40;
/** All words of an asset together, as they are stored. */
const ALL = 1_000;

const PLAIN = /^[\x20-\x7e]*$/;

/**
 * The words of a text in the form by which they are stored and found: lower case, no accents, no apostrophes, cut
 * at everything that is neither letter nor digit; each once, in order. Computed here and not by a database, so that
 * both find the same.
 */
export function wordsOf(text: string): string[] {
  const plain = PLAIN.test(text)
    ? text.toLowerCase().replace(/'/g, '')
    : text
        .normalize('NFKD')
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[\p{M}\p{Cf}'’ʼ]/gu, '');
  const words = plain.match(PLAIN.test(plain) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
  const unique = new Set<string>();
  for (const word of words) unique.add(word.length > LONGEST ? [...word].slice(0, LONGEST).join('') : word);
  return [...unique];
}

/** The parts of an asset that a search looks into. */
export interface Searched {
  readonly name: string;
  readonly uprn: string | null;
  readonly streetNumber: string | null;
  readonly streetName: string | null;
  readonly postTown: string | null;
  readonly postcode: string | null;
}

/** Every word that an asset is found by, each after a space: ` town hall 12 market street`. */
export function searchText(asset: Searched): string {
  const { name, uprn, streetNumber, streetName, postTown, postcode } = asset;
  const parts = [name, streetNumber, streetName, postTown, postcode, uprn];
  let text = '';
  for (const word of wordsOf(parts.filter(Boolean).join(' '))) {
    // Words of compatibility characters can be much longer than what was typed: what does not fit is not found.
    if (text.length + word.length + 1 > ALL) break;
    text += ` ${word}`;
  }
  return text;
}
