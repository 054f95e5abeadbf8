import type { FileOption } from '../importing';

/** What a tool is given to do its work. */
export interface ToolJob {
  /** The arguments in their order. */
  readonly arguments: readonly string[];
  /** The options by their camel-case names. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Prints a line of the answer. */
  say(line: string): void;
  /** Prints a line about the answer, on standard error. */
  warn(line: string): void;
}

/** A command of a subgraph that needs no database and no running graph: `coop tally FILE`. */
export interface Tool {
  /** The word on the command line; no other command may have it. */
  readonly name: string;
  readonly summary: string;
  /** As commander writes them: `<file>`, `[file]`. */
  readonly arguments: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly FileOption[];
  /** Does the work and answers the exit code: 0 when it went well. */
  run(job: ToolJob): Promise<number>;
}
