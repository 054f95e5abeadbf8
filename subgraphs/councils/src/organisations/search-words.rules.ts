import { nameForm, canBeMisspelled, SHORT_WORDS, WORD_SPELLINGS } from '@coop/shared/names';

/** A word by which an organisation is found, as the index in the database holds it. */
export interface SearchWord {
  readonly word: string;
  /** What is alike in most misspellings of the word; empty for a word that is not taken for misspelled. */
  readonly skeleton: string;
}

/** Longer words are found by their first so many characters. */
export const LONGEST_WORD = 40;
/** Further words of a body's names are not searched by. */
const MOST_WORDS = 40;

/** True for a word that is in the index: little words and single letters stand in too many names. */
export function isIndexed(word: string): boolean {
  return !SHORT_WORDS.has(word) && (word.length > 1 || /\p{N}/u.test(word));
}

/** The indexed words of some names, each once. */
export function searchWords(names: readonly string[]): SearchWord[] {
  const words = new Set(names.flatMap((name) => nameForm(name).tokens.filter(isIndexed).map(cut)));
  return [...words].slice(0, MOST_WORDS).map((word) => ({ word, skeleton: skeletonOf(word) }));
}

/** The word as far as the index holds it. */
export function cut(word: string): string {
  return word.length <= LONGEST_WORD ? word : [...word].slice(0, LONGEST_WORD).join('');
}

/**
 * The first letter and the consonants after it, doubled ones once, without an `s` at the end: `halliwell` and
 * `haliwell`, `contractor` and `contractors` are alike. A consonant taken for another is not seen through.
 */
export function skeletonOf(word: string): string {
  if (!canBeMisspelled(word)) return '';
  const consonants = word
    .slice(1)
    .replace(/[aeiouy]/g, '')
    .replace(/(.)\1+/gu, '$1')
    .replace(/s$/, '');
  return [...(word[0]! + consonants)].slice(0, 20).join('');
}

/** How one word of a search must stand in a name. */
export interface WordSought {
  /** The word as it must stand. */
  readonly exact: readonly string[];
  /** Words that begin with this do too; null where only whole words do. */
  readonly prefix: string | null;
}

/**
 * The words that a person types to find a body by its name. The last may be unfinished; legal forms and little
 * words are left out.
 */
export function wordsSought(text: string): WordSought[] {
  const tokens = nameForm(text).tokens.map(cut);
  const words = tokens.filter((word, index) => index === tokens.length - 1 || isIndexed(word));
  return [...new Set(words)].map((word, index, all) =>
    index === all.length - 1 && !/\s$/.test(text)
      ? { exact: [word, ...abbreviations(word)], prefix: word }
      : { exact: [word], prefix: null },
  );
}

/** `associa` is on its way to a word that names hold as `assoc`. */
function abbreviations(beginning: string): string[] {
  return Object.entries(WORD_SPELLINGS)
    .filter(([written]) => written.startsWith(beginning))
    .map(([, kept]) => kept);
}
