import type { Actor } from '../access';
import type { GraphPort } from '../graph';
import type { Database } from '../persistence';
import type { Clock } from '../time';

/** The part of a structured logger that features use. */
export interface Logger {
  debug(facts: object, message?: string): void;
  info(facts: object, message?: string): void;
  warn(facts: object, message?: string): void;
  error(facts: object, message?: string): void;
}

/** Everything that a resolver of one subgraph knows about the request that it answers. */
export interface RequestContext {
  /** Travels from the gateway to every subgraph and into every log line. */
  readonly requestId: string;
  /** Who asks, as this subgraph itself verified it. */
  readonly actor: Actor;
  /** The caller's token, to be passed on when the graph is asked for another subgraph's facts. */
  readonly token: string | null;
  /** The one instant at which this request happens. */
  readonly now: Date;
  readonly clock: Clock;
  /** This subgraph's own database. */
  readonly database: Database;
  /** Asks the graph for what other subgraphs own. */
  readonly graph: GraphPort;
  readonly log: Logger;
  /** Loaders and other things that live as long as the request. */
  readonly cache: Map<object, unknown>;
}
