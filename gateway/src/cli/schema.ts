import type { Command } from 'commander';
import type { Environment } from '@coop/shared/settings';
import { builtSubgraphs } from '../host';
import { staleSchemas, writeSchemas } from '../schemas';
import { say, warn } from './say';

/** `coop schema`: writes or checks the committed schemas. */
export function schemaCommand(program: Command, _env: Environment): void {
  program
    .command('schema')
    .summary('write the committed schemas, or check them')
    .description(
      "Writes each subgraph's schema.graphql and the gateway's supergraph.graphql from the code. With --check " +
        'it writes nothing and exits with 1 when one of them is stale.',
    )
    .option('--check', 'only say which files are stale')
    .action(async ({ check }: { check?: boolean }) => {
      const built = builtSubgraphs();
      const stale = check ? await staleSchemas(built) : await writeSchemas(built);
      for (const file of stale) (check ? warn : say)(`${check ? 'stale: ' : 'written: '}${file}`);
      if (stale.length === 0) say('All schemas are as the code says.');
      else if (check) {
        warn('Run npm run coop -- schema and commit what changed.');
        process.exitCode = 1;
      }
    });
}
