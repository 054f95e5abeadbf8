import { Command } from 'commander';
import { runUntilSignal } from '@coop/shared/serving';
import type { Environment } from '@coop/shared/settings';
import { SUBGRAPHS } from '../host';
import { auditCommand } from './audit';
import { demoCommand } from './demo';
import { exportCommand } from './export';
import { importCommand } from './import';
import { schemaCommand } from './schema';
import { serveCommand } from './serve';
import type { Shell } from './shell';
import { tokenCommand } from './token';
import { toolCommands } from './tools';

const COMMANDS = [
  serveCommand,
  importCommand,
  exportCommand,
  tokenCommand,
  schemaCommand,
  auditCommand,
  demoCommand,
];

/**
 * The command line: `npm run coop -- …`.
 * @param subgraphs those of this graph unless told
 */
export function buildProgram(env: Environment, subgraphs: Shell['subgraphs'] = SUBGRAPHS): Command {
  const shell: Shell = { env, subgraphs };
  const program = new Command('coop')
    .description('One graph over the services of a co-operative council.')
    .showHelpAfterError('Add --help to see what there is.');
  program
    .command('start')
    .summary('start the gateway, the sandbox page and every subgraph')
    .description(
      'Starts the graph at PORT (4000) and the subgraphs at the ports after it. COOP_DATA is the folder of the ' +
        'embedded databases; DATABASE_URL=mysql://… puts them on MySQL instead.',
    )
    .action(async () => {
      // The one command that needs the gateway itself, which takes time and memory to load.
      const { start } = await import('@coop/gateway/start');
      await runUntilSignal(() => start(env));
    });
  for (const add of COMMANDS) add(program, shell);
  toolCommands(program, shell);
  return program;
}
