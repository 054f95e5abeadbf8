import type { EntityManager } from 'typeorm';
import { defineLoader, type RequestContext } from '@coop/shared/graphql';
import {
  nameReadings,
  type NameForm,
  isOneEdit,
  type IndexedName,
  type NameIndex,
  matchName,
  type NameCandidate,
  type NameMatch,
} from '@coop/shared/names';
import {
  directorySize,
  holdersOf,
  namesAlike,
  namesOf,
  wordCounts,
  wordsBySkeleton,
} from './name-register.queries';
import { compactOf } from './organisation-rows.queries';
import { cut, isIndexed, skeletonOf } from './search-words.rules';

/** Words that stand in more names than this are not searched by; they tell too little apart. */
const COMMON = 200;
/** So many of a name's rarest words are searched by. */
const PROBES = 3;
/** The most names that one question may hold. */
export const MOST_NAMES = 100;
/** Longer names are cut: nobody is called so. */
const LONGEST_NAME = 300;

/** What became of one name, shaped for the API. */
export interface MatchFacts {
  readonly name: string;
  readonly outcome: NameMatch['outcome'];
  readonly candidates: readonly NameCandidate[];
}

/**
 * Finds the organisations that names mean: first by their normal forms, then, for those that nobody bears, by their
 * rarest words and the misspellings of these. The number of statements does not depend on how many names or
 * organisations there are; a statement reads a bounded part of the index for each name.
 */
export async function matchNames(reader: EntityManager, names: readonly string[]): Promise<MatchFacts[]> {
  const readings = new Map(names.map((name) => [name, nameReadings(name.slice(0, LONGEST_NAME))]));
  const compacts = [...readings.values()].flatMap((all) => all.map(({ form }) => compactOf(form.text)));
  const alike = groupBy(await namesAlike(reader, [...new Set(compacts)]), ({ form }) => form.compact);
  const open = names.filter((name) => !readings.get(name)!.some(({ form }) => alike.has(form.compact)));
  const forms = open.flatMap((name) => readings.get(name)!.map(({ form }) => form));
  const { candidates, counts } = await findByWords(reader, forms);
  const size = await directorySize(reader);
  const index = indexOver(alike, candidates, counts, size);
  return names.map((name) => {
    const match = matchName(index, name.slice(0, LONGEST_NAME));
    if (match.outcome !== 'MATCHED') return { name, ...match };
    const { outcome, ...candidate } = match;
    return { name, outcome, candidates: [candidate] };
  });
}

interface Found {
  readonly candidates: ReadonlyMap<string, readonly IndexedName[]>;
  readonly counts: ReadonlyMap<string, number>;
}

async function findByWords(reader: EntityManager, forms: readonly NameForm[]): Promise<Found> {
  const asked = new Set(forms.flatMap(wordsOf));
  const counts = await wordCounts(reader, [...asked]);
  const rarest = new Set(forms.flatMap((form) => rarestOf(form, counts)));
  const spellings = await spellingsOf(reader, [...rarest]);
  const variants = [...new Set([...spellings.values()].flat())];
  const variantCounts = await wordCounts(
    reader,
    variants.filter((word) => !counts.has(word)),
  );
  const all = new Map([...counts, ...variantCounts]);
  const probes = [...new Set([...rarest, ...variants])].filter((word) => {
    const count = all.get(word) ?? 0;
    return count > 0 && count <= COMMON;
  });
  const entries = await namesOf(reader, await holdersOf(reader, probes));
  const unseen = new Set(entries.flatMap(({ form }) => wordsOf(form)).filter((word) => !all.has(word)));
  for (const [word, count] of await wordCounts(reader, [...unseen])) all.set(word, count);
  const byWord = new Map<string, IndexedName[]>();
  for (const entry of entries) for (const word of wordsOf(entry.form)) push(byWord, word, entry);
  const candidates = new Map<string, readonly IndexedName[]>();
  for (const word of rarest) {
    const near = [word, ...(spellings.get(word) ?? [])].flatMap((each) => byWord.get(each) ?? []);
    if (near.length > 0) candidates.set(word, near);
  }
  return { candidates, counts: all };
}

const wordsOf = (form: NameForm): string[] => [...new Set(form.tokens.filter(isIndexed).map(cut))];

function rarestOf(form: NameForm, counts: ReadonlyMap<string, number>): string[] {
  const count = (word: string) => counts.get(word) ?? 0;
  return wordsOf(form)
    .filter((word) => count(word) <= COMMON)
    .sort((a, b) => count(a) - count(b) || (a < b ? -1 : 1))
    .slice(0, PROBES);
}

/** For each word the known words that it could be a misspelling of. */
async function spellingsOf(reader: EntityManager, words: readonly string[]): Promise<Map<string, string[]>> {
  const skeletons = [...new Set(words.map(skeletonOf).filter((skeleton) => skeleton !== ''))];
  const known = groupBy(await wordsBySkeleton(reader, skeletons), ({ skeleton }) => skeleton);
  return new Map(
    words.map((word) => [
      word,
      (known.get(skeletonOf(word)) ?? []).map((one) => one.word).filter((other) => isOneEdit(word, other)),
    ]),
  );
}

function indexOver(
  alike: ReadonlyMap<string, readonly IndexedName[]>,
  candidates: ReadonlyMap<string, readonly IndexedName[]>,
  counts: ReadonlyMap<string, number>,
  size: number,
): NameIndex {
  return {
    size,
    alike: (form) => alike.get(form.compact) ?? [],
    near: (form) => [...new Set(wordsOf(form).flatMap((word) => candidates.get(word) ?? []))],
    // Little words are not counted; they stand in about every third name.
    weight: (token) =>
      Math.log(
        1 + size / (isIndexed(token) ? Math.max(1, counts.get(cut(token)) ?? 1) : Math.max(1, size / 3)),
      ),
  };
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) push(groups, keyOf(item), item);
  return groups;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const matchOfName = defineLoader<string, MatchFacts>((names, { database }) =>
  matchNames(database.reader, names),
);

/** What becomes of names, in their order; a name asked twice is looked for once. */
export async function organisationMatches(
  context: RequestContext,
  names: readonly string[],
): Promise<MatchFacts[]> {
  const found = await matchOfName.loadMany(context, names);
  return found.filter((match) => match !== null);
}
