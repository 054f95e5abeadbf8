import type { Actor } from '../access';
import type { GraphPort } from '../graph';
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
  /** The graph, where it can be asked whether there is the council that is named. */
  readonly graph?: GraphPort;
  /** The caller's token, to ask the graph with; null for nobody's. */
  readonly token?: string | null;
  /** The id of the request that asks for it; left out where it is none. */
  readonly requestId?: string;
  /** Told what is odd, in words. */
  onRemark?(remark: string): void;
}

/** Who may have a table over HTTP. */
export type ExportReaders =
  | 'everybody'
  | {
      /** Who may, in words: `an officer of the council`. */
      readonly needs: string;
      allows(actor: Actor, options: ExportJob['options']): boolean;
    };

/** A published table that a subgraph can write: `coop export assets --format csv`. */
export interface Exporter {
  /** The word on the command line: `assets`. */
  readonly name: string;
  readonly summary: string;
  /** Names of the formats, the usual one first: `csv`, `geojson`. */
  readonly formats: readonly string[];
  readonly options: readonly FileOption[];
  /** Who may have it over HTTP; left out, it is for the command line alone. */
  readonly readers?: ExportReaders;
  /**
   * The text of the file, piece by piece.
   * @throws RangeError for options that cannot be, in words for whoever gave them
   */
  run(job: ExportJob): AsyncIterable<string>;
}
