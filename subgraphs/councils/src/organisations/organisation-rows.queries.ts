import { textSort } from '@coop/shared/persistence';
import { newId } from '@coop/shared/ids';
import { identifies, orderIdentifiers, orgIdOf, writeOrgId } from './identifiers.rules';
import { nameForm } from '@coop/shared/names';
import { Organisation } from './organisation.entity';
import { OrganisationIdentifier } from './organisation-identifier.entity';
import { OrganisationName } from './organisation-name.entity';
import type { NumberedEntry, OrganisationRecord, OtherName } from './organisation-record.rules';
import { OrganisationWord } from './organisation-word.entity';
import { findSmeByKind, findVcse } from './organisation-facts.rules';
import { standingOfEntries } from './register-standing.rules';
import { searchWords } from './search-words.rules';

/** The rows of one organisation, or of many. */
export interface OrganisationRows {
  readonly organisations: Partial<Organisation>[];
  readonly identifiers: Partial<OrganisationIdentifier>[];
  readonly names: Partial<OrganisationName>[];
  readonly words: OrganisationWord[];
  /** The skeletons of words that may be misspelled. */
  readonly spellings: Map<string, string>;
}

/** Columns of names are cut at 191 characters, the longest that both databases index whole. */
const KEY_LENGTH = 191;

/** The normal form without spaces, by which a name is matched; what it is sorted by where it says nothing. */
export function compactOf(name: string): string {
  const compact = nameForm(name).compact || textSort(name);
  return compact.length <= KEY_LENGTH ? compact : [...compact].slice(0, KEY_LENGTH).join('');
}

/** The columns that follow from others: never written apart from this. */
export function derivedColumns(
  record: Pick<OrganisationRecord, 'name' | 'kind' | 'entries' | 'declaredVcse' | 'declaredSme'>,
): Pick<Organisation, 'orgId' | 'nameSort' | 'nameCompact' | 'isVcse' | 'isSme' | 'standing'> {
  const identifiers = record.entries.map((entry) => entry.identifier);
  return {
    orgId: orgIdOf(identifiers),
    nameSort: textSort(record.name),
    nameCompact: compactOf(record.name),
    isVcse: findVcse({ kind: record.kind, identifiers, declared: record.declaredVcse }).value,
    isSme: findSmeByKind(record.kind, record.declaredSme).value,
    standing: standingOfEntries(record.entries.map((entry) => entry.standing)),
  };
}

/** The rows of the numbers of an organisation, the most telling register first. */
export function identifierRows(
  organisationId: string,
  name: string,
  entries: readonly NumberedEntry[],
  now: Date,
  importRunId = '',
): Partial<OrganisationIdentifier>[] {
  const ordered = orderIdentifiers(entries.map((entry) => entry.identifier));
  const places = positions(ordered);
  return ordered.map((identifier, index) => {
    const { registeredName, status, standing, registeredOn, endedOn } = entries.find(
      (entry) => writeOrgId(entry.identifier) === writeOrgId(identifier),
    )!;
    const id = identifies(identifier) ? writeOrgId(identifier) : newId('identifier', now);
    return {
      id,
      organisationId,
      scheme: identifier.scheme,
      number: identifier.id,
      position: places[index]!,
      nameSort: textSort(name),
      registeredName,
      status,
      standing,
      registeredOn,
      endedOn,
      importRunId,
    };
  });
}

/** The place of each number among those of the same register. */
export function positions(ordered: readonly { readonly scheme: string }[]): number[] {
  const seen = new Map<string, number>();
  return ordered.map(({ scheme }) => {
    const place = seen.get(scheme) ?? 0;
    seen.set(scheme, place + 1);
    return place;
  });
}

/** The rows of other names: each name once, and never the organisation's own. */
export function nameRows(
  organisationId: string,
  own: string,
  otherNames: readonly OtherName[],
  now: Date,
  importRunId = '',
): Partial<OrganisationName>[] {
  const seen = new Set([textSort(own)]);
  return otherNames.flatMap(({ name, kind }) => {
    const sort = textSort(name);
    if (sort === '' || seen.has(sort)) return [];
    seen.add(sort);
    const id = newId('name', now);
    return [{ id, organisationId, name, nameCompact: compactOf(name), kind, importRunId }];
  });
}

/** Adds the rows of a new organisation to `rows`. */
export function addOrganisationRows(
  rows: OrganisationRows,
  id: string,
  record: OrganisationRecord,
  now: Date,
  importRunId = '',
): void {
  const { otherNames, entries, ...columns } = record;
  rows.organisations.push({
    id,
    ...columns,
    ...derivedColumns(record),
    mergedInto: null,
    importRunId,
  });
  addPartRows(rows, id, record, now, importRunId);
}

/** Adds the rows of an organisation's numbers, names and words to `rows`. */
export function addPartRows(
  rows: OrganisationRows,
  id: string,
  { name, entries, otherNames }: OrganisationRecord,
  now: Date,
  importRunId = '',
): void {
  rows.identifiers.push(...identifierRows(id, name, entries, now, importRunId));
  rows.names.push(...nameRows(id, name, otherNames, now, importRunId));
  for (const { word, skeleton } of searchWords([name, ...otherNames.map((other) => other.name)])) {
    rows.words.push({ word, organisationId: id });
    if (skeleton !== '') rows.spellings.set(word, skeleton);
  }
}

/** No rows yet. */
export const noRows = (): OrganisationRows => ({
  organisations: [],
  identifiers: [],
  names: [],
  words: [],
  spellings: new Map(),
});
