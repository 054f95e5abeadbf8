import { withinDeadline } from './deadline';

/** Something that must answer for the server to be ready: a database, a subgraph. Rejects when it does not. */
export type Check = () => Promise<unknown>;

/** Whether a server is ready, and the names of the checks that failed; never why. */
export interface Readiness {
  readonly ready: boolean;
  readonly failed: readonly string[];
}

/**
 * Runs all checks side by side, each with a time-out. Requests that come while they run share the answer, so
 * that asking often does not load what is checked.
 * @param report told the reason of each failure, for the log
 */
export function readinessOf(
  checks: Readonly<Record<string, Check>>,
  timeoutMilliseconds: number,
  report: (check: string, error: unknown) => void,
): () => Promise<Readiness> {
  let running: Promise<Readiness> | null = null;
  const run = async (): Promise<Readiness> => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await withinDeadline(
            check(),
            timeoutMilliseconds,
            () => new Error(`No answer within ${timeoutMilliseconds} ms.`),
          );
          return null;
        } catch (error) {
          report(name, error);
          return name;
        }
      }),
    );
    const failed = results.filter((name) => name !== null);
    return { ready: failed.length === 0, failed };
  };
  return () => (running ??= run().finally(() => (running = null)));
}
