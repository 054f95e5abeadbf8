import { UNSEEN_STATES } from '../../persistence';

/** The runs whose rows nobody sees, in SQL: `import_run_id NOT IN ${UNSEEN_RUNS}` in a statement written by hand. */
export const UNSEEN_RUNS = `(SELECT id FROM import_run WHERE state IN (${UNSEEN_STATES.map((state) => `'${state}'`).join(', ')}))`;

/**
 * The condition under which a row of an imported table may be seen: no import brought it, or one that is complete.
 * Belongs into every read of such a table: `query.andWhere(visibleImports('asset'))`.
 * @param alias the table's alias in the query
 */
export function visibleImports(alias: string): string {
  return `${alias}.importRunId NOT IN ${UNSEEN_RUNS}`;
}
