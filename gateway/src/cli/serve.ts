import type { Command } from 'commander';
import { httpGraph, noGraph } from '@coop/shared/graph';
import { createLogger, runUntilSignal } from '@coop/shared/serving';
import { systemClock } from '@coop/shared/time';
import { openOne, serveSubgraph } from '../open';
import { tokensFor } from '../tokens';
import { say } from './say';
import { settingsFrom } from './settings';
import { namesOf, type Shell } from './shell';
import { subgraphNamed } from './with-subgraph';

/** `coop serve assets`: one subgraph alone, as a partner council takes it. */
export function serveCommand(program: Command, shell: Shell): void {
  program
    .command('serve')
    .argument('<subgraph>', `one of ${namesOf(shell)}`)
    .option('--graph <url>', "GraphQL address of the graph, to ask for other subgraphs' facts")
    .summary('serve one subgraph alone')
    .description(
      'Serves one subgraph without the gateway: GraphQL at /graphql, its schema at /sdl, health and metrics. It ' +
        'listens at PORT itself, and keeps its rows where the whole graph would.',
    )
    .action(async (name: string, { graph }: { graph?: string }) => {
      const built = subgraphNamed(shell, name);
      await runUntilSignal(async () => {
        const settings = settingsFrom({ ...shell, env: { LOG_LEVEL: 'warn', ...shell.env } });
        const log = createLogger({ level: settings.logLevel });
        const { verifier } = await tokensFor(settings, systemClock, log);
        const surroundings = { settings, verifier, clock: systemClock, log };
        const subgraph = await openOne(built, surroundings, graph ? httpGraph(() => graph) : noGraph);
        const server = await serveSubgraph(subgraph, surroundings, settings.port, settings.rates).catch(
          async (error: unknown) => {
            await subgraph.close();
            throw error;
          },
        );
        say(`The subgraph ${name} is at ${server.url}/graphql, its schema at ${server.url}/sdl.`);
        return {
          async close() {
            await server.close();
            await subgraph.close();
          },
        };
      });
    });
}
