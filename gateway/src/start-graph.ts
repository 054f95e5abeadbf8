import { readFile } from 'node:fs/promises';
import { printSchema } from 'graphql';
import { httpGraph } from '@coop/shared/graph';
import { gather, type BuiltSubgraph } from '@coop/shared/graphql';
import { ROLES } from '@coop/shared/nouns';
import {
  createLogger,
  assertPortFree,
  exportRoutes,
  serveGraph,
  type Closable,
  type Logger,
  type OpenSubgraph,
  type RunningServer,
} from '@coop/shared/serving';
import { SettingsError, type Settings } from '@coop/shared/settings';
import { systemClock, type Clock } from '@coop/shared/time';
import { createGateway, type CoLocatedSubgraph, type Gateway, type RemoteSubgraph } from './gateway';
import { SUPERGRAPH_FILE } from './house';
import { limitSchemaOf } from './limit-schema';
import { openOne, serveSubgraph, type Surroundings } from './open';
import { loadExamples, sandboxRoutes } from './sandbox';
import { apiSchemaOf } from './supergraph';
import { tokensFor, type Tokens } from './tokens';
import { forwardUploads, type ForwardingContext } from './transport';

/** The whole graph, listening. */
export interface RunningGraph extends Closable {
  /** Address of the gateway, without a path. */
  readonly url: string;
  /** Addresses of the subgraphs that run here, by name. */
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly tokens: Tokens;
  readonly gateway: Gateway;
  /** The subgraphs that run here, with their databases. */
  readonly open: readonly OpenSubgraph[];
  /** Resolves when what was left over from before has been cleaned up behind them. */
  readonly cleaned: Promise<void>;
}

/** What a start may be told beside the settings. */
export interface StartOptions {
  readonly clock?: Clock;
  readonly log?: Logger;
  /** The committed supergraph, or one composed anew: for subgraphs that it does not name. */
  readonly supergraph?: 'committed' | 'composed';
}

/**
 * Starts the whole graph: opens the subgraphs that are to run here, serves each at a port of its own, and the
 * gateway with the sandbox page in front of all. What was opened is closed again when something fails.
 * @throws SettingsError when a port, a folder or a database is not to be had
 */
export async function startGraph(
  built: readonly BuiltSubgraph[],
  settings: Settings,
  {
    clock = systemClock,
    log = createLogger({ level: settings.logLevel }),
    supergraph = 'committed',
  }: StartOptions = {},
): Promise<RunningGraph> {
  const toClose: Closable[] = [];
  const closing = <Thing extends Closable>(thing: Thing): Thing => {
    toClose.unshift(thing);
    return thing;
  };
  const close = async () => {
    for (const thing of toClose.splice(0)) await thing.close();
  };
  try {
    await assertPortsFree(built, settings);
    const tokens = await tokensFor(settings, clock, log);
    const surroundings: Surroundings = { settings, verifier: tokens.verifier, clock, log };
    const local = built.filter(({ name }) => settings.remotes[name] === undefined);
    let address = '';
    const graph = httpGraph(() => address);
    const open: OpenSubgraph[] = [];
    for (const one of local) open.push(closing(await openOne(one, surroundings, graph)));
    const gateway = closing(
      createGateway({
        subgraphs: built.map((one) => placed(one, open, settings)),
        ...(supergraph === 'committed' ? { supergraphSdl: await committedSupergraph() } : {}),
        partners: Object.entries(settings.partners).map(([name, url]) => ({ name, url })),
        log,
      }),
    );
    const subgraphs: Record<string, string> = {};
    const cleaning: Promise<void>[] = [];
    const takesUploads = (kind: string) => uploadAddress(kind, built, subgraphs, settings);
    const server = closing(await serveGateway(gateway, built, open, tokens, surroundings, takesUploads));
    address = `${server.url}/graphql`;
    for (const [index, one] of built.entries()) {
      const subgraph = open.find(({ name }) => name === one.name);
      if (!subgraph) continue;
      const port = portOf(settings, index);
      const served = closing(await serveSubgraph(subgraph, surroundings, port, null));
      subgraphs[one.name] = served.url;
      cleaning.push(served.cleaned);
    }
    const cleaned = Promise.all(cleaning).then(() => undefined);
    return { url: server.url, subgraphs, tokens, gateway, open, cleaned, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A subgraph as the gateway calls it: in process where it is open here, otherwise at its remote address. */
function placed(
  { name, sdl, schema }: BuiltSubgraph,
  open: readonly OpenSubgraph[],
  settings: Settings,
): CoLocatedSubgraph | RemoteSubgraph {
  const here = open.find((subgraph) => subgraph.name === name);
  if (here)
    return {
      name,
      sdl,
      schema,
      contextFor: (headers) => here.contextFor(headers),
      checkLimits: (document, variables) => here.checkLimits(document, variables),
    };
  return { name, sdl, url: settings.remotes[name] ?? '' };
}

/** The address, without a path, of the subgraph that takes a kind of file over HTTP; null where none does. */
function uploadAddress(
  kind: string,
  built: readonly BuiltSubgraph[],
  here: Readonly<Record<string, string>>,
  { remotes }: Settings,
): string | null {
  const owner = built.find(({ definition }) =>
    gather(definition, 'importers').some(({ name, upload }) => name === kind && upload !== undefined),
  );
  if (!owner) return null;
  const remote = remotes[owner.name];
  return remote === undefined ? (here[owner.name] ?? null) : new URL(remote).origin;
}

async function committedSupergraph(): Promise<string> {
  try {
    return await readFile(SUPERGRAPH_FILE, 'utf8');
  } catch {
    throw new SettingsError('gateway/supergraph.graphql is missing: write it with npm run coop -- schema.');
  }
}

/** The port of a subgraph: they stand behind the gateway's, in the order of the house. */
const portOf = ({ port }: Settings, index: number): number => (port === 0 ? 0 : port + 1 + index);

/** Looks for the ports first: migrating and loading the demo world would take long before one is found to be taken. */
async function assertPortsFree(built: readonly BuiltSubgraph[], settings: Settings): Promise<void> {
  const { host, port } = settings;
  if (port === 0) return;
  await assertPortFree({ name: 'gateway', host, port });
  for (const [index, { name }] of built.entries())
    if (settings.remotes[name] === undefined)
      await assertPortFree({ name, host, port: portOf(settings, index) });
}

async function serveGateway(
  gateway: Gateway,
  built: readonly BuiltSubgraph[],
  open: readonly OpenSubgraph[],
  { verifier, issuer }: Tokens,
  { settings, clock, log }: Surroundings,
  takesUploads: (kind: string) => string | null,
): Promise<RunningServer> {
  const examples = await loadExamples();
  return serveGraph<ForwardingContext>({
    name: 'gateway',
    graph: { gateway: gateway.apollo },
    host: settings.host,
    port: settings.port,
    log,
    verifier,
    clock,
    context: ({ requestId, token }) => ({
      requestId,
      authorization: token === null ? null : `Bearer ${token}`,
    }),
    limitSchema: limitSchemaOf(() => gateway.supergraphSdl()),
    checks: Object.fromEntries(open.map(({ name, database }) => [name, () => database.ping()])),
    corsOrigins: settings.corsOrigins,
    rates: settings.rates,
    trustedProxies: settings.trustedProxies,
    pageForPeople: '/',
    routes: async (app) => {
      await forwardUploads(takesUploads, log)(app);
      exportRoutes({ subgraphs: open, verifier, clock, rates: settings.rates })(app);
      await app.register(
        sandboxRoutes({
          mode: settings.mode,
          host: settings.host,
          examples,
          subgraphs: built.map(({ name, definition }) => ({ name, description: definition.description })),
          schemaSdl: () => printSchema(apiSchemaOf(gateway.supergraphSdl())),
          roles: Object.entries(ROLES).map(([role, description]) => ({ role, description })),
          councils: DEMO_COUNCILS,
          ...(issuer
            ? {
                issueToken: ({ role, council }) =>
                  issuer.issue({
                    subject: `demo-${role}-${council}`,
                    role: role as keyof typeof ROLES,
                    council,
                    name: `Demo ${role}`,
                  }),
              }
            : {}),
        }),
      );
    },
  });
}

/** Councils that the sign-in menu of the demo offers. */
const DEMO_COUNCILS = [
  { gssCode: 'E08000004', name: 'Oldham' },
  { gssCode: 'E09000021', name: 'Kingston upon Thames' },
  { gssCode: 'E09000022', name: 'Lambeth' },
  { gssCode: 'E08000021', name: 'Newcastle upon Tyne' },
  { gssCode: 'E09000033', name: 'Westminster' },
] as const;
