import { nameForm, type NameForm } from './name-form';

/** A name that an organisation goes by, in the register that names are matched against. */
export interface RegisteredName {
  /** What the caller knows the organisation by; several names may have one key. */
  readonly key: string;
  readonly name: string;
}

/** A registered name ready to be compared. */
export interface IndexedName {
  readonly key: string;
  readonly name: string;
  readonly form: NameForm;
}

/**
 * An index over registered names: finds the few that a name could be without comparing it to all. Built in one
 * pass; its size is linear in the number of words.
 */
export interface NameIndex {
  readonly size: number;
  /** Names of the same normal form, spaces left out. */
  alike(form: NameForm): readonly IndexedName[];
  /** Names that share one of the form's rarest words, or a misspelling of one. */
  near(form: NameForm): readonly IndexedName[];
  /** How much a word says: the logarithm of how rare it is in the register. Unknown words say most. */
  weight(token: string): number;
}

/** Words that stand in more names than this are not searched by; they tell too little apart. */
const COMMON = 200;
/** So many of a name's rarest words are searched by. */
const PROBES = 3;
/** Words of at least this length may be misspelled by one letter. */
const SHORTEST_MISSPELLED = 6;

/** Builds the index. Names without a single letter or figure are left out. */
export function buildNameIndex(names: Iterable<RegisteredName>): NameIndex {
  const byCompact = new Map<string, IndexedName[]>();
  const byToken = new Map<string, IndexedName[]>();
  let size = 0;
  for (const { key, name } of names) {
    const form = nameForm(name);
    if (form.text === '') continue;
    const entry: IndexedName = { key, name, form };
    push(byCompact, form.compact, entry);
    for (const token of new Set(form.tokens)) push(byToken, token, entry);
    size += 1;
  }
  const misspellings = spellingIndex(byToken.keys());
  const weight = (token: string) => Math.log(1 + size / Math.max(1, byToken.get(token)?.length ?? 1));
  return {
    size,
    alike: (form) => byCompact.get(form.compact) ?? [],
    weight,
    near(form) {
      const found = new Set<IndexedName>();
      const rarestFirst = [...new Set(form.tokens)].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
      for (const token of rarestFirst.slice(0, PROBES))
        for (const spelling of [token, ...misspellings(token)]) {
          const entries = byToken.get(spelling);
          if (entries && entries.length <= COMMON) for (const entry of entries) found.add(entry);
        }
      return [...found];
    },
  };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The word and every word that is left when one letter after the first is taken out. */
function deletions(word: string): string[] {
  const all = [word];
  for (let at = 1; at < word.length; at += 1) all.push(word.slice(0, at) + word.slice(at + 1));
  return all;
}

/**
 * Finds the known words at one edit from a word. Two words at one edit share a form with one letter left out,
 * so a look-up by those forms finds them without comparing against every word.
 */
function spellingIndex(known: Iterable<string>): (word: string) => readonly string[] {
  const byDeletion = new Map<string, string[]>();
  for (const word of known)
    if (canBeMisspelled(word)) for (const form of new Set(deletions(word))) push(byDeletion, form, word);
  return (word) => {
    if (!canBeMisspelled(word)) return [];
    const found = new Set<string>();
    for (const form of deletions(word))
      for (const candidate of byDeletion.get(form) ?? [])
        if (candidate !== word && isOneEdit(word, candidate)) found.add(candidate);
    return [...found];
  };
}

/** Figures are never misspellings of other figures. */
export function canBeMisspelled(word: string): boolean {
  return word.length >= SHORTEST_MISSPELLED && !/\p{N}/u.test(word);
}

/** True when one letter put in, left out, exchanged or swapped with its neighbour, not the first, makes one of the other. */
export function isOneEdit(one: string, other: string): boolean {
  if (one === other || one[0] !== other[0] || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const shorter = Math.min(one.length, other.length);
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
