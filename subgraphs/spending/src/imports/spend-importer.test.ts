import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, describeDatabases } from '@coop/test/kit';
import { GraphUnavailable, type GraphPort } from '@coop/shared/graph';
import { buildSubgraph } from '@coop/shared/graphql';
import { runImport } from '@coop/shared/importing';
import { ImportRun } from '@coop/shared/persistence';
import { spending } from '..';
import { spendImporter } from './spend.import';

const FILE =
  'Payment Date,Supplier Name,Net Amount,Transaction No\r\n' +
  '01/02/2025,Example Paving Ltd,1200.00,T1\r\n02/02/2025,Example Paving Ltd,900.00,T2\r\n';

describeDatabases('the importer of payments', databaseOf(buildSubgraph(spending)), (world) => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'coop-payments-'))));
  afterAll(() => rm(folder, { recursive: true }));

  const importWith = async (council: object | null | Error, dryRun = true) => {
    const file = join(folder, 'payments.csv');
    await writeFile(file, FILE);
    const graph: GraphPort = {
      ask: <Data>(source: string) =>
        source.includes('council(gssCode')
          ? council instanceof Error
            ? Promise.reject(council)
            : Promise.resolve({ council, council0: council } as Data)
          : Promise.reject(new GraphUnavailable()),
    };
    const [outcome] = await runImport(spendImporter, {
      database: world.database,
      clock: world.clock,
      actor: world.actor(),
      files: [file],
      options: { council: 'E08000004', dryRun },
      progress: () => undefined,
      graph,
    });
    return { ...outcome, said: outcome!.remarks.join('\n') };
  };

  test('takes nothing for a council that the directory does not know', async () => {
    expect(await importWith(null, false)).toMatchObject({
      ...{ file: 'payments.csv', rows: 0, imported: 0 },
      refused: expect.stringMatching(
        /^The directory knows no council E08000004\. .*import areas FILE/,
      ) as string,
    });
    expect(await world.database.reader.count(ImportRun)).toBe(0);
    expect(await importWith({ name: 'Oldham' })).toMatchObject({
      ...{ rows: 2, refused: null },
      said: expect.not.stringContaining('directory') as string,
    });
  });

  test('goes on where the directory does not answer, and says so', async () => {
    const { rows, refused, said } = await importWith(new GraphUnavailable());
    expect({ rows, refused }).toEqual({ rows: 2, refused: null });
    expect(said).toContain('could not be asked whether there is a council E08000004: it was taken as given.');
  });
});
