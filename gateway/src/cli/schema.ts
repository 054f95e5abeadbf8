import type { Command } from 'commander';
import { builtSubgraphs } from '../host';
import { staleSchemas, writeSchemas } from '../schemas';
import { say, warn } from './say';
import type { Shell } from './shell';

/** `coop schema`: writes or checks the committed schemas. */
export function schemaCommand(program: Command, shell: Shell): void {
  program
    .command('schema')
    .summary('write the committed schemas, or check them')
    .description(
      "Writes each subgraph's schema.graphql, the drawings of lifecycles in its README, and the gateway's " +
        'supergraph.graphql from the code. With --check it writes nothing and exits with 1 when one of them is stale.',
    )
    .option('--check', 'only say which files are stale')
    .action(async ({ check }: { check?: boolean }) => {
      const built = builtSubgraphs(shell.subgraphs);
      const stale = check ? await staleSchemas(built) : await writeSchemas(built);
      for (const file of stale) (check ? warn : say)(`${check ? 'stale: ' : 'written: '}${file}`);
      if (stale.length === 0) say('All schemas are as the code says.');
      else if (check) {
        warn('Run npm run coop -- schema and commit what changed.');
        process.exitCode = 1;
      }
    });
}
