import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtSubgraphs, startGraph, SUBGRAPHS, type RunningGraph } from '@coop/gateway';
import type { DemoToken } from '@coop/shared/access';
import type { SubgraphDefinition } from '@coop/shared/graphql';
import { createLogger } from '@coop/shared/serving';
import { readSettings } from '@coop/shared/settings';
import type { Clock } from '@coop/shared/time';
import { createConnection } from 'mysql2/promise';
import { askAt, type Answer, type AskOptions } from './ask-at';
import { PATIENCE } from './patience';

/** What a graph of a test's own is made of. */
export interface TestGraphOptions {
  /** Further subgraphs beside those of the project; the supergraph is then composed anew. */
  readonly more?: readonly SubgraphDefinition[];
  /** Settings beside the port, the folder and the database: `{ COOP_CORS_ORIGINS: '…' }`. */
  readonly env?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  /** A MySQL server; an embedded database unless told. */
  readonly mysql?: string | undefined;
  readonly clock?: Clock;
}

/** The whole graph on free ports of this machine, with the demo world in databases of its own. */
export interface TestGraph {
  readonly running: RunningGraph;
  /** Address of the gateway, without a path. */
  readonly url: string;
  /** Everything that was logged, in order. */
  readonly log: readonly LogLine[];
  /** What a second process on the same databases is given. */
  readonly env: Readonly<Record<string, string>>;
  /** Asks the gateway. */
  ask<Data = Record<string, unknown>>(
    query: string,
    variables?: object,
    options?: AskOptions,
  ): Promise<Answer<Data>>;
  /** Asks a subgraph at its own port. */
  askSubgraph(name: string, query: string, variables?: object, options?: AskOptions): Promise<Answer>;
  /** A token of the built-in issuer: an officer of Oldham unless told. */
  token(facts?: Partial<DemoToken>): Promise<string>;
  /** Stops it and removes every trace of it. */
  end(): Promise<void>;
}

/** One line of the log. */
export type LogLine = Readonly<Record<string, unknown>>;

/** Starts the whole graph as `npm start` does, over HTTP, with everything on free ports. */
export async function startGraphForTest(options: TestGraphOptions = {}): Promise<TestGraph> {
  const { more = [], mysql, clock } = options;
  const definitions = [...SUBGRAPHS, ...more];
  const folder = await mkdtemp(join(tmpdir(), 'coop-graph-'));
  const database = mysql === undefined ? null : mysqlDatabase(mysql);
  const env = {
    COOP_DATA: folder,
    ...(database ? { DATABASE_URL: database.url } : {}),
    ...(typeof options.env === 'function' ? options.env() : options.env),
  };
  const remove = async () => {
    await database?.drop(definitions.map(({ name }) => name));
    await rm(folder, { recursive: true, force: true });
  };
  const log: LogLine[] = [];
  const settings = readSettings(
    { PORT: '0', LOG_LEVEL: 'info', ...env },
    { root: folder, subgraphs: definitions.map(({ name }) => name) },
  );
  const running = await startGraph(builtSubgraphs(definitions), settings, {
    log: createLogger(
      { level: settings.logLevel },
      { write: (line) => void log.push(JSON.parse(line) as LogLine) },
    ),
    supergraph: more.length > 0 ? 'composed' : 'committed',
    ...(clock ? { clock } : {}),
  }).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  return {
    running,
    url: running.url,
    log,
    env,
    ask: (query, variables, how) => askAt(running.url, query, variables, how),
    askSubgraph: (name, query, variables, how) =>
      askAt(running.subgraphs[name] ?? `http://there-is-no-${name}.invalid`, query, variables, how),
    token: async (facts = {}) => {
      const { issuer } = running.tokens;
      if (!issuer) throw new Error('Tokens are made in demo mode only.');
      return issuer.issue({ subject: 'officer-1', role: 'officer', council: 'E08000004', ...facts });
    },
    async end() {
      await running.close();
      await remove();
    },
  };
}

/**
 * A graph for all tests of the file: started before the first and stopped after the last.
 * What is answered may be used inside tests and hooks only.
 */
export function testGraph(options: TestGraphOptions = {}): TestGraph {
  let started: TestGraph | undefined;
  jest.setTimeout(PATIENCE);
  beforeAll(async () => {
    started = await startGraphForTest(options);
  }, PATIENCE);
  afterAll(() => started?.end(), PATIENCE);
  return new Proxy({} as TestGraph, {
    get(_, property) {
      if (!started) throw new Error('The graph is there only while tests run: use it inside test or a hook.');
      return Reflect.get(started, property, started) as unknown;
    },
  });
}

/** A prefix for databases on a server that no other test uses. */
export function mysqlDatabase(server: string) {
  const url = new URL(server);
  const prefix = `coop_test_${randomBytes(6).toString('hex')}`;
  url.pathname = `/${prefix}`;
  return {
    url: url.href,
    async drop(subgraphs: readonly string[]) {
      const connection = await createConnection(new URL('/', server).href);
      for (const name of subgraphs) await connection.query(`DROP DATABASE IF EXISTS \`${prefix}_${name}\``);
      await connection.end();
    },
  };
}
