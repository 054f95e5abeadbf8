import { setTimeout as delay } from 'node:timers/promises';

/** Nothing was written, and the same work may be tried again at once. */
export class StaleRow extends Error {
  override readonly name = 'StaleRow';
}

/** The database stayed busy through every try. Nothing was written. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';

  constructor(cause: unknown) {
    super('The database is busy; nothing was written. Try again in a moment.', { cause });
  }
}

const BUSY = new Set([
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_BUSY_RECOVERY',
  'SQLITE_LOCKED',
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  // The server rolls back what a lost connection had not committed.
  'PROTOCOL_CONNECTION_LOST',
  'ECONNRESET',
  'EPIPE',
]);

const DUPLICATE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'ER_DUP_ENTRY']);

function codeOf(error: unknown): string {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  return String(driverError?.code ?? code ?? '');
}

/** Another transaction was in the way, and this one was or will be rolled back. */
export function isBusy(error: unknown): boolean {
  return error instanceof StaleRow || BUSY.has(codeOf(error));
}

/** A row with this key is there already. */
export function isDuplicate(error: unknown): boolean {
  return DUPLICATE.has(codeOf(error));
}

/** How often work is tried before it is given up. */
const ATTEMPTS = 12;

/** Two at the same moment insert one key: on the second run the loser sees the winner's row and can say so. */
const DUPLICATE_ATTEMPTS = 3;

/** Waits a random while that doubles with every try, from 2 up to 200 milliseconds. */
export function backOff(attempt: number): Promise<void> {
  return delay(Math.min(200, 2 ** attempt) * (0.5 + Math.random()));
}

/**
 * Runs work anew while the database is busy, a bounded number of times.
 * @param again wraps every run but the first; those that lost once may queue there instead of meeting again
 * @throws DatabaseBusyError when every try met a busy database
 */
export async function retrying<T>(
  run: () => Promise<T>,
  again: (run: () => Promise<T>) => Promise<T> = (each) => each(),
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await (attempt === 1 ? run() : again(run));
    } catch (error) {
      const busy = isBusy(error);
      if (!busy && !(isDuplicate(error) && attempt < DUPLICATE_ATTEMPTS)) throw error;
      if (attempt >= ATTEMPTS) throw new DatabaseBusyError(error);
      await backOff(attempt);
    }
  }
}
