import type { DocumentNode, GraphQLError } from 'graphql';
import { authenticate, type TokenVerifier } from '../access';
import type { GraphPort } from '../graph';
import { gather, type BuiltSubgraph, type RequestContext } from '../graphql';
import { openDatabase, type Database, type Location } from '../persistence';
import type { Clock } from '../time';
import { behindGateway, checkLimits, TOKEN_LIMITS } from './limits';
import type { Logger } from './logging';
import { requestIdOf, REQUEST_ID_HEADER } from './request-id';
import type { RequestBase } from './request-scope';

/** What a subgraph needs of its host to run. */
export interface SubgraphHost {
  readonly location: Location;
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  readonly log: Logger;
  readonly graph: GraphPort;
}

/** A subgraph with its database open, ready to answer in process or to be served. */
export interface OpenSubgraph {
  readonly name: string;
  readonly built: BuiltSubgraph;
  readonly database: Database;
  /** The graph around it, to ask for what other subgraphs know. */
  readonly graph: GraphPort;
  /** The context of a request whose caller is known. */
  context(request: Pick<RequestBase, 'requestId' | 'actor' | 'token' | 'log'>): RequestContext;
  /**
   * The context of a request in process, from the headers that it would have been sent over HTTP: the token is
   * verified here again.
   * @throws AccessError UNAUTHENTICATED
   */
  contextFor(headers: Readonly<Record<string, string>>): Promise<RequestContext>;
  /** The limits of a subgraph behind a gateway. */
  checkLimits(document: DocumentNode, variables: Readonly<Record<string, unknown>>): readonly GraphQLError[];
  close(): Promise<void>;
}

/**
 * Opens a subgraph's database, brings it to the newest schema, and makes it ready to answer.
 * @throws SettingsError when the database cannot be opened
 */
export async function openSubgraph(built: BuiltSubgraph, host: SubgraphHost): Promise<OpenSubgraph> {
  const { name, definition, schema } = built;
  const { clock, verifier, graph } = host;
  const database = await openDatabase({
    name,
    location: host.location,
    entities: gather(definition, 'entities'),
    migrations: gather(definition, 'migrations'),
    clock,
  });
  const limits = behindGateway(TOKEN_LIMITS);
  const context: OpenSubgraph['context'] = ({ requestId, actor, token, log }) => ({
    requestId,
    actor,
    token,
    now: clock.now(),
    clock,
    database,
    graph,
    log,
    cache: new Map(),
  });
  return {
    name,
    built,
    database,
    graph,
    context,
    async contextFor(headers) {
      const requestId = requestIdOf(headers[REQUEST_ID_HEADER]);
      const caller = await authenticate(verifier, headers['authorization']);
      return context({ requestId, ...caller, log: host.log.child({ requestId, subgraph: name }) });
    },
    checkLimits: (document, variables) => checkLimits(schema, document, variables, undefined, limits),
    close: () => database.close(),
  };
}
