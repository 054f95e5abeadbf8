import { Command } from 'commander';
import { runUntilSignal } from '@coop/shared/serving';
import type { Environment } from '@coop/shared/settings';
import { demoCommand } from './demo';
import { schemaCommand } from './schema';
import { serveCommand } from './serve';
import { start } from './start';
import { tokenCommand } from './token';

/** The command line: `npm run coop -- …`. */
export function buildProgram(env: Environment): Command {
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
    .action(() => runUntilSignal(() => start(env)));
  for (const add of [serveCommand, tokenCommand, schemaCommand, demoCommand]) add(program, env);
  return program;
}
