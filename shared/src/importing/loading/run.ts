import { In, type EntityManager } from 'typeorm';
import { bulkWrite, type CommandContext } from '../../commands';
import { newId } from '../../ids';
import { bulkInsert, ImportRun, importRunLifecycle, UNSEEN_STATES, type Database } from '../../persistence';
import { formatDay, instantOf, londonDate } from '../../time';
import { moveRunIfPermitted } from './move-run';

/** A process that has not moved its lease on for so long is taken to be dead, in milliseconds. */
export const LEASE = 30_000;

/** The rows of a file by what became of them; `rows` is the sum of the others. */
export interface Counts {
  readonly rows: number;
  readonly imported: number;
  readonly alreadyThere: number;
  readonly rejected: number;
}

/** An import that cannot begin because another one of the same kind is under way. */
export class ImportUnderWay extends Error {
  override readonly name = 'ImportUnderWay';
}

/** An import whose run another process has taken to be dead, and is cleaning up. */
export class ImportLost extends Error {
  override readonly name = 'ImportLost';
}

/** The end of a lease that is taken or moved on now. */
export function leaseFrom(database: Database): Date {
  return instantOf(database.clock.now().getTime() + LEASE);
}

/** The name under which whoever may not meet an import of the kind that begins or ends keeps it from doing so. */
export const importClaim = ({ kind, council }: Pick<ImportRun, 'kind' | 'council'>): string =>
  `import ${kind} ${council}`;

/**
 * Begins a run. Of one kind only one runs at a time for a council, since two could bring the same row.
 * @throws ImportUnderWay while another one does
 */
export async function beginRun(
  context: CommandContext,
  action: string,
  facts: Pick<ImportRun, 'kind' | 'council' | 'file'>,
): Promise<string> {
  const id = newId('import', context.now);
  await bulkWrite(context, { name: action }, async (tx) => {
    const { manager } = tx;
    await tx.claim(importClaim(facts));
    await refuseSecond(manager, facts);
    await bulkInsert(manager, ImportRun, [
      {
        ...facts,
        id,
        file: [...facts.file].slice(-255).join(''),
        sha256: '',
        state: importRunLifecycle.initial,
        rows: 0,
        imported: 0,
        alreadyThere: 0,
        rejected: 0,
        startedAt: context.database.clock.now(),
        completedAt: null,
        leaseUntil: leaseFrom(context.database),
        actor: context.actor.subject,
      },
    ]);
  });
  // One of a national table and one of a council's rows claim different names: both may have found nothing. Looking
  // once more, now that one's own row is there, at least one of them finds the other's and gives way.
  try {
    await refuseSecond(context.database.reader, facts, id);
  } catch (error) {
    await bulkWrite(context, { name: action }, (tx) => moveRunIfPermitted(tx, id, 'giveWay'));
    throw error;
  }
  return id;
}

async function refuseSecond(
  manager: EntityManager,
  { kind, council }: Pick<ImportRun, 'kind' | 'council'>,
  own?: string,
): Promise<void> {
  const running = await manager.find(ImportRun, { where: { kind, state: In([...UNSEEN_STATES]) } });
  const other = running.find(
    (run) => run.id !== own && (run.council === council || run.council === '' || council === ''),
  );
  if (other)
    throw new ImportUnderWay(
      `Another import of ${kind} (${other.file}) is under way since ${formatDay(londonDate(other.startedAt))}; try again when it is over.`,
    );
}

/**
 * Moves the lease of a run on and counts what a chunk did, inside the chunk's own transaction.
 * @throws ImportLost when the run is no longer this process's, and nothing of the chunk may stay
 */
export async function keepRun(
  manager: EntityManager,
  database: Database,
  run: string,
  counts: Counts,
): Promise<void> {
  const { rows, imported, alreadyThere, rejected } = counts;
  const result = await manager
    .createQueryBuilder()
    .update(ImportRun)
    .set({ leaseUntil: leaseFrom(database), rows, imported, alreadyThere, rejected })
    .where({ id: run, state: 'LOADING' })
    .execute();
  // MySQL counts rows that an update leaves as they were as not affected: what decides is whether it is there.
  if (result.affected === 0 && !(await manager.existsBy(ImportRun, { id: run, state: 'LOADING' })))
    throw new ImportLost(`The import ${run} was taken to be dead: nothing of it was kept. Begin it again.`);
}
