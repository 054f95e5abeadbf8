import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, describeDatabases } from '@coop/test/kit';
import { GraphUnavailable, type GraphPort } from '@coop/shared/graph';
import { buildSubgraph } from '@coop/shared/graphql';
import { spending } from '..';
import { spendImporter } from './spend.import';

const FILE =
  'Payment Date,Supplier Name,Net Amount,Transaction No\r\n' +
  '01/02/2025,Example Paving Ltd,1200.00,T1\r\n02/02/2025,Example Paving Ltd,900.00,T2\r\n';

describeDatabases('the importer of payments', databaseOf(buildSubgraph(spending)), (world) => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'coop-payments-'))));
  afterAll(() => rm(folder, { recursive: true }));

  const remarksWith = async (council: object | null | Error) => {
    const file = join(folder, 'payments.csv');
    await writeFile(file, FILE);
    const graph: GraphPort = {
      ask: <Data>(source: string) =>
        source.includes('council(gssCode')
          ? council instanceof Error
            ? Promise.reject(council)
            : Promise.resolve({ council } as Data)
          : Promise.reject(new GraphUnavailable()),
    };
    const [outcome] = await spendImporter.run({
      database: world.database,
      clock: world.clock,
      actor: world.actor(),
      files: [file],
      options: { council: 'E08000004', dryRun: true },
      progress: () => undefined,
      graph,
    });
    expect(outcome).toMatchObject({ rows: 2, refused: null });
    return outcome!.remarks.join('\n');
  };

  test('says when the directory does not know the council, and only then', async () => {
    expect(await remarksWith(null)).toMatch(/The directory knows no council E08000004/);
    expect(await remarksWith({ name: 'Oldham' })).not.toMatch(/knows no council/);
    expect(await remarksWith(new GraphUnavailable())).not.toMatch(/knows no council/);
  });
});
