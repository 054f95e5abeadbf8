import type { Actor } from '../access';
import { forgetIdempotencyKeys } from '../commands';
import { newId } from '../ids';
import { cleanUpImports } from '../importing';
import { instantOf, type Clock } from '../time';
import type { Logger } from './logging';
import type { OpenSubgraph } from './open-subgraph';
import type { Closable } from './run';
import { sweepUploads } from './upload-folder';

/** In whose name the remains of dead imports are deleted. */
const CLEANER: Actor = {
  kind: 'token',
  subject: 'clean-up',
  role: 'administrator',
  council: null,
  organisation: null,
  name: 'Clean-up',
};

/** How long the answer of a command is kept for whoever asks again with its idempotency key, in milliseconds: 90 days. */
const KEPT = 90 * 24 * 3600 * 1000;

/** Cleaning up that is under way. */
export interface CleanUp extends Closable {
  /** Resolves when there is nothing left to be cleaned up. */
  readonly done: Promise<void>;
}

/**
 * Begins to clean up after uploads and imports whose process died, and goes on with what features have left over, beside
 * whatever is served meanwhile. It never fails: what goes wrong is logged, and the next start or the next import tries
 * again. Closing it waits for one chunk at most.
 */
export function cleanUpBehind(
  { database, built }: Pick<OpenSubgraph, 'database' | 'built'>,
  clock: Clock,
  log: Logger,
): CleanUp {
  const stop = new AbortController();
  const now = clock.now();
  const context = { actor: CLEANER, now, requestId: newId('job', now), database };
  const work = (async () => {
    try {
      const swept = await sweepUploads(now);
      if (swept.length > 0)
        log.info({ folders: swept.length }, 'Files of uploads that were cut off are deleted.');
      await forgetIdempotencyKeys(database, instantOf(now.getTime() - KEPT));
      const runs = await cleanUpImports(context, stop.signal);
      if (runs.length > 0) log.info({ runs }, 'The remains of imports that were cut off are deleted.');
      for (const { goOn } of built.definition.features) await goOn?.(context, stop.signal);
    } catch (error) {
      log.error({ err: error }, 'The remains of work that was cut off cannot be deleted or finished.');
    }
  })();
  return {
    done: work,
    close() {
      stop.abort();
      return work;
    },
  };
}
