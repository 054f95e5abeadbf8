import { In, type EntityManager, type ObjectLiteral } from 'typeorm';
import { newId } from '../../ids';
import { bulkInsert, ImportChange, ImportProblem, inChunks } from '../../persistence';
import type { CellProblem, ColumnSpecs, TableItem } from '../reading';
import type { SeenKeys } from './seen-keys';
import {
  changedProperties,
  type ImportedRow,
  type ImportFacts,
  type IncomingRow,
  type TableImport,
} from './table-import';

/** A row of the file that could become a row of the table. */
interface Candidate<Row extends ImportedRow> {
  readonly row: number;
  readonly line: number;
  readonly key: string;
  readonly incoming: IncomingRow<Row>;
}

/** A chunk of a file, sorted out as far as that goes without the database. */
export interface PreparedChunk<Row extends ImportedRow> {
  readonly rows: number;
  readonly candidates: readonly Candidate<Row>[];
  readonly rejected: number;
  readonly problems: readonly Omit<ImportProblem, 'id' | 'run'>[];
}

const LONGEST_MESSAGE = 1000;

/** Makes rows of the items, and sets aside what cannot be one. Each item once: it remembers the keys. */
export function prepareChunk<Columns extends ColumnSpecs, Row extends ImportedRow>(
  items: readonly TableItem<Columns>[],
  definition: TableImport<Columns, Row>,
  facts: ImportFacts,
  seen: SeenKeys,
  check: (row: ObjectLiteral) => string | null,
): PreparedChunk<Row> {
  const candidates: Candidate<Row>[] = [];
  const problems: Omit<ImportProblem, 'id' | 'run'>[] = [];
  const keyName = definition.keyName ?? definition.key;
  let rejected = 0;
  for (const item of items) {
    const { row, line } = item;
    const note = (severity: 'REJECTED' | 'WARNING', reason: string, column: string | null = null) =>
      void problems.push({
        record: row,
        line,
        severity,
        column: shortened(column ?? '', 255),
        message: shortened(reason, LONGEST_MESSAGE),
      });
    const reject = (reason: string) => note('REJECTED', reason);
    if (!item.ok) {
      for (const problem of item.problems) note('REJECTED', sentenceOf(problem), problem.column);
      rejected += 1;
      continue;
    }
    for (const warning of item.warnings) note('WARNING', sentenceOf(warning), warning.column);
    const made = definition.toRow(item, facts, (reason) => note('WARNING', reason));
    if ('refused' in made) {
      for (const reason of made.refused) reject(reason);
      rejected += 1;
      continue;
    }
    const key: unknown = (made as ObjectLiteral)[definition.key];
    const fault = typeof key === 'string' && key !== '' ? check(made) : `It has no ${keyName}.`;
    const earlier = fault === null ? seen.firstRowOf(String(key), row) : null;
    if (fault !== null || earlier !== null) {
      reject(fault ?? `Row ${earlier} of this file has the same ${keyName}.`);
      rejected += 1;
      continue;
    }
    candidates.push({ row, line, key: String(key), incoming: made });
  }
  return { rows: items.length, candidates, rejected, problems };
}

/** What writing a chunk did. */
export interface WrittenChunk<Row extends ImportedRow> {
  readonly imported: number;
  readonly alreadyThere: number;
  /** The rows that are new, as they were written. */
  readonly added: readonly Row[];
}

/** Writes a prepared chunk: new rows into the table, changes of others aside until the import is complete. */
export async function writeChunk<Columns extends ColumnSpecs, Row extends ImportedRow>(
  manager: EntityManager,
  definition: TableImport<Columns, Row>,
  facts: ImportFacts,
  run: string,
  chunk: PreparedChunk<Row>,
): Promise<WrittenChunk<Row>> {
  const existing = await existingRows(manager, definition, facts, chunk.candidates);
  const differs = definition.differs ?? changedProperties;
  const added: ObjectLiteral[] = [];
  const changes: ImportChange[] = [];
  for (const candidate of chunk.candidates) {
    const { key, incoming } = candidate;
    const found = existing.get(key);
    if (!found) {
      // Set on the row itself: a copy of 25 properties costs more than the whole reading of its line.
      const newRow: ObjectLiteral = incoming;
      newRow['id'] ??= newId(definition.idPrefix, facts.now);
      newRow['importRunId'] = run;
      added.push(newRow);
      continue;
    }
    const values = differs.call(definition, found, incoming);
    if (values === null) continue;
    const { row, line } = candidate;
    const change: StagedChange = { row, line, version: found.version, values };
    changes.push({ id: newId('change', facts.now), run, target: found.id, change });
  }
  await bulkInsert(manager, definition.entity, added as Partial<Row>[]);
  await bulkInsert(manager, ImportChange, changes);
  await writeProblems(manager, run, facts.now, chunk.problems);
  const imported = added.length + changes.length;
  return { imported, alreadyThere: chunk.candidates.length - imported, added: added as Row[] };
}

/** A change as it waits for the import's completion. */
export interface StagedChange {
  readonly row: number;
  readonly line: number;
  /** Version of the row that the file was compared with. */
  readonly version: number;
  readonly values: object;
}

export async function writeProblems(
  manager: EntityManager,
  run: string,
  now: Date,
  problems: readonly Omit<ImportProblem, 'id' | 'run'>[],
): Promise<void> {
  await bulkInsert(
    manager,
    ImportProblem,
    problems.map((problem) => ({ ...problem, id: newId('problem', now), run })),
  );
}

/** The rows of the table that the candidates are about, by key. */
async function existingRows<Columns extends ColumnSpecs, Row extends ImportedRow>(
  manager: EntityManager,
  definition: TableImport<Columns, Row>,
  facts: ImportFacts,
  candidates: readonly Candidate<Row>[],
): Promise<Map<string, Row>> {
  const { driver } = manager.dataSource;
  const metadata = manager.dataSource.getMetadata(definition.entity);
  const column = (property: string) =>
    driver.escape(metadata.findColumnWithPropertyName(property)!.databaseName);
  const scope = definition.scope ? `${column(definition.scope)} = ? AND ` : '';
  // Only the ids at first: of a new file none is there, and whole rows would be read for nothing.
  const ids = await inChunks(
    candidates.map(({ key }) => key),
    500,
    async (keys) => {
      const found = await manager.query<{ id: string }[]>(
        `SELECT id FROM ${driver.escape(metadata.tableName)} WHERE ${scope}${column(definition.key)} IN (${keys.map(() => '?').join(', ')})`,
        definition.scope ? [facts.council, ...keys] : keys,
      );
      return found.map(({ id }) => id);
    },
  );
  const rows = await inChunks(ids, 500, (chunk) =>
    manager
      .createQueryBuilder(definition.entity, 'row')
      .where({ id: In(chunk) })
      .getMany(),
  );
  return new Map(rows.map((row) => [String((row as ObjectLiteral)[definition.key]), row]));
}

function sentenceOf({ reason, text }: CellProblem): string {
  return text ? `${reason} (“${text}”)` : reason;
}

function shortened(text: string, maximum: number): string {
  return text.length <= maximum ? text : `${[...text].slice(0, maximum - 1).join('')}…`;
}
