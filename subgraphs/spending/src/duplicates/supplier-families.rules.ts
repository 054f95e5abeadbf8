import { isRedactedName } from '../suppliers/supplier-facts.rules';

/** A record of a supplier, as far as it can be told from others. */
export interface SupplierRecord {
  readonly id: string;
  readonly name: string;
  /** The name without legal form, case, punctuation and spaces. */
  readonly nameKey: string;
  /** Its numbers in registers, with what kind of number each is: `company 01234567`. */
  readonly numbers: readonly string[];
}

/** Of two names that differ in a letter, one at least must be as long: in short ones it makes another body. */
const LONG_ENOUGH = 8;
/** What else councils write where they name nobody in particular. */
const NOBODY =
  /^(?:individual|sundry|various|not named)|not disclosed|name removed|data protection|confidential/i;

/** Whether the name stands for somebody who is not named: nothing can be said of payments to them. */
export const isUnnamed = (name: string): boolean =>
  name.trim() === '' ||
  isRedactedName(name) ||
  (NOBODY.test(name.trim()) && !/\b(?:ltd|limited|plc|cic)\b/i.test(name));

/** By what a record finds the records like it. Two names that differ in one letter have a key in common. */
function keysOf({ nameKey: key, numbers }: SupplierRecord): readonly string[] {
  const keys = numbers.map((number) => `number ${number.toUpperCase()}`);
  if (key === '') return keys;
  keys.push(`name ${key}`);
  if (key.length < LONG_ENOUGH) return keys;
  for (let place = 0; place < key.length; place += 1)
    // A digit is no slip of the pen: Unit 1 and Unit 2 are two.
    if (!/\d/.test(key[place]!)) keys.push(`but ${key.slice(0, place)}${key.slice(place + 1)}`);
  return keys;
}

/**
 * Which records look like one supplier: the same number in a register, the same name but for legal form and
 * punctuation, or a longer name with one letter more, less, other or exchanged with its neighbour. Grows with the
 * number of records.
 * @returns for each record's id the name of its family; a record like no other is a family of its own
 */
export function supplierFamilies(records: readonly SupplierRecord[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>(records.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    let top = id;
    while (parents.get(top) !== top) top = parents.get(top)!;
    parents.set(id, top);
    return top;
  };
  const owners = new Map<string, string>();
  for (const record of records) {
    if (isUnnamed(record.name)) continue;
    for (const key of keysOf(record)) {
      // A key with a letter left out also meets the whole name that lacks just this letter.
      for (const other of key.startsWith('but ') ? [key, `name ${key.slice(4)}`] : [key]) {
        const owner = owners.get(other);
        if (owner !== undefined) parents.set(root(record.id), root(owner));
      }
      if (!owners.has(key)) owners.set(key, record.id);
      if (key.startsWith('name ')) {
        const shorter = owners.get(`but ${key.slice(5)}`);
        if (shorter !== undefined) parents.set(root(record.id), root(shorter));
      }
    }
  }
  // The least id names the family, so that the order in which records are read does not matter.
  const names = new Map<string, string>();
  for (const { id } of records) {
    const top = root(id);
    const known = names.get(top);
    if (known === undefined || id < known) names.set(top, id);
  }
  return new Map(records.map(({ id }) => [id, names.get(root(id))!]));
}
