import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { createGateway, type ForwardingContext, silentLog } from '@coop/gateway';
import { directory } from '../../gateway/src/testing/directory';
import { property } from '../../gateway/src/testing/property';
import { servePlainly } from '../../gateway/src/testing/servers';
import { measure, report } from './harness';

// The processor time of a federated query with its subgraphs in process, against the same graph over HTTP with the
// gateway's own data sources. The HTTP subgraphs run in this process too, so that every figure is the gateway
// and its subgraphs together: what a machine spends for one answer, whichever way it is put together.

/** Twenty parents in one subgraph, five children of each in another. */
const QUERY = '{ councils { gssCode name assets { id name worth { pence } } } }';

type Server = ApolloServer<ForwardingContext>;

async function served(gateway: ApolloGateway): Promise<Server> {
  const server: Server = new ApolloServer<ForwardingContext>({ gateway, stopOnTerminationSignals: false });
  await server.start();
  return server;
}

async function ask(server: Server): Promise<void> {
  const contextValue: ForwardingContext = { requestId: 'bench', authorization: null };
  const { body } = await server.executeOperation({ query: QUERY }, { contextValue });
  if (body.kind !== 'single' || body.singleResult.errors) throw new Error('The query did not answer');
  JSON.stringify(body.singleResult);
}

async function main(): Promise<void> {
  const subgraphs = [directory(), property()];
  const servers = await Promise.all(subgraphs.map((subgraph) => servePlainly(subgraph)));
  const here = createGateway({ subgraphs, log: silentLog });
  const elsewhere = createGateway({
    subgraphs: subgraphs.map(({ name, sdl }, index) => ({ name, sdl, url: servers[index]?.url ?? '' })),
    log: silentLog,
  });
  const inProcess = await served(here.apollo);
  const pooled = await served(elsewhere.apollo);
  const plain = await served(new ApolloGateway({ supergraphSdl: elsewhere.supergraphSdl() }));

  const costs = await measure(
    { inProcess: () => ask(inProcess), pooled: () => ask(pooled), plain: () => ask(plain) },
    { calls: 100, rounds: 5, warmUp: 3 },
  );
  const shown = (name: keyof typeof costs): string => `${costs[name].cpu.toFixed(2)} ms`;
  report({
    name: 'federated query in process / over HTTP by the default fetcher, CPU',
    ratio: costs.inProcess.cpu / costs.plain.cpu,
    atMost: 0.5,
    detail: `${shown('inProcess')} / ${shown('plain')}, 20 parents × 5 children, subgraphs included`,
  });
  report({
    name: 'federated query over HTTP, pooled / by the default fetcher, CPU',
    ratio: costs.pooled.cpu / costs.plain.cpu,
    atMost: 1,
    detail: `${shown('pooled')} / ${shown('plain')}`,
  });

  await Promise.all([inProcess.stop(), pooled.stop(), plain.stop(), here.close(), elsewhere.close()]);
  await Promise.all(servers.map((server) => server.close()));
}

void main();
