import { In, MoreThan } from 'typeorm';
import type { BulkTx } from '@coop/shared/commands';
import { newId } from '@coop/shared/ids';
import { nextTurn } from '@coop/shared/importing';
import { ImportChange } from '@coop/shared/persistence';
import { writeOrgId } from './identifiers.rules';
import { Organisation } from './organisation.entity';
import { holdersOfNumbers, readRecords } from './organisation-record.queries';
import { addOrganisationRows, noRows } from './organisation-rows.queries';
import { applyEntry, isAnotherBody, recordOfEntry } from './register-entry.rules';
import type { WaitingEntry } from './write-entries.import';
import { writeRecords, type ChangedRecord, insertRows } from './write-organisation.command';

const AT_ONCE = 500;

/**
 * Applies what waited, in the transaction that completes the import. Records may have been changed, merged or given
 * numbers since the rows were read: each entry is applied to its record as it is now.
 * @returns how many records were changed
 */
export async function applyWaiting(tx: BulkTx, run: string): Promise<number> {
  let changed = 0;
  for (let after = ''; ;) {
    const waiting = await tx.manager.find(ImportChange, {
      where: { run, id: MoreThan(after) },
      order: { id: 'ASC' },
      take: AT_ONCE,
    });
    const last = waiting.at(-1);
    if (!last) return changed;
    after = last.id;
    changed += await applySome(tx, run, waiting);
    await tx.manager.delete(ImportChange, { id: In(waiting.map(({ id }) => id)) });
    // Readers are served between two batches: the drivers of one database never wait.
    await nextTurn();
  }
}

async function applySome(tx: BulkTx, run: string, waiting: readonly ImportChange[]): Promise<number> {
  const { manager, now } = tx;
  const targets = await tx.lockMany(
    Organisation,
    waiting.map(({ target }) => target),
  );
  const merged = targets.flatMap(({ mergedInto }) => (mergedInto === null ? [] : [mergedInto]));
  const rows = new Map(
    [...targets, ...(await tx.lockMany(Organisation, merged))].map((row) => [row.id, row]),
  );
  const standing = [...rows.values()].filter((row) => row.mergedInto === null);
  const records = await readRecords(manager, standing);
  const changes = new Map<string, ChangedRecord>();
  for (const [index, row] of standing.entries()) changes.set(row.id, { row, record: records[index]! });
  const touched = new Set<string>();
  const holders = await holdersOfNumbers(
    manager,
    waiting.flatMap(({ change }) => {
      const { entry, others } = change as WaitingEntry;
      return [entry.identifier, ...others];
    }),
  );
  const holderOf = new Map([...holders].map(([key, holder]) => [key, holder.id]));
  const fresh = noRows();
  for (const { target, change } of waiting) {
    const { entry, others } = change as WaitingEntry;
    const id = rows.get(target)?.mergedInto ?? target;
    const found = changes.get(id);
    if (!found) continue;
    const isFree = (key: string, mine: string) => (holderOf.get(key) ?? mine) === mine;
    // Meanwhile another row of the file, or a person, may have given the number to somebody else.
    const isApart = isAnotherBody(found.record, entry) || !isFree(writeOrgId(entry.identifier), id);
    if (isApart) {
      if (holderOf.has(writeOrgId(entry.identifier))) continue;
      const apart = newId('organisation', now);
      addOrganisationRows(fresh, apart, recordOfEntry(entry, []), now, run);
      holderOf.set(writeOrgId(entry.identifier), apart);
      continue;
    }
    const free = others.filter((other) => isFree(writeOrgId(other), id));
    const record = applyEntry(found.record, entry, free);
    if (record === found.record) continue;
    changes.set(id, { row: found.row, record });
    for (const identifier of [entry.identifier, ...free]) holderOf.set(writeOrgId(identifier), id);
    touched.add(id);
  }
  const changed = [...touched].map((id) => changes.get(id)!);
  await writeRecords(manager, changed, now);
  for (const { row } of changed) await tx.update(row);
  await insertRows(manager, fresh);
  return changed.length;
}
