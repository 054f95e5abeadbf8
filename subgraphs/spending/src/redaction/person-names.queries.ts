import { In, Like, type EntityManager } from 'typeorm';
import { textSort } from '@coop/shared/persistence';
import { Supplier } from '../suppliers/supplier.entity';
import { hasLegalForm, withoutNames, type NameCore } from './names-in-texts';

/** The names under which a record was paid. */
export async function namesPaid(manager: EntityManager, gssCode: string, id: string): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    'SELECT DISTINCT supplier_name AS name FROM payment WHERE gss_code = ? AND supplier_id = ?',
    [gssCode, id],
  );
  return rows.map(({ name }) => name);
}

/** How a person's record names them. */
export interface PersonNames {
  /** Its name, and those under which it was paid. */
  readonly own: readonly string[];
  /** Those of them that name somebody, as sort keys. */
  readonly named: readonly string[];
  /** By what they are recognised within other names. */
  readonly cores: readonly NameCore[];
}

/**
 * The names of a person in the payments and records of a council, as sort keys: those of their record, and those under
 * which others have them.
 */
export async function spellingsOf(
  manager: EntityManager,
  gssCode: string,
  { own, named, cores }: PersonNames,
): Promise<ReadonlySet<string>> {
  const spellings = new Set(named);
  // The same person under a record of another number may be spelled in other ways there.
  for (const one of await recordsNamed(manager, gssCode, spellings))
    for (const name of await namesPaid(manager, gssCode, one.id))
      if (own.some((known) => isSpelledLike(known, name))) spellings.add(textSort(name));
  // Nor does a record beside it go on naming them: `J Example`, `Jane Example t/a Example Gardens`.
  for (const one of await recordsWith(manager, gssCode, cores))
    if (!hasLegalForm(one.name) && isNamed(one.name, cores)) spellings.add(textSort(one.name));
  return spellings;
}

/** Whether a text names somebody, as far as their words go. */
export function isNamed(text: string, cores: readonly NameCore[]): boolean {
  const known = new Set(cores.map(({ core }) => core));
  const sizes = [...new Set(cores.map(({ words }) => words))];
  return withoutNames(text, { sizes, has: (core) => known.has(core) }, '') !== text;
}

/** The records of a council that have one of some names. */
export function recordsNamed(
  manager: EntityManager,
  gssCode: string,
  names: ReadonlySet<string>,
): Promise<Supplier[]> {
  return manager.find(Supplier, {
    where: { gssCode, nameSort: In([...names]) },
    select: { id: true },
    order: { id: 'ASC' },
  });
}

/** The records of a council that have a word of some names: those that may have the whole name. */
async function recordsWith(
  manager: EntityManager,
  gssCode: string,
  cores: readonly NameCore[],
): Promise<Supplier[]> {
  const longest = new Set(
    cores.map(({ core }) =>
      core.split(' ').reduce((one, other) => (other.length > one.length ? other : one)),
    ),
  );
  const found: Supplier[] = [];
  for (const word of longest)
    found.push(
      ...(await manager.find(Supplier, {
        where: { gssCode, nameSort: Like(`%${word}%`), isRedacted: false },
        select: { id: true, name: true },
      })),
    );
  return found;
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
function isSpelledLike(one: string, other: string): boolean {
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
}
