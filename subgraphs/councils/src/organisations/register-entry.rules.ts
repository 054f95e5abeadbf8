import { orderIdentifiers, writeOrgId, type Identifier } from './identifiers.rules';
import { clashingNumbers } from './merge-organisations.rules';
import { PUBLIC_KINDS, type OrganisationKind } from './organisation-kinds.law';
import type { EntryFacts, NumberedEntry, OrganisationRecord, OtherName } from './organisation-record.rules';
import { UNREAD_ENTRY } from './organisation-record.rules';

/** A body as a row of a published register has it. */
export interface RegisterEntry {
  /** Its number in the register itself. */
  readonly identifier: Identifier;
  /** Its numbers in other registers, which the row names. */
  readonly others: readonly Identifier[];
  readonly facts: EntryFacts & { readonly registeredName: string };
  readonly formerNames: readonly string[];
  readonly kind: OrganisationKind;
  readonly postcode: string | null;
  /** Code of the council in whose area it is; null where the register does not say. */
  readonly councilGssCode: string | null;
  /** Code of the council that it is. */
  readonly localAuthorityGssCode: string | null;
}

/** How much a kind says, from nothing to most: a charity that is a company is a charity. */
const KINDS_BY_TELLING: readonly OrganisationKind[] = [
  'UNKNOWN',
  'OTHER',
  'COMPANY',
  'PARTNERSHIP',
  'COMPANY_LIMITED_BY_GUARANTEE',
  'CO_OPERATIVE_SOCIETY',
  'COMMUNITY_BENEFIT_SOCIETY',
  'COMMUNITY_INTEREST_COMPANY',
  'CHARITY',
];

/** The kind of a body after a register was read: never less telling than before, and a public body stays one. */
export function kindAfterRegister(known: OrganisationKind, said: OrganisationKind): OrganisationKind {
  if (PUBLIC_KINDS.has(known)) return known;
  if (PUBLIC_KINDS.has(said)) return said;
  return KINDS_BY_TELLING.indexOf(said) > KINDS_BY_TELLING.indexOf(known) ? said : known;
}

/** A new organisation, as the row of a register has it. */
export function recordOfEntry(entry: RegisterEntry, others: readonly Identifier[]): OrganisationRecord {
  const { facts, formerNames, kind, postcode, councilGssCode, localAuthorityGssCode } = entry;
  return {
    name: facts.registeredName,
    otherNames: formerNames.map((name) => ({ name, kind: 'FORMER' })),
    kind,
    entries: [
      { identifier: entry.identifier, ...facts },
      ...others.map((identifier) => ({ identifier, ...UNREAD_ENTRY })),
    ],
    declaredVcse: null,
    declaredSme: null,
    councilGssCode,
    localAuthorityGssCode,
    postcode,
    illustrative: false,
  };
}

/** True when a register that gives a body one number gives this body another one than the entry's. */
export function isAnotherBody(record: OrganisationRecord, { identifier }: RegisterEntry): boolean {
  const mine = record.entries.map((entry) => entry.identifier);
  return clashingNumbers(mine, [identifier]).length > 0;
}

/**
 * A record after a row of a register was read for it; the same object when the row says nothing new. The name by
 * which a body is listed changes only when the register's own name does, so that two registers which write it
 * differently do not take turns. A postcode comes from the most telling register that has been read.
 * @param others numbers that the row names and that no other record has
 */
export function applyEntry(
  record: OrganisationRecord,
  entry: RegisterEntry,
  others: readonly Identifier[],
): OrganisationRecord {
  const { name, addedNames } = namesAfter(record, entry);
  const entries = entriesAfter(record.entries, entry, others);
  const kind = kindAfterRegister(record.kind, entry.kind);
  const postcode = postcodeAfter(record, entry);
  const councilGssCode = record.councilGssCode ?? entry.councilGssCode;
  const localAuthorityGssCode = record.localAuthorityGssCode ?? entry.localAuthorityGssCode;
  const same =
    name === record.name &&
    addedNames.length === 0 &&
    entries === record.entries &&
    kind === record.kind &&
    postcode === record.postcode &&
    councilGssCode === record.councilGssCode &&
    localAuthorityGssCode === record.localAuthorityGssCode;
  if (same) return record;
  const otherNames = [...record.otherNames, ...addedNames];
  return { ...record, name, otherNames, entries, kind, postcode, councilGssCode, localAuthorityGssCode };
}

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
const sameName = (one: string, other: string) => one === other || plain(one) === plain(other);
const sameNumber = (one: Identifier, other: Identifier) => one.scheme === other.scheme && one.id === other.id;

function namesAfter(
  record: OrganisationRecord,
  { identifier, facts, formerNames }: RegisterEntry,
): { readonly name: string; readonly addedNames: readonly OtherName[] } {
  const { registeredName } = facts;
  const before = record.entries.find((entry) => sameNumber(entry.identifier, identifier))?.registeredName;
  const isRenamed = before != null && !sameName(before, registeredName) && sameName(before, record.name);
  const name = isRenamed ? registeredName : record.name;
  const candidates: OtherName[] = [
    ...(isRenamed ? [{ name: record.name, kind: 'FORMER' as const }] : []),
    { name: registeredName, kind: 'REGISTERED' },
    ...formerNames.map((former) => ({ name: former, kind: 'FORMER' as const })),
  ];
  const known = new Set([name, ...record.otherNames.map((other) => other.name)].map(plain));
  const addedNames = candidates.filter((candidate) => {
    if (known.has(plain(candidate.name))) return false;
    known.add(plain(candidate.name));
    return true;
  });
  return { name, addedNames };
}

function entriesAfter(
  entries: readonly NumberedEntry[],
  { identifier, facts }: RegisterEntry,
  others: readonly Identifier[],
): readonly NumberedEntry[] {
  const at = entries.findIndex((entry) => sameNumber(entry.identifier, identifier));
  const added = others.filter((other) => !entries.some((entry) => sameNumber(entry.identifier, other)));
  if (at >= 0 && added.length === 0 && sameFacts(entries[at]!, facts)) return entries;
  const read = { identifier, ...facts };
  return [
    ...(at >= 0 ? entries.with(at, read) : [...entries, read]),
    ...added.map((other) => ({ identifier: other, ...UNREAD_ENTRY })),
  ];
}

function sameFacts(one: EntryFacts, other: EntryFacts): boolean {
  return (
    one.registeredName === other.registeredName &&
    one.status === other.status &&
    one.standing === other.standing &&
    one.registeredOn === other.registeredOn &&
    one.endedOn === other.endedOn
  );
}

function postcodeAfter(record: OrganisationRecord, { identifier, postcode }: RegisterEntry): string | null {
  if (postcode === null || record.postcode === null) return postcode ?? record.postcode;
  const read = record.entries
    .filter((entry) => entry.registeredName !== null)
    .map((entry) => entry.identifier);
  const [leading] = orderIdentifiers([...read, identifier]);
  return writeOrgId(leading!) === writeOrgId(identifier) ? postcode : record.postcode;
}
