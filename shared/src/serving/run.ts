import { SettingsError } from '../settings';
import { visible, visibleLines } from '../text';

/** Something that runs until it is closed. */
export interface Closable {
  close(): Promise<void>;
}

/** The parts of a process that `runUntilSignal` uses. */
export interface ProcessLike {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  readonly stderr: { write(text: string): unknown };
  exit(code: number): void;
}

/**
 * Starts something and keeps it running until Ctrl-C or SIGTERM, then closes it and exits with 0. What is not
 * as it must be outside the program ends it with one line on standard error and exit code 1; a fault of its
 * own with the stack. A second signal ends it at once.
 */
export async function runUntilSignal(
  start: () => Promise<Closable>,
  host: ProcessLike = process,
): Promise<void> {
  let signalled: () => void = () => undefined;
  let signals = 0;
  const stop = new Promise<void>((resolve) => (signalled = resolve));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    host.on(signal, () => {
      signals += 1;
      if (signals > 1) host.exit(130);
      signalled();
    });
  try {
    const running = await start();
    await stop;
    await running.close();
    host.exit(0);
  } catch (error) {
    host.stderr.write(`${failureText(error)}\n`);
    host.exit(1);
  }
}

/** What is written on standard error when a start or a command fails: one line for what a person can mend. */
export function failureText(error: unknown): string {
  if (error instanceof SettingsError) return visible(error.message);
  return visibleLines(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
