// The command line over our own subgraphs and the tests' ledger: for what no feature offers in every state
// of the project, such as a file that is refused whole.
import { builtSubgraphs, startGraph, SUBGRAPHS } from '@coop/gateway';
import { buildProgram } from '@coop/gateway/program';
import { failureText, runUntilSignal } from '@coop/shared/serving';
import { readSettings } from '@coop/shared/settings';
import { ledger } from './ledger-subgraph';

const subgraphs = [...SUBGRAPHS, ledger];

async function start() {
  const settings = readSettings(process.env, {
    root: process.cwd(),
    subgraphs: subgraphs.map(({ name }) => name),
  });
  const graph = await startGraph(builtSubgraphs(subgraphs), settings, { supergraph: 'composed' });
  process.stdout.write(`The graph is at   ${graph.url}/graphql\n`);
  return graph;
}

if (process.argv[2] === 'start') void runUntilSignal(start);
else
  buildProgram(process.env, subgraphs)
    .parseAsync()
    .catch((error: unknown) => {
      process.stderr.write(`${failureText(error)}\n`);
      process.exitCode = 1;
    });
