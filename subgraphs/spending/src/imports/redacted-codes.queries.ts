import { In, type EntityManager } from 'typeorm';
import { keyedCode, textSort } from '@coop/shared/persistence';
import { NameRedaction } from './spend-import.entity';

/** What stands where a name was redacted. */
export const REDACTED_NAME = 'Name redacted at request';

/** The code under which a redacted name of a council is kept: alike whatever its case, accents and spaces. */
export function nameCodeOf(key: string, gssCode: string, name: string): string {
  return keyedCode(key, `name ${gssCode} ${textSort(name)}`);
}

/** The codes of all names of a council that are redacted. There are few: people ask one by one. */
export async function redactedCodes(manager: EntityManager, gssCode: string): Promise<ReadonlySet<string>> {
  const rows = await manager.find(NameRedaction, {
    where: { gssCode: In([gssCode]) },
    select: { nameCode: true },
  });
  return new Set(rows.map(({ nameCode }) => nameCode));
}

/** Words of a name that tell nobody from anybody. */
const NO_NAMES: ReadonlySet<string> = new Set('mrs miss the and ltd limited llp plc'.split(' '));

const wordsOf = (name: string): string[] =>
  textSort(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2 && !NO_NAMES.has(word));

/**
 * Whether two names of one record can be spellings of one person's: they have a word in common. A record that a council
 * uses for many payees keeps the names of the others.
 */
export function isSpelledLike(one: string, other: string): boolean {
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
}

/** What is shown for a redacted name: a mark tells one person from another and says nothing of either. */
export const redactedNameOf = (code: string): string =>
  `${REDACTED_NAME} (${code
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 6)
    .toUpperCase()})`;
