import { createHash } from 'node:crypto';
import { canonicalJson } from '@coop/shared/commands';
import type { World } from './world';

/** A row as the database shows it to whoever reads everything. */
export type RawRow = Readonly<Record<string, unknown>>;

/** Every table, each in the order in which the database gives its rows unasked. */
export type Tables = ReadonlyMap<string, readonly RawRow[]>;

/** Reads every row of every table, with the database's own row numbers where there are any. */
export async function everyTable({ database }: World): Promise<Tables> {
  const { reader, kind } = database;
  const { driver, entityMetadatas } = reader.dataSource;
  const tables = new Map<string, readonly RawRow[]>();
  for (const { tableName } of entityMetadatas) {
    const from = `FROM ${driver.escape(tableName)}`;
    const rows: RawRow[] = await (kind === 'sqlite'
      ? reader
          .query<RawRow[]>(`SELECT rowid AS "row number", * ${from}`)
          .catch(() => reader.query<RawRow[]>(`SELECT * ${from}`))
      : reader.query<RawRow[]>(`SELECT * ${from}`));
    tables.set(tableName, rows);
  }
  return tables;
}

const textOf = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : JSON.stringify(value);

/** Values that occur in so few rows that they can lead from one to another. */
const RARE = 4;
const SHORTEST = 4;

/**
 * Follows rare values from row to row, from a value that names a voter to rows of the ballots' tables: ids, hashes,
 * instants, anything that two rows have in common, also within longer texts.
 * @returns the rows of the tables that were reached
 */
export function reachable(tables: Tables, start: string, targets: readonly string[]): RawRow[] {
  const rows = [...tables].flatMap(([table, all]) => all.map((row) => ({ table, row })));
  const places = new Map<string, number[]>();
  for (const [index, { row }] of rows.entries())
    for (const piece of new Set(Object.values(row).flatMap(piecesOf))) {
      const found = places.get(piece) ?? [];
      found.push(index);
      places.set(piece, found);
    }
  const seen = new Set(places.get(start) ?? []);
  const queue = [...seen];
  for (let index = queue.pop(); index !== undefined; index = queue.pop())
    for (const piece of Object.values(rows[index]?.row ?? {}).flatMap(piecesOf)) {
      const others = places.get(piece) ?? [];
      if (others.length > RARE) continue;
      for (const other of others)
        if (!seen.has(other)) {
          seen.add(other);
          queue.push(other);
        }
    }
  return [...seen].flatMap((index) => {
    const { table, row } = rows[index]!;
    return targets.includes(table) ? [row] : [];
  });
}

/** A value, and the words in it that could be names of something. */
function piecesOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  const text = textOf(value);
  return [text, ...(text.match(/[\w:.-]+/g) ?? [])].filter((piece) => piece.length >= SHORTEST);
}

/**
 * Lays the ballots beside the voters in the order in which they voted, by every order that the ballots have: as they
 * come, and by each column, forwards and backwards.
 * @param truth what each voter's ballot says, in the order of voting
 * @param contentOf what a row of ballots says; null when it says nothing
 * @returns how many voters the best of all orders got right
 */
export function bestOrder(
  ballots: readonly RawRow[],
  truth: readonly string[],
  contentOf: (row: RawRow) => string | null,
): { readonly by: string; readonly right: number } {
  let best = { by: 'none', right: 0 };
  const attempt = (by: string, ordered: readonly RawRow[]) => {
    for (const [way, rows] of [
      ['', ordered],
      [' backwards', [...ordered].reverse()],
    ] as const) {
      const right = rows.filter((row, index) => contentOf(row) === truth[index]).length;
      if (right > best.right) best = { by: `${by}${way}`, right };
    }
  };
  attempt('as they come', ballots);
  for (const column of Object.keys(ballots[0] ?? {})) {
    const sorted = [...ballots].sort((a, b) => {
      const [x, y] = [a[column], b[column]];
      if (typeof x === 'number' && typeof y === 'number') return x - y;
      return textOf(x) < textOf(y) ? -1 : 1;
    });
    attempt(column, sorted);
  }
  return best;
}

/**
 * Tries everything that a record could be a hash of: each guess, alone and in the forms in which commands are kept.
 * @returns the guesses that were found
 */
export function foundByTrying(tables: Tables, guesses: readonly unknown[]): unknown[] {
  const kept = new Set(
    [...tables.values()].flatMap((rows) => rows.flatMap((row) => Object.values(row).map(textOf))),
  );
  return guesses.filter((guess) =>
    [canonicalJson(guess), JSON.stringify(guess), textOf(guess)].some((text) =>
      ['sha256', 'sha512', 'sha1', 'md5'].some((algorithm) => {
        const hash = createHash(algorithm).update(text).digest();
        return kept.has(hash.toString('hex')) || kept.has(hash.toString('base64')) || kept.has(text);
      }),
    ),
  );
}
