import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';
import type { Log } from './log';
import { NODE_SUBGRAPH, NodeDataSource } from './node';
import { type PartnerAddress, type PartnerState, SupergraphSource } from './supergraph/supergraph-source';
import { silenceTelemetry } from './telemetry';
import {
  HttpDataSource,
  type HttpTransportSettings,
  InProcessDataSource,
  type InProcessSubgraph,
} from './transport';

/** A subgraph that runs in the gateway's own process. */
export interface CoLocatedSubgraph extends InProcessSubgraph {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

/** One of our own subgraphs that runs elsewhere. */
export interface RemoteSubgraph {
  readonly name: string;
  /** Its GraphQL address. */
  readonly url: string;
  /** The schema that it was built with, as committed. */
  readonly sdl: string;
}

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly subgraphs: readonly (CoLocatedSubgraph | RemoteSubgraph)[];
  /** The committed supergraph; composed from the subgraphs when it is left out. */
  readonly supergraphSdl?: string;
  /** Subgraphs of others that join the graph while they are there. */
  readonly partners?: readonly PartnerAddress[];
  /** Milliseconds between two looks at the partners; 30 seconds unless told. */
  readonly pollEvery?: number;
  /** How long to wait for remote subgraphs and partners. */
  readonly http?: Partial<HttpTransportSettings>;
  readonly log: Log;
}

/** The graph as one executable thing. */
export interface Gateway {
  /** What an ApolloServer takes as its `gateway`. Its context must be a ForwardingContext. */
  readonly apollo: ApolloGateway;
  /** The supergraph being served. */
  supergraphSdl(): string;
  /** How it stands with the partners. */
  partners(): PartnerState[];
  /** Looks at the partners now; true when the graph changed. */
  look(): Promise<boolean>;
  /** Ends polling and closes every connection; may be called again. */
  close(): Promise<void>;
}

/** Room for query plans, in MiB of their JSON; the least recently used go first. */
const PLAN_CACHE_MIB = 30;

/** At most this many ways to answer one query are weighed: planning must not be a way to stall the gateway. */
const MAXIMUM_PLANS = 1_000;

const POLL_EVERY = 30_000;

/**
 * Puts the graph together: our own subgraphs in process or over HTTP, the generated one that finds things by id, and
 * the partners' as far as they can be had.
 * @throws ComposeError when our own subgraphs do not compose
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { log, partners = [], pollEvery = POLL_EVERY } = options;
  const sources = new DataSources(options);
  const source = new SupergraphSource({
    services: options.subgraphs.map((subgraph) => ({
      name: subgraph.name,
      sdl: subgraph.sdl,
      url: addressOf(subgraph),
    })),
    committed: options.supergraphSdl,
    partners,
    readSdl: ({ name }) => sources.readSdl(name),
    log,
  });
  let update: ((supergraphSdl: string) => void) | null = null;
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<boolean> | null = null;

  const look = async (): Promise<boolean> => {
    const changed = await source.look();
    if (!changed) return false;
    // The generated subgraph first: a plan of the new graph may need its new stubs.
    sources.node.serve(source.composition.publicTypes);
    update?.(source.composition.supergraphSdl);
    return true;
  };
  const lookOnce = (): Promise<boolean> => (looking ??= look().finally(() => (looking = null)));
  const pollAgain = (): void => {
    timer = setTimeout(() => {
      lookOnce()
        .catch((error: unknown) => log.error({ err: error }, 'the graph could not be renewed'))
        .finally(() => timer && pollAgain());
    }, pollEvery);
    timer.unref();
  };

  silenceTelemetry();
  sources.node.serve(source.composition.publicTypes);
  const apollo = new ApolloGateway({
    supergraphSdl: async (hooks) => {
      if (partners.length > 0) {
        await lookOnce();
        update = hooks.update;
        pollAgain();
      }
      return { supergraphSdl: source.composition.supergraphSdl };
    },
    buildService: ({ name }) => sources.get(name),
    logger: apolloLogger(log),
    experimental_approximateQueryPlanStoreMiB: PLAN_CACHE_MIB,
    queryPlannerConfig: { debug: { maxEvaluatedPlans: MAXIMUM_PLANS } },
    validateSupergraph: false,
    __exposeQueryPlanExperimental: false,
  });
  return {
    apollo,
    supergraphSdl: () => source.composition.supergraphSdl,
    partners: () => source.states,
    look: lookOnce,
    close: async () => {
      if (timer) clearTimeout(timer);
      timer = null;
      await looking?.catch(() => undefined);
      await apollo.stop();
      await sources.close();
    },
  };
}

/** One data source for each subgraph and partner, made once and kept while the graph is renewed around it. */
class DataSources {
  readonly node: NodeDataSource;
  private readonly made = new Map<string, GraphQLDataSource>();
  private readonly remote: HttpDataSource[] = [];

  constructor({ subgraphs, partners = [], http, log }: GatewayOptions) {
    this.node = new NodeDataSource((name) => this.get(name), log);
    this.made.set(NODE_SUBGRAPH, this.node);
    for (const subgraph of [...subgraphs, ...partners]) {
      if ('schema' in subgraph) {
        this.made.set(subgraph.name, new InProcessDataSource(subgraph, log));
      } else {
        const source = new HttpDataSource(subgraph, log, http);
        this.remote.push(source);
        this.made.set(subgraph.name, source);
      }
    }
  }

  get(name: string): GraphQLDataSource {
    const source = this.made.get(name);
    if (!source) throw new RangeError(`The supergraph names a subgraph that is not configured: ${name}`);
    return source;
  }

  /** What a subgraph says its schema is. Throws when it says nothing. */
  async readSdl(name: string): Promise<string> {
    const answer = await this.get(name).process({
      kind: 'loading schema',
      request: { query: '{ _service { sdl } }' },
      context: {},
    } as Parameters<GraphQLDataSource['process']>[0]);
    const service = answer.data?.['_service'] as { sdl?: unknown } | undefined;
    if (typeof service?.sdl !== 'string') throw new Error(`${name} does not tell its schema`);
    return service.sdl;
  }

  async close(): Promise<void> {
    await Promise.all(this.remote.splice(0).map((source) => source.close()));
  }
}

function addressOf(subgraph: CoLocatedSubgraph | RemoteSubgraph): string {
  return 'url' in subgraph ? subgraph.url : `http://${subgraph.name}.invalid/graphql`;
}

/** The gateway's own messages, in our log. */
function apolloLogger(log: Log) {
  const quiet = () => undefined;
  return {
    debug: quiet,
    info: quiet,
    warn: (message?: unknown) => log.warn({}, String(message)),
    error: (message?: unknown) => log.error({}, String(message)),
  };
}
