import type { ExecutionResult } from 'graphql';
import { isRecord, valueAt, type ListPath } from '../table';
import { connectionPath } from './extent';
import { PAGE_INFO, type PageQuery } from './page-query';

/** Rows after which no further page is fetched. */
export const ROW_CAP = 10_000;
/** What everybody may ask for at once; an operation too costly at this size is asked again at its own. */
const PAGE_SIZE = 100;

/** How the fetching ended. */
export interface Fetched {
  readonly rows: readonly unknown[];
  /** Whether these are all rows. */
  readonly complete: boolean;
  /** Why they are not all, as a sentence; empty when they are. */
  readonly why: string;
}

export interface FetchAllOptions {
  readonly path: ListPath;
  /** Sends one operation to the graph. */
  readonly ask: (query: string, variables: Record<string, unknown>) => Promise<ExecutionResult>;
  /** Told after each page how many rows there are by then. */
  readonly onProgress?: (count: number) => void;
  /** Ends the fetching before the next page. */
  readonly signal?: AbortSignal;
  readonly cap?: number;
}

/**
 * Fetches a list whole, from its first page on, following the cursor of its connection until the last page, the
 * cap, or the first answer that is none. What came until then is kept.
 * @throws the signal's reason when it was cancelled
 */
export async function fetchAll(
  page: PageQuery,
  { path, ask, onProgress, signal, cap = ROW_CAP }: FetchAllOptions,
): Promise<Fetched> {
  const rows: unknown[] = [];
  const seen = new Set<string>();
  let size = PAGE_SIZE;
  let after: string | null = null;
  for (;;) {
    signal?.throwIfAborted();
    const answer: ExecutionResult = await ask(
      page.query,
      page.variables(after, Math.min(size, cap - rows.length)),
    );
    signal?.throwIfAborted();
    const found = valueAt(answer.data, path);
    const [error] = answer.errors ?? [];
    if (error && rows.length === 0 && page.askedSize !== null && page.askedSize < size) {
      size = page.askedSize;
      continue;
    }
    if (error || !Array.isArray(found))
      return stopped(rows, error?.message ?? 'The answer has no such list.');
    for (const row of found) rows.push(row);
    onProgress?.(rows.length);
    const { hasNextPage, endCursor } = pageInfo(answer.data, path);
    if (hasNextPage !== true) return { rows, complete: true, why: '' };
    if (rows.length >= cap) return { rows, complete: false, why: `No more than ${cap} rows are fetched.` };
    if (typeof endCursor !== 'string' || seen.has(endCursor)) {
      return stopped(rows, 'The list does not say where it goes on.');
    }
    seen.add(endCursor);
    after = endCursor;
  }
}

function stopped(rows: readonly unknown[], why: string): Fetched {
  return { rows, complete: false, why };
}

function pageInfo(data: unknown, path: ListPath): Readonly<Record<string, unknown>> {
  const connection = valueAt(data, connectionPath(path) ?? '');
  const info = isRecord(connection) ? connection[PAGE_INFO] : null;
  return isRecord(info) ? info : {};
}
