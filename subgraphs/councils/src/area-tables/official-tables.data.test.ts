import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseOf, describeDatabases } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { councils } from '..';
import { areasImporter } from './area-tables.import';

const TABLES = resolve(__dirname, '../../../../../shared/data/areas');
test('try', () => undefined);
describeDatabases('official', databaseOf(buildSubgraph(councils)), (world) => {
  test('x', async () => {
    for (let i = 0; i < 2; i++) {
      const t = performance.now();
      const r = await areasImporter.run({
        database: world.database,
        clock: world.clock,
        actor: world.actor({ role: 'administrator', council: null }),
        files: [
          'ward_all_codes',
          'la_all_codes',
          'utla_all_codes',
          'cauth_all_codes',
          'uk_local_authorities',
        ].map((f) => resolve(TABLES, f + '.csv')),
        options: {},
        progress: () => undefined,
      });
      process.stdout.write(JSON.stringify(r, null, 1) + (performance.now() - t) + '\n');
    }
  });
});
