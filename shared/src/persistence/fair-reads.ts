import { AsyncLocalStorage } from 'node:async_hooks';
import { GraphQLError } from 'graphql';
import type { DataSource, QueryRunner } from 'typeorm';
import { stopwatch } from '../time';

/** Somebody on whose behalf statements are read: one request. */
export interface Reader {
  /** True once nobody waits for the answer any more: what has not been read by then is not. */
  readonly isGone: boolean;
}

const readers = new AsyncLocalStorage<Reader>();

/** Runs work whose reads, in whatever database, stand in one line with those of other readers. */
export const readingFor = <T>(reader: Reader, work: () => T): T => readers.run(reader, work);

/**
 * Milliseconds of reading without a break after which everything else in the process has a turn before the next statement.
 * Not after each statement: what is loaded for the rows of several is asked for together only where they come together.
 */
const LONG = 500;

/**
 * Takes the statements of different readers in turn. One request may ask twenty lists for their `totalCount`, each of
 * which goes through every row; another one that asks for a single row is not to wait for all of them. Statements of one
 * reader keep their order.
 */
export class FairReads {
  private readonly lines = new Map<Reader, (() => void)[]>();
  private running = 0;
  /** Milliseconds of statements since the last turn of the event loop. */
  private busy = 0;

  /** @param atOnce statements that are read at the same time: the connections that there are */
  constructor(private readonly atOnce: number) {}

  /** Reads when it is the reader's turn. @throws GraphQLError QUERY_TOO_COMPLEX when the reader has gone meanwhile */
  async run<T>(read: () => Promise<T>): Promise<T> {
    // Whoever is no request, such as an import, stands in a line of its own with each statement.
    const reader = readers.getStore() ?? { isGone: false };
    if (this.running < this.atOnce) this.running += 1;
    else await this.turnOf(reader);
    const elapsed = stopwatch();
    try {
      if (reader.isGone) throw gone();
      return await read();
    } finally {
      if (this.busy === 0) setImmediate(() => (this.busy = 0));
      this.busy += elapsed();
      if (this.busy > LONG) setImmediate(() => this.next());
      else this.next();
    }
  }

  private turnOf(reader: Reader): Promise<void> {
    return new Promise((resolve) => {
      const line = this.lines.get(reader);
      if (line) line.push(resolve);
      else this.lines.set(reader, [resolve]);
    });
  }

  /** Hands a place on to the reader whose turn is longest ago. */
  private next(): void {
    const [first] = this.lines;
    if (!first) {
      this.running -= 1;
      return;
    }
    const [reader, line] = first;
    const turn = line.shift();
    this.lines.delete(reader);
    if (line.length > 0) this.lines.set(reader, line);
    turn?.();
  }
}

/** Written for the log alone: the client has gone. */
const gone = () =>
  new GraphQLError('It took too long, and nobody waits for the answer any more.', {
    extensions: { code: 'QUERY_TOO_COMPLEX' },
  });

const fair = new WeakSet<QueryRunner>();

/** Has every statement of a data source wait for its reader's turn. */
export function readFairly(source: DataSource, atOnce: number): void {
  const { driver } = source;
  const reads = new FairReads(atOnce);
  const create = driver.createQueryRunner.bind(driver);
  driver.createQueryRunner = (mode) => {
    const runner = create(mode);
    if (fair.has(runner)) return runner;
    fair.add(runner);
    const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<never>;
    runner.query = (...args: unknown[]) => reads.run(() => query(...args));
    return runner;
  };
}
