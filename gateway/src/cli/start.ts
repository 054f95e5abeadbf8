import type { Closable } from '@coop/shared/serving';
import type { Environment, Settings } from '@coop/shared/settings';
import { builtSubgraphs, SUBGRAPHS } from '../host';
import { startGraph, type RunningGraph } from '../start-graph';
import { say } from './say';
import { settingsFrom } from './settings';

/**
 * `coop start`: the gateway, the sandbox page and every subgraph that is to run here.
 * @throws SettingsError
 */
export async function start(env: Environment): Promise<Closable> {
  const settings = settingsFrom({ env: { LOG_LEVEL: 'warn', ...env }, subgraphs: SUBGRAPHS });
  const graph = await startGraph(builtSubgraphs(), settings);
  welcome(graph, settings, !env['COOP_DATA']);
  return graph;
}

function welcome(graph: RunningGraph, settings: Settings, isUsual: boolean): void {
  const where = Object.values(settings.databases).some(({ kind }) => kind === 'mysql')
    ? 'MySQL'
    : settings.dataFolder;
  say();
  say(`The graph is at   ${graph.url}/graphql`);
  say(`The sandbox is at ${graph.url}/   (open it in a browser)`);
  for (const [name, url] of Object.entries(graph.subgraphs)) say(`  ${name.padEnd(14)}  ${url}/graphql`);
  say(`Data: ${where}. Mode: ${settings.mode}. Ctrl-C ends it.`);
  if (settings.mode !== 'demo') return;
  say();
  say('Try:');
  say(`  curl -s ${graph.url}/graphql -H 'content-type: application/json' \\`);
  say(`    -d '{"query":"{ council(gssCode: \\"E08000004\\") { name coOperative { approaches } } }"}'`);
  // Made by the key in the same folder; `--silent`, so that a shell can put it into a variable.
  const data = isUsual ? '' : `COOP_DATA=${settings.dataFolder} `;
  say(`A token to write with: ${data}npm run --silent coop -- token --as officer --council E08000004`);
}
