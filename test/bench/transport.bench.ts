import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { createGateway, type ForwardingContext, silentLog } from '@coop/gateway';
import { directory } from '../../gateway/src/testing/directory';
import { property } from '../../gateway/src/testing/property';
import { servePlainly } from '../../gateway/src/testing/servers';

/** Twenty parents in one subgraph, five children of each in another. */
const QUERY = '{ councils { gssCode name assets { id name worth { pence } } } }';
const REQUESTS = 300;
const ROUNDS = 7;

type Ask = () => Promise<void>;

async function asking(server: ApolloServer<ForwardingContext>): Promise<Ask> {
  await server.start();
  const contextValue: ForwardingContext = { requestId: 'bench', authorization: null };
  return async () => {
    const { body } = await server.executeOperation({ query: QUERY }, { contextValue });
    if (body.kind !== 'single' || body.singleResult.errors) throw new Error('The query did not answer');
    JSON.stringify(body.singleResult);
  };
}

/** Milliseconds of processor time for one request, everything in this process included. */
async function cost(ask: Ask): Promise<number> {
  const start = process.cpuUsage();
  for (let request = 0; request < REQUESTS; request += 1) await ask();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000 / REQUESTS;
}

function median(figures: readonly number[]): number {
  return [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

/**
 * The processor time of a federated query with its subgraphs in process, against the same graph over HTTP with
 * the gateway's own data sources. The HTTP subgraphs run in this process too, so that both figures are
 * the gateway and the subgraphs together: what the machine spends for one answer.
 */
async function run() {
  const subgraphs = [directory(), property()];
  const servers = await Promise.all(subgraphs.map((subgraph) => servePlainly(subgraph)));
  const ours = createGateway({ subgraphs, log: silentLog });
  const pooled = createGateway({
    subgraphs: subgraphs.map(({ name, sdl }, index) => ({ name, sdl, url: servers[index]?.url ?? '' })),
    log: silentLog,
  });
  const plain = new ApolloGateway({ supergraphSdl: pooled.supergraphSdl() });
  const settings = { stopOnTerminationSignals: false };
  const graphs = {
    inProcess: new ApolloServer<ForwardingContext>({ ...settings, gateway: ours.apollo }),
    pooled: new ApolloServer<ForwardingContext>({ ...settings, gateway: pooled.apollo }),
    plain: new ApolloServer<ForwardingContext>({ ...settings, gateway: plain }),
  };
  const asks = {
    inProcess: await asking(graphs.inProcess),
    pooled: await asking(graphs.pooled),
    plain: await asking(graphs.plain),
  };
  const figures = { inProcess: [] as number[], pooled: [] as number[], plain: [] as number[] };
  const names = ['inProcess', 'pooled', 'plain'] as const;
  for (const name of names) await cost(asks[name]);
  // In turn, so that whatever else the machine does falls on all alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) figures[name].push(await cost(asks[name]));
  }
  await Promise.all([...Object.values(graphs).map((server) => server.stop()), ours.close(), pooled.close()]);
  await Promise.all(servers.map((server) => server.close()));
  const plainCost = median(figures.plain);
  const shown = (name: (typeof names)[number]) => `${median(figures[name]).toFixed(2)} ms`;
  return [
    {
      label: `in process (${shown('inProcess')}) against HTTP with the gateway's own fetcher (${shown('plain')})`,
      ratio: median(figures.inProcess) / plainCost,
      limit: 0.5,
    },
    {
      label: `HTTP with pooled connections (${shown('pooled')}) against HTTP with the gateway's own fetcher`,
      ratio: median(figures.pooled) / plainCost,
      limit: 1,
    },
  ];
}

const bench = { name: 'processor time of a federated query, 20 parents × 5 children', run };
export default bench;
