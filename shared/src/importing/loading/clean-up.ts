import { setImmediate as nextTurn } from 'node:timers/promises';
import { In, LessThan, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { bulkWrite, type CommandContext } from '../../commands';
import { ImportChange, ImportProblem, ImportRun, importRunLifecycle, UNSEEN_STATES } from '../../persistence';
import { moveRun, moveRunIfPermitted } from './move-run';
import { leaseFrom } from './run';

const AT_ONCE = 2000;
/** Rows with a key of several columns by one statement: SQLite takes conditions of at most a thousand parts. */
const KEYS_AT_ONCE = 200;

/**
 * Cleans up after imports whose process died: those whose lease has run out. Their rows were never visible; they are
 * deleted chunk by chunk, so that other writers get their turn. Done when a subgraph begins to serve; every import
 * does so as well before it begins.
 * @param signal stops it after the chunk that is under way; what is left is for the next time, after the lease
 * @returns the runs that were cleaned up
 */
export async function cleanUpImports(
  context: CommandContext,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const dead = await context.database.reader.find(ImportRun, {
    where: { state: In([...UNSEEN_STATES]), leaseUntil: LessThan(context.database.clock.now()) },
    order: { id: 'ASC' },
  });
  const cleaned: string[] = [];
  for (const { id } of dead)
    if (!signal?.aborted && (await abandonRun(context, id, true, signal))) cleaned.push(id);
  return cleaned;
}

/**
 * Deletes everything that a run has brought, and marks it ABANDONED.
 * @param onlyIfDead leaves alone a run whose lease was moved on, or which somebody else is cleaning up
 * @param signal stops it between two chunks
 * @returns whether the run was brought to its end
 */
export async function abandonRun(
  context: CommandContext,
  run: string,
  onlyIfDead: boolean,
  signal?: AbortSignal,
): Promise<boolean> {
  const name = 'importCleanUp';
  const taken = await bulkWrite(context, { name }, async (tx) => {
    const found = await tx.lock(ImportRun, run);
    if (!found || !importRunLifecycle.permit('cleanUp', found.state).ok) return false;
    if (onlyIfDead && found.leaseUntil.getTime() >= context.database.clock.now().getTime()) return false;
    await moveRun(tx.manager, run, 'cleanUp', { leaseUntil: leaseFrom(context.database) });
    return true;
  });
  if (!taken) return false;
  const tables: [EntityTarget<ObjectLiteral>, string][] = [
    ...importedTables(context).map((table): [EntityTarget<ObjectLiteral>, string] => [table, 'importRunId']),
    [ImportChange, 'run'],
    [ImportProblem, 'run'],
  ];
  for (const [table, property] of tables)
    for (let more = true; more;) {
      if (signal?.aborted) return false;
      more = await bulkWrite(context, { name }, async ({ manager }) => {
        const deleted = await deleteSome(manager, table, { [property]: run });
        await manager.update(ImportRun, { id: run }, { leaseUntil: leaseFrom(context.database) });
        return deleted === AT_ONCE;
      });
      await nextTurn();
    }
  await bulkWrite(context, { name }, (tx) => moveRunIfPermitted(tx, run, 'abandon'));
  return true;
}

/** Deletes some of the rows of a table that fulfil a condition, by their keys; says how many. */
async function deleteSome(
  manager: EntityManager,
  table: EntityTarget<ObjectLiteral>,
  condition: ObjectLiteral,
): Promise<number> {
  const keys = manager.dataSource.getMetadata(table).primaryColumns.map(({ propertyName }) => propertyName);
  const query = manager.createQueryBuilder(table, 'row').select([]);
  for (const key of keys) query.addSelect(`row.${key}`, key);
  const rows = await query.where(condition).limit(AT_ONCE).getRawMany<ObjectLiteral>();
  const [key = ''] = keys;
  const chosen =
    keys.length === 1
      ? [[{ [key]: In(rows.map((row) => row[key] as string)) }]]
      : chunksOf(rows, KEYS_AT_ONCE);
  if (rows.length > 0)
    for (const where of chosen)
      await manager.createQueryBuilder().delete().from(table).where(where).execute();
  return rows.length;
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** Every table that imports write to: those that say which run brought a row. */
function importedTables({ database }: CommandContext): EntityTarget<ObjectLiteral>[] {
  return database.reader.dataSource.entityMetadatas
    .filter((metadata) => metadata.findColumnWithPropertyName('importRunId'))
    .map(({ target }) => target);
}
