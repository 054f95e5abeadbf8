import type { Database } from '../persistence';
import type { Clock } from '../time';
import type { FileOption } from '../importing';

/** What an exporter is given to do its work. */
export interface ExportJob {
  readonly database: Database;
  readonly clock: Clock;
  /** One of the exporter's formats. */
  readonly format: string;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** A published table that a subgraph can write: `coop export assets --format csv`. */
export interface Exporter {
  /** The word on the command line: `assets`. */
  readonly name: string;
  readonly summary: string;
  /** Names of the formats, the usual one first: `csv`, `geojson`. */
  readonly formats: readonly string[];
  readonly options: readonly FileOption[];
  /** The text of the file, piece by piece. */
  run(job: ExportJob): AsyncIterable<string>;
}
