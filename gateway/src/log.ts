/** What the gateway says about itself. A pino logger is one. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** A log that says nothing, for tests and for one-off commands. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
