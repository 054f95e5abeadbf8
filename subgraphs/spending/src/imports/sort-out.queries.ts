import type { EntityManager } from 'typeorm';
import { UNSEEN_RUNS } from '@coop/shared/importing';
import { inChunks, marks, type Database } from '@coop/shared/persistence';
import { identityOf } from './payment-content.queries';

/** Whose rows are compared with what. */
export interface Comparison {
  readonly gssCode: string;
  /** The import under way. */
  readonly run: string;
  /** An import whose payments do not count, since this one takes their place; null for none. */
  readonly supersedes: string | null;
}

/** What is to become of a row. */
export interface SortedRow<Row> {
  readonly row: Row;
  readonly identityKey: string;
  /** The payment that is there already; null for a new one. */
  readonly paymentId: string | null;
}

interface There {
  readonly id: string;
  readonly identityKey: string;
  readonly importRunId: string;
}

const AT_ONCE = 500;

/**
 * Tells the rows of a chunk that are there already from those that are new. Rows alike within the file are separate
 * payments: the n-th of them is there already when an earlier import brought an n-th. How many the file has had so far
 * is read from the database, which holds them: memory does not grow with the file.
 * @param mayBeThere says of a content that it cannot have been met before; it may err on the safe side
 */
export async function sortOut<Row extends { readonly content: string }>(
  manager: EntityManager,
  comparison: Comparison,
  rows: readonly Row[],
  mayBeThere: (content: string) => boolean,
): Promise<SortedRow<Row>[]> {
  const groups = new Map<string, number>();
  for (const { content } of rows) groups.set(content, (groups.get(content) ?? 0) + 1);
  const asked = [...groups.keys()].filter(mayBeThere);
  const first = await paymentsThere(
    manager,
    comparison,
    asked.map((content) => identityOf(content, 1)),
  );
  const there = new Map<string, There>();
  const own = new Set<string>();
  const seen = await seenBy(
    manager,
    comparison.run,
    first.map(({ id }) => id),
  );
  const note = (found: readonly There[]) => {
    for (const payment of found)
      if (payment.importRunId === comparison.run) own.add(payment.identityKey);
      else {
        there.set(payment.identityKey, payment);
        if (seen.has(payment.id)) own.add(payment.identityKey);
      }
  };
  note(first);
  // Contents that stand in the file more than once: the further occurrences have to be looked up as well.
  const counted = new Map<string, number>();
  for (const [content, count] of groups) {
    if (own.has(identityOf(content, 1)))
      counted.set(content, await occurrencesOf(manager, comparison, content));
    else if (count > 1 && there.has(identityOf(content, 1))) counted.set(content, 0);
  }
  const further = [...counted].flatMap(([content, from]) =>
    Array.from({ length: groups.get(content) ?? 0 }, (_, index) => identityOf(content, from + index + 1)),
  );
  note(await paymentsThere(manager, comparison, further));
  return rows.map((row): SortedRow<Row> => {
    const occurrence = (counted.get(row.content) ?? 0) + 1;
    counted.set(row.content, occurrence);
    const identityKey = identityOf(row.content, occurrence);
    return { row, identityKey, paymentId: there.get(identityKey)?.id ?? null };
  });
}

/** Which identities an earlier import has brought already: for a trial, which counts occurrences by itself. */
export async function knownIdentities(
  manager: EntityManager,
  { council, supersedes }: { readonly council: string; readonly supersedes: string | null },
  keys: readonly string[],
): Promise<Set<string>> {
  const found = await paymentsThere(manager, { gssCode: council, run: '', supersedes }, keys);
  return new Set(found.map(({ identityKey }) => identityKey));
}

/** The payments with some identities that are seen, or that the import under way has brought itself. */
async function paymentsThere(
  manager: EntityManager,
  { gssCode, run, supersedes }: Comparison,
  keys: readonly string[],
): Promise<There[]> {
  const found = await inChunks(keys, AT_ONCE, (chunk) =>
    manager.query<There[]>(
      `SELECT id, identity_key AS ${quoted(manager, 'identityKey')}, import_run_id AS ${quoted(manager, 'importRunId')}
       FROM payment WHERE gss_code = ? AND identity_key IN (${marks(chunk)})
       AND (import_run_id = ? OR import_run_id NOT IN ${UNSEEN_RUNS})`,
      [gssCode, ...chunk, run],
    ),
  );
  if (supersedes === null) return found;
  const going = found.filter(({ importRunId }) => importRunId === supersedes).map(({ id }) => id);
  const staying = await vouchedFor(manager, supersedes, going);
  return found.filter(({ id, importRunId }) => importRunId !== supersedes || staying.has(id));
}

const quoted = (manager: EntityManager, name: string) => manager.dataSource.driver.escape(name);

/** Which payments this import has met already. */
async function seenBy(manager: EntityManager, run: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await inChunks(ids, AT_ONCE, (chunk) =>
    manager.query<{ id: string }[]>(
      `SELECT payment_id AS id FROM payment_sighting WHERE import_run_id = ? AND payment_id IN (${marks(chunk)})`,
      [run, ...chunk],
    ),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Which payments of an import another complete one has met as well. */
async function vouchedFor(manager: EntityManager, run: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await inChunks(ids, AT_ONCE, (chunk) =>
    manager.query<{ id: string }[]>(
      `SELECT DISTINCT s.payment_id AS id FROM payment_sighting s JOIN import_run r ON r.id = s.import_run_id
       WHERE r.state = 'COMPLETE' AND r.id <> ? AND s.payment_id IN (${marks(chunk)})`,
      [run, ...chunk],
    ),
  );
  return new Set(rows.map(({ id }) => id));
}

/** How often the file has had a content so far: the payments that it brought, and those that it met. */
async function occurrencesOf(
  manager: EntityManager,
  { gssCode, run }: Comparison,
  content: string,
): Promise<number> {
  const range = [`${content}.`, `${content}.~`];
  const [row] = await manager.query<{ brought: number | string; met: number | string }[]>(
    `SELECT
       (SELECT COUNT(*) FROM payment WHERE gss_code = ? AND identity_key BETWEEN ? AND ? AND import_run_id = ?) AS brought,
       (SELECT COUNT(*) FROM payment p JOIN payment_sighting s ON s.payment_id = p.id AND s.import_run_id = ?
        WHERE p.gss_code = ? AND p.identity_key BETWEEN ? AND ?) AS met`,
    [gssCode, ...range, run, run, gssCode, ...range],
  );
  return Number(row?.brought ?? 0) + Number(row?.met ?? 0);
}

/** True when a council has payments already. */
export async function hasPayments(database: Database, gssCode: string): Promise<boolean> {
  const rows = await database.reader.query<unknown[]>('SELECT 1 FROM payment WHERE gss_code = ? LIMIT 1', [
    gssCode,
  ]);
  return rows.length > 0;
}
