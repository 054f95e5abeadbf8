import { Worker } from 'node:worker_threads';

/** What a computation may take. */
export interface ComputeLimits {
  readonly milliseconds: number;
  /** Of its heap; what it was given counts. */
  readonly megabytes: number;
}

/** What a computation came to: its answer, or which of the limits ended it. */
export type Computed<Output> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly exceeded: keyof ComputeLimits };

/** What the thread sends back. */
export interface Answered<Output> {
  readonly output: Output;
}

/**
 * Runs a program in a thread of its own, so that whoever else asks is answered meanwhile. The program is a file that
 * calls `answerWith`; it is started anew for each computation, shares nothing, and is stopped at its limits.
 * @param program the file's whole path, in the form in which the caller itself runs: `.js`, or `.ts` from the sources
 * @param input plain data; it is copied
 * @throws whatever the program throws
 */
export function compute<Input, Output>(
  program: string,
  input: Input,
  { milliseconds, megabytes }: ComputeLimits,
): Promise<Computed<Output>> {
  return new Promise((settle, fail) => {
    const worker = new Worker(program, {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const stop = setTimeout(() => {
      settle({ ok: false, exceeded: 'milliseconds' });
      void worker.terminate();
    }, milliseconds);
    worker.once('message', ({ output }: Answered<Output>) => settle({ ok: true, output }));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') settle({ ok: false, exceeded: 'megabytes' });
      else fail(error);
    });
    worker.once('exit', (code) => {
      clearTimeout(stop);
      fail(new Error(`A computation ended without an answer (${code}).`));
    });
  });
}
