/** Writes a line for the person at the terminal. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a line on standard error, where it does not mix with output that is piped on. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}
