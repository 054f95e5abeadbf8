import type { GraphPort } from '@coop/shared/graph';
import type { BuiltSubgraph } from '@coop/shared/graphql';
import {
  behindGateway,
  cleanUpBehind,
  exportRoutes,
  limitsFor,
  loadDemo,
  openSubgraph,
  serveGraph,
  TOKEN_LIMITS,
  uploadRoutes,
  type Logger,
  type OpenSubgraph,
  type RunningServer,
} from '@coop/shared/serving';
import type { RateSettings, Settings } from '@coop/shared/settings';
import type { Clock } from '@coop/shared/time';
import type { TokenVerifier } from '@coop/shared/access';

/** What the parts of a running graph share. */
export interface Surroundings {
  readonly settings: Settings;
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Opens the database of a subgraph where the settings put it. */
export async function openBare(
  built: BuiltSubgraph,
  { settings, verifier, clock, log }: Surroundings,
  graph: GraphPort,
): Promise<OpenSubgraph> {
  const location = settings.databases[built.name];
  if (!location) throw new RangeError(`No database is set for ${built.name}.`);
  return openSubgraph(built, { location, verifier, clock, log, graph });
}

/** Opens the database of a subgraph where the settings put it, and in demo mode loads its world once. */
export async function openOne(
  built: BuiltSubgraph,
  surroundings: Surroundings,
  graph: GraphPort,
): Promise<OpenSubgraph> {
  const subgraph = await openBare(built, surroundings, graph);
  try {
    if (surroundings.settings.mode === 'demo') await loadDemo(subgraph, surroundings.clock);
  } catch (error) {
    await subgraph.close();
    throw error;
  }
  return subgraph;
}

/** A subgraph that is served. */
export interface RunningSubgraph extends RunningServer {
  /** Resolves when what was left over from before has been cleaned up behind it. */
  readonly cleaned: Promise<void>;
}

/**
 * Serves one subgraph over HTTP: GraphQL, its SDL, health and metrics. What imports that were cut off have left is
 * deleted meanwhile.
 * @param rates how often one caller may ask; null beside a gateway, which asks for many people and counts them
 */
export async function serveSubgraph(
  subgraph: OpenSubgraph,
  { settings, verifier, clock, log }: Surroundings,
  port: number,
  rates: RateSettings | null,
): Promise<RunningSubgraph> {
  const own = log.child({ subgraph: subgraph.name });
  const server = await serveGraph({
    name: subgraph.name,
    graph: { schema: subgraph.built.schema },
    host: settings.host,
    port,
    log: own,
    verifier,
    clock,
    context: (request) => subgraph.context(request),
    limitsFor: (actor) => behindGateway(limitsFor(actor)),
    widestLimits: behindGateway(TOKEN_LIMITS),
    checks: { database: () => subgraph.database.ping() },
    sdl: subgraph.built.sdl,
    corsOrigins: settings.corsOrigins,
    rates,
    trustedProxies: settings.trustedProxies,
    routes: async (app) => {
      exportRoutes({ subgraphs: [subgraph], verifier, clock, rates })(app);
      await uploadRoutes(subgraph, verifier)(app);
    },
  });
  const cleaning = cleanUpBehind(subgraph, clock, own);
  return {
    ...server,
    cleaned: cleaning.done,
    async close() {
      await Promise.all([cleaning.close(), server.close()]);
    },
  };
}
