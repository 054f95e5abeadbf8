import type { Actor, Right } from '../access';
import type { CommandContext } from '../commands';
import type { GraphPort } from '../graph';
import { newId } from '../ids';
import type { Database } from '../persistence';
import type { Clock } from '../time';

/** An option of an importer or exporter on the command line. */
export interface FileOption {
  /** As commander writes it: `--council <gss>`. */
  readonly flags: string;
  readonly description: string;
  /** True when the command cannot do without it. */
  readonly required?: boolean;
}

/** What an importer is given to do its work. */
export interface ImportJob {
  readonly database: Database;
  readonly clock: Clock;
  /** In whose name the rows are written and audited. */
  readonly actor: Actor;
  /** Paths of the files, in the order given. */
  readonly files: readonly string[];
  /** The options by their camel-case names. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Told how far the reading of a file is, from 0 to 1. */
  progress(file: string, share: number): void;
  /** Told the id of the import of a file, as soon as it has one. */
  onBegin?(file: string, run: string): void;
  /** The graph, where it can be asked for what other subgraphs know: what a council is called, who a supplier is. */
  readonly graph?: GraphPort;
  /** The caller's token, to ask the graph with; null for nobody's. */
  readonly token?: string | null;
  /** The id of the request that brings the files; left out where it is none. */
  readonly requestId?: string;
}

/** The context of the writes of a job: in the name of its actor, now. */
export function contextOf({ actor, clock, database }: ImportJob): CommandContext {
  const now = clock.now();
  return { actor, now, requestId: newId('job', now), database };
}

/** What became of one file. `rows = imported + alreadyThere + rejected`, unless it was refused whole. */
export interface FileOutcome {
  readonly file: string;
  readonly sha256: string;
  /** Rows of data in the file. */
  readonly rows: number;
  readonly imported: number;
  readonly alreadyThere: number;
  readonly rejected: number;
  /** Why the whole file was refused, in one sentence; null when it was read. */
  readonly refused: string | null;
  /** What is odd about the file or about single rows, the first of many, in words. */
  readonly remarks: readonly string[];
  /** Headers of its columns that nothing reads; left out where the importer does not tell. */
  readonly unused?: readonly string[];
}

/** A kind of file that a subgraph can read: `coop import areas FILE…`. */
export interface Importer {
  /** The word on the command line: `areas`. */
  readonly name: string;
  readonly summary: string;
  readonly options: readonly FileOption[];
  /** Imports the files one by one, each whole or not at all. */
  run(job: ImportJob): Promise<FileOutcome[]>;
  /** Who may send such files over HTTP, for which council; left out for files that only come by the command line. */
  readonly upload?: {
    readonly right: Right<{ readonly gssCode: string }>;
    /** The options that may come with it, by their camel-case names: none that names a file of this machine. */
    readonly options: readonly string[];
  };
}
