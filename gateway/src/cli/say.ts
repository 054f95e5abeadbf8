import { visibleLines } from '@coop/shared/text';

/**
 * Writes a line for the person at the terminal. What is in it may come from a file or a database: nothing in it
 * reaches the terminal as a command. Texts from elsewhere that must stay on their line are made `visible` besides.
 */
export function say(line = ''): void {
  process.stdout.write(`${visibleLines(line)}\n`);
}

/** Writes a line on standard error, where it does not mix with output that is piped on. */
export function warn(line: string): void {
  process.stderr.write(`${visibleLines(line)}\n`);
}
