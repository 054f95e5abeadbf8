import type { Actor } from '../access';
import { bulkWrite } from '../commands';
import type { DemoWorld } from '../graphql';
import { AuditEntry, type Database } from '../persistence';
import { londonDate, type Clock } from '../time';
import type { OpenSubgraph } from './open-subgraph';

/** In whose name the demo world is written. */
const DEMO_ACTOR: Actor = {
  kind: 'token',
  subject: 'demo-world',
  role: 'administrator',
  council: null,
  organisation: null,
  name: 'Demo world',
};

const ACTION = 'demoLoad';

/**
 * Loads a subgraph's part of the demo world, all of it or nothing, unless it was loaded before.
 * @returns true when it was loaded now
 */
export async function loadDemo(
  subgraph: Pick<OpenSubgraph, 'name' | 'built' | 'database'>,
  clock: Clock,
): Promise<boolean> {
  const { database, built } = subgraph;
  if (await database.reader.existsBy(AuditEntry, { action: ACTION })) return false;
  const now = clock.now();
  await bulkWrite({ actor: DEMO_ACTOR, now, requestId: ACTION, database }, { name: ACTION }, async (tx) => {
    if (await tx.manager.existsBy(AuditEntry, { action: ACTION })) return;
    const world: DemoWorld = { tx, now, today: londonDate(now) };
    for (const feature of built.definition.features) await feature.demo?.(world);
    await tx.record({ council: null, subject: subgraph.name });
  });
  return true;
}

/** Empties every table of a subgraph, its audit trail too, in one transaction. For the demo world only. */
export async function clearDatabase(database: Database): Promise<void> {
  await database.transaction(async (manager) => {
    for (const { tableName } of manager.dataSource.entityMetadatas)
      await manager.query(`DELETE FROM ${manager.dataSource.driver.escape(tableName)}`);
  });
}
