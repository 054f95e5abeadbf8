import { In, type EntityManager } from 'typeorm';
import { bulkInsert } from '@coop/shared/persistence';
import { OrganisationIdentifier } from './organisation-identifier.entity';
import { OrganisationName } from './organisation-name.entity';
import type { OrganisationRecord } from './organisation-record.rules';
import { addPartRows, derivedColumns, noRows, type OrganisationRows } from './organisation-rows.queries';
import { OrganisationSpelling, OrganisationWord } from './organisation-word.entity';
import { Organisation } from './organisation.entity';

/** Inserts rows, a few statements for all of them. */
export async function insertRows(manager: EntityManager, rows: OrganisationRows): Promise<void> {
  await bulkInsert(manager, Organisation, rows.organisations);
  await bulkInsert(manager, OrganisationIdentifier, rows.identifiers);
  await bulkInsert(manager, OrganisationName, rows.names);
  await bulkInsert(manager, OrganisationWord, rows.words, { unlessThere: true });
  const spellings = [...rows.spellings].map(([word, skeleton]) => ({ word, skeleton }));
  await bulkInsert(manager, OrganisationSpelling, spellings, { unlessThere: true });
}

/** A record that takes the place of what its row says. */
export interface ChangedRecord {
  readonly row: Organisation;
  readonly record: OrganisationRecord;
}

/**
 * Puts a record into its row, which the caller saves, and writes its numbers and names anew. Words are added.
 * @param from ids of all records whose numbers and names the new ones take the place of
 */
export function writeRecord(
  manager: EntityManager,
  row: Organisation,
  record: OrganisationRecord,
  now: Date,
  from: readonly string[] = [row.id],
): Promise<void> {
  return writeRecords(manager, [{ row, record }], now, from);
}

/** The same for many records; the number of statements does not grow with them. */
export async function writeRecords(
  manager: EntityManager,
  changed: readonly ChangedRecord[],
  now: Date,
  from: readonly string[] = changed.map(({ row }) => row.id),
): Promise<void> {
  if (changed.length === 0) return;
  for (const part of [OrganisationIdentifier, OrganisationName])
    await manager.delete(part, { organisationId: In([...from]) });
  const rows = noRows();
  for (const { row, record } of changed) {
    const { entries, otherNames, ...columns } = record;
    Object.assign(row, columns, derivedColumns(record));
    addPartRows(rows, row.id, record, now);
  }
  await insertRows(manager, rows);
}
