import { setImmediate as nextTurn } from 'node:timers/promises';
import { In, MoreThan, type ObjectLiteral } from 'typeorm';
import { bulkWrite, type BulkTx, type CommandContext } from '../../commands';
import { ImportChange, ImportProblem } from '../../persistence';
import { instantOf } from '../../time';
import type { ColumnSpecs } from '../reading';
import { moveRun } from './move-run';
import { keepRun, type Counts } from './run';
import type { ImportedRow, TableImport } from './table-import';
import { writeProblems, type StagedChange } from './write-chunk';

const AT_ONCE = 500;

/** What is known of the file at its end. */
export interface FileFacts {
  readonly file: string;
  readonly council: string;
  readonly sha256: string;
}

/**
 * Completes a run in one transaction: applies the changes that waited, makes the new rows visible, and puts the one
 * entry into the audit trail. A row that somebody changed since it was compared is left as it is and counts as
 * rejected.
 */
export function completeRun<Columns extends ColumnSpecs, Row extends ImportedRow>(
  context: CommandContext,
  action: string,
  definition: TableImport<Columns, Row>,
  run: string,
  counts: Counts,
  facts: FileFacts,
): Promise<Counts> {
  return bulkWrite(context, { name: action }, async (tx) => {
    await keepRun(tx.manager, context.database, run, counts);
    const { changed, overtaken } = await applyChanges(tx, definition, run, context.now);
    const imported = counts.imported - overtaken;
    const rejected = counts.rejected + overtaken;
    const { rows, alreadyThere } = counts;
    if (rows !== imported + alreadyThere + rejected)
      throw new Error(`The import ${run} has lost count of its rows: ${JSON.stringify(counts)}.`);
    const completedAt = context.database.clock.now();
    const { sha256 } = facts;
    const values = { sha256, completedAt, rows, imported, alreadyThere, rejected };
    await moveRun(tx.manager, run, 'complete', values);
    await tx.record({
      council: facts.council || null,
      subject: run,
      changes: { file: facts.file, sha256, rows, imported, changed, alreadyThere, rejected },
    });
    return { rows, imported, alreadyThere, rejected };
  });
}

async function applyChanges<Columns extends ColumnSpecs, Row extends ImportedRow>(
  tx: BulkTx,
  definition: TableImport<Columns, Row>,
  run: string,
  now: Date,
): Promise<{ changed: number; overtaken: number }> {
  const { manager } = tx;
  let changed = 0;
  let overtaken = 0;
  for (let after = ''; ;) {
    const waiting = await manager.find(ImportChange, {
      where: { run, id: MoreThan(after) },
      order: { id: 'ASC' },
      take: AT_ONCE,
    });
    const last = waiting.at(-1);
    if (!last) break;
    after = last.id;
    const targets = await tx.lockMany(
      definition.entity,
      waiting.map(({ target }) => target),
    );
    const byId = new Map(targets.map((target) => [target.id, target]));
    const problems: Omit<ImportProblem, 'id' | 'run'>[] = [];
    const written: Row[] = [];
    for (const { target, change } of waiting) {
      const { row, line, version, values } = change as StagedChange;
      const found = byId.get(target);
      if (found?.version !== version) {
        overtaken += 1;
        const message =
          'Somebody changed this row of the register while the file was read; import the file again.';
        problems.push({ record: row, line, severity: 'REJECTED', column: '', message });
        continue;
      }
      Object.assign(found, revived(tx, definition, values));
      written.push(await tx.update(found));
    }
    changed += written.length;
    if (written.length > 0) await definition.follow?.(manager, written, false);
    await writeProblems(manager, run, now, problems);
    await manager.delete(ImportChange, { id: In(waiting.map(({ id }) => id)) });
    // The drivers answer at once, without a turn of the event loop: readers would wait for the end otherwise.
    await nextTurn();
  }
  return { changed, overtaken };
}

/** The values of a change, which waited as JSON, as the entity has them: instants as dates. */
function revived<Columns extends ColumnSpecs, Row extends ImportedRow>(
  tx: BulkTx,
  { entity }: TableImport<Columns, Row>,
  values: object,
): ObjectLiteral {
  const metadata = tx.manager.dataSource.getMetadata(entity);
  return Object.fromEntries(
    Object.entries(values).map(([property, value]) => {
      const type = metadata.findColumnWithPropertyName(property)?.type;
      return [property, type === 'datetime' && typeof value === 'string' ? instantOf(value) : value];
    }),
  );
}
