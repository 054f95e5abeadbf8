import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { badInput, textSort } from '@coop/shared/persistence';
import { AssetWord } from './asset-word.entity';
import { Asset } from './asset.entity';
import { wordsOf } from './search-words';

/** More than this nobody types. */
const LONGEST_TEXT = 100;
/** So many words are looked up in the index; the others only checked. */
const LOOKED_UP = 6;
/** A word in more ranges than this is so common that going through the list in its order finds it sooner. */
const MOST_RANGES = 150;
/** After every word that begins with another. */
const BEYOND = '\u{10FFFF}';

/** Ids from the first to the last. */
type IdRange = readonly [first: string, last: string];

/** What is looked for, and where it can be. */
export interface TextSearch {
  readonly words: readonly string[];
  /** The text as a reference would be sorted; null where it cannot be one. */
  readonly reference: string | null;
  /** Ids between which every asset lies that is found; null when that could be anywhere. */
  readonly ranges: readonly IdRange[] | null;
}

/**
 * Looks a text up that somebody typed.
 * @param councils GSS codes; null for every council
 * @throws GraphQLError BAD_USER_INPUT for a text that is too long or has no word in it
 */
export function lookUpText(
  reader: EntityManager,
  text: string,
  councils: readonly string[] | null,
): Promise<TextSearch> {
  if (text.length > LONGEST_TEXT) throw badInput(`Look for at most ${LONGEST_TEXT} characters.`);
  const words = wordsOf(text);
  if (words.length === 0) throw badInput('Look for at least one letter or digit.');
  return lookUp(reader, words, councils ? textSort(text) : null, councils);
}

/**
 * Finds out by the text index, in one statement, between which ids the assets lie that have all the words.
 * @param reference the normal form of a reference that would do instead of the words; null for none
 * @param councils GSS codes; null for every council
 */
export async function lookUp(
  reader: EntityManager,
  words: readonly string[],
  reference: string | null,
  councils: readonly string[] | null,
): Promise<TextSearch> {
  // The longest words are the rarest.
  const looked = [...words].sort((a, b) => b.length - a.length).slice(0, LOOKED_UP);
  const hits = await reader.query<Hit[]>(...statementOf(reader, looked, councils, reference));
  const references = hits.filter(({ word }) => Number(word) < 0).map(rangeOf);
  const found = looked.map((_, index) => hits.filter(({ word }) => Number(word) === index).map(rangeOf));
  const bounded = found.filter((ranges) => ranges.length <= MOST_RANGES).sort((a, b) => a.length - b.length);
  const [rarest, ...others] = bounded;
  if (!rarest) return { words, reference, ranges: null };
  const ranges = others.reduce(
    (left, right) => left.filter((one) => right.some((two) => overlap(one, two))),
    rarest,
  );
  return { words, reference, ranges: merged([...ranges, ...references]) };
}

interface Hit {
  readonly word: number | string;
  readonly first_id: string;
  readonly last_id: string;
}

const rangeOf = ({ first_id, last_id }: Hit): IdRange => [first_id, last_id];

const overlap = ([from, to]: IdRange, [otherFrom, otherTo]: IdRange): boolean =>
  from <= otherTo && otherFrom <= to;

function statementOf(
  reader: EntityManager,
  words: readonly string[],
  councils: readonly string[] | null,
  reference: string | null,
): [string, unknown[]] {
  const { driver } = reader.dataSource;
  const tableOf = (entity: typeof Asset | typeof AssetWord) =>
    driver.escape(reader.dataSource.getMetadata(entity).tableName);
  const within = councils ? ` AND gss_code IN (${councils.map(() => '?').join(', ')})` : '';
  const parts = words.map(
    (_, index) =>
      `SELECT * FROM (SELECT ${index} AS word, first_id, last_id FROM ${tableOf(AssetWord)}` +
      ` WHERE word >= ? AND word < ?${within} LIMIT ${MOST_RANGES + 1}) part${index}`,
  );
  const parameters: unknown[] = words.flatMap((word) => [word, `${word}${BEYOND}`, ...(councils ?? [])]);
  if (reference !== null && councils) {
    parts.push(
      `SELECT -1 AS word, id AS first_id, id AS last_id FROM ${tableOf(Asset)} WHERE reference_sort = ?${within}`,
    );
    parameters.push(reference, ...councils);
  }
  return [parts.join(' UNION ALL '), parameters];
}

/** Ranges in order, those that overlap made one. */
function merged(ranges: readonly IdRange[]): IdRange[] {
  const result: [string, string][] = [];
  for (const [first, last] of [...ranges].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const before = result.at(-1);
    if (before && first <= before[1]) before[1] = last > before[1] ? last : before[1];
    else result.push([first, last]);
  }
  return result;
}

/** Narrows a query to the assets that have all the words. */
export function applyText(query: SelectQueryBuilder<Asset>, alias: string, search: TextSearch): void {
  const { words, reference, ranges } = search;
  const parameters: Record<string, string> = {};
  const has = words.map((word, index) => {
    parameters[`word${index}`] = ` ${word}`;
    return `INSTR(${alias}.words, :word${index}) > 0`;
  });
  let condition = has.join(' AND ');
  if (reference !== null) {
    parameters['reference'] = reference;
    condition = `((${condition}) OR ${alias}.referenceSort = :reference)`;
  }
  query.andWhere(condition, parameters);
  if (ranges) applyRanges(query, alias, ranges);
}

function applyRanges(query: SelectQueryBuilder<Asset>, alias: string, ranges: readonly IdRange[]): void {
  if (ranges.length === 0) {
    query.andWhere('1 = 0');
    return;
  }
  const parameters: Record<string, string> = {};
  const parts = ranges.map(([first, last], index) => {
    parameters[`first${index}`] = first;
    parameters[`last${index}`] = last;
    return `${alias}.id BETWEEN :first${index} AND :last${index}`;
  });
  query.andWhere(`(${parts.join(' OR ')})`, parameters);
}
