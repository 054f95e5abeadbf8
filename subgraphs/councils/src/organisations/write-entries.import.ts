import { In, type EntityManager } from 'typeorm';
import { newId } from '@coop/shared/ids';
import { bulkInsert, ImportChange, inChunks } from '@coop/shared/persistence';
import { identifies, writeOrgId, type Identifier } from './identifiers.rules';
import { Organisation } from './organisation.entity';
import { OrganisationIdentifier } from './organisation-identifier.entity';
import { readRecords } from './organisation-record.queries';
import type { OrganisationRecord } from './organisation-record.rules';
import { addOrganisationRows, noRows } from './organisation-rows.queries';
import { applyEntry, isAnotherBody, recordOfEntry, type RegisterEntry } from './register-entry.rules';
import { insertRows } from './write-organisation.command';

/** An entry and where it stands in the file. */
export interface PlacedEntry {
  readonly row: number;
  readonly line: number;
  readonly entry: RegisterEntry;
}

/** A change that waits for the import's completion: the entry itself, since much may happen to a record till then. */
export interface WaitingEntry extends PlacedEntry {
  readonly others: readonly Identifier[];
}

/** Something odd about a row that was imported all the same. */
export interface Oddity {
  readonly row: number;
  readonly line: number;
  readonly message: string;
}

/** What writing a chunk did. */
export interface WrittenEntries {
  readonly imported: number;
  readonly alreadyThere: number;
  readonly oddities: readonly Oddity[];
}

/** How far an import has come; counted anew when a transaction runs again. */
interface Workspace {
  /** Ids of organisations by each number that the chunk speaks of. */
  readonly holders: Map<string, string>;
  /** Records as they are, or will be when what waits is applied. */
  readonly records: Map<string, OrganisationRecord>;
  /** Ids of organisations that the chunk itself brings. */
  readonly fresh: Set<string>;
  readonly waiting: Map<string, WaitingEntry[]>;
  readonly oddities: Oddity[];
}

/**
 * Writes a chunk of entries: bodies that no record has a number of are inserted, invisible until the import is
 * complete; what changes others waits till then.
 */
export async function writeEntries(
  manager: EntityManager,
  run: string,
  now: Date,
  entries: readonly PlacedEntry[],
): Promise<WrittenEntries> {
  const workspace = await openWorkspace(manager, entries);
  let imported = 0;
  for (const placed of entries) if (place(workspace, placed, now)) imported += 1;
  const rows = noRows();
  for (const id of workspace.fresh) addOrganisationRows(rows, id, workspace.records.get(id)!, now, run);
  await insertRows(manager, rows);
  const changes = [...workspace.waiting].flatMap(([target, list]) =>
    list.map((change) => ({ id: newId('change', now), run, target, change })),
  );
  await bulkInsert(manager, ImportChange, changes);
  return { imported, alreadyThere: entries.length - imported, oddities: workspace.oddities };
}

async function openWorkspace(manager: EntityManager, entries: readonly PlacedEntry[]): Promise<Workspace> {
  const keys = entries.flatMap(({ entry }) =>
    [entry.identifier, ...entry.others].filter(identifies).map(writeOrgId),
  );
  const held = await inChunks([...new Set(keys)], 1000, (chunk) =>
    manager
      .createQueryBuilder(OrganisationIdentifier, 'identifier')
      .select('identifier.id', 'key')
      .addSelect('identifier.organisationId', 'id')
      .where({ id: In(chunk) })
      .getRawMany<{ key: string; id: string }>(),
  );
  const ids = [...new Set(held.map(({ id }) => id))];
  const records = new Map<string, OrganisationRecord>();
  await inChunks(ids, 1000, async (chunk) => {
    const rows = await manager.findBy(Organisation, { id: In(chunk) });
    const read = await readRecords(manager, rows);
    for (const [index, row] of rows.entries()) records.set(row.id, read[index]!);
    return [];
  });
  return {
    holders: new Map(held.map(({ key, id }) => [key, id])),
    records,
    fresh: new Set(),
    waiting: new Map(),
    oddities: [],
  };
}

/** Finds the record that an entry is of and applies it. True when it brought something new. */
function place(workspace: Workspace, placed: PlacedEntry, now: Date): boolean {
  const { holders, records, fresh, waiting } = workspace;
  const { entry } = placed;
  const { target, others } = targetOf(workspace, placed);
  if (target === null) {
    const id = newId('organisation', now);
    fresh.add(id);
    records.set(id, recordOfEntry(entry, others));
    for (const identifier of [entry.identifier, ...others]) holders.set(writeOrgId(identifier), id);
    return true;
  }
  const before = records.get(target)!;
  const after = applyEntry(before, entry, others);
  if (after === before) return false;
  records.set(target, after);
  for (const identifier of [entry.identifier, ...others]) holders.set(writeOrgId(identifier), target);
  if (!fresh.has(target)) {
    const list = waiting.get(target) ?? [];
    list.push({ ...placed, others });
    waiting.set(target, list);
  }
  return true;
}

/**
 * The record that an entry is of: the one that has its number, else one that has another number which the row names.
 * An entry that has ended joins nothing: another body may go by that number now.
 */
function targetOf(
  { holders, records, oddities }: Workspace,
  { entry, row, line }: PlacedEntry,
): { readonly target: string | null; readonly others: readonly Identifier[] } {
  const named = entry.facts.standing === 'ENDED' ? [] : entry.others;
  const free = named.filter((other) => !holders.has(writeOrgId(other)));
  const own = holders.get(writeOrgId(entry.identifier));
  const odd = (message: string) => void oddities.push({ row, line, message });
  if (own !== undefined) {
    for (const other of named)
      if ((holders.get(writeOrgId(other)) ?? own) !== own)
        odd(
          `It names ${writeOrgId(other)}, which is the number of ${records.get(holders.get(writeOrgId(other))!)!.name}: if they are one body, merge the records.`,
        );
    const known = records.get(own)!;
    // A body has one company number: a second one is not taken over, only told.
    const fitting = free.filter((other) => !isAnotherBody(known, { ...entry, identifier: other }));
    for (const other of free)
      if (!fitting.includes(other))
        odd(`It names ${writeOrgId(other)}, but another number of that register is on record.`);
    return { target: own, others: fitting };
  }
  const joined = named.map((other) => holders.get(writeOrgId(other))).find((id) => id !== undefined);
  if (joined === undefined) return { target: null, others: free };
  const record = records.get(joined)!;
  if (!isAnotherBody(record, entry)) return { target: joined, others: free };
  odd(`It names a number of ${record.name}, which has another number in this register: it is kept apart.`);
  return { target: null, others: free };
}
