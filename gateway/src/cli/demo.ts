import type { Command } from 'commander';
import { clearDatabase, loadDemo } from '@coop/shared/serving';
import { SettingsError } from '@coop/shared/settings';
import { systemClock } from '@coop/shared/time';
import { builtSubgraphs } from '../host';
import { say } from './say';
import { settingsFrom } from './settings';
import type { Shell } from './shell';
import { withSubgraph } from './with-subgraph';

/** `coop demo reset`: the demo world as on the first day. */
export function demoCommand(program: Command, shell: Shell): void {
  const demo = program.command('demo').description('The demo world.');
  demo
    .command('reset')
    .summary('empty every database and load the demo world anew')
    .description(
      'Empties the database of every subgraph and loads the demo world anew. Refused in production.',
    )
    .requiredOption('--yes', 'really: everything that was written is lost')
    .action(async () => {
      if (settingsFrom(shell).mode !== 'demo')
        throw new SettingsError('This is not demo mode (COOP_MODE): nothing was touched.');
      for (const built of builtSubgraphs(shell.subgraphs))
        await withSubgraph(shell, built, async (subgraph) => {
          await clearDatabase(subgraph.database);
          await loadDemo(subgraph, systemClock);
          say(`${subgraph.name}: loaded anew.`);
        });
    });
}
