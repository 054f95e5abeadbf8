import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, describeDatabases } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { spending } from '..';
import { spendImporter } from '../imports/spend.import';
import { POLICY } from './published.fixture';
import { DuplicateSource } from './duplicate-source.entity';
import { scanDuplicates } from './scan-duplicates.command';
import { SourceProfiler } from './source-profile.rules';

const OLDHAM = 'E08000004';
const HEADER = 'Payment Date,Supplier Name,Net Amount,Transaction No,Invoice No';

/** Rows of suppliers who all have the same number for a batch of theirs, and numbers of their own. */
const rowsOf = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => {
    const row = from + at;
    const number = row % 3 === 0 ? 'BATCH-2025' : `INV/${row}`;
    return `${String(1 + (row % 28)).padStart(2, '0')}/02/2025,Supplier ${row % 10} Ltd,${500 + row}.00,T${1000 + row},${number}`;
  });

describeDatabases(
  'what is learned of files while they load',
  databaseOf(buildSubgraph(spending)),
  (world) => {
    let folder: string;
    beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'coop-payments-'))));
    afterAll(() => rm(folder, { recursive: true }));

    test('is what a search learns of their payments', async () => {
      const files = await Promise.all(
        // The second file brings half of the first once more, and the third one is refused.
        [[HEADER, ...rowsOf(0, 200)], [HEADER, ...rowsOf(100, 400)], ['no payments']].map(
          async (lines, at) => {
            const file = join(folder, `${at}.csv`);
            await writeFile(file, lines.join('\r\n'));
            return file;
          },
        ),
      );
      const { database, clock } = world;
      const job = { database, clock, actor: world.actor(), files, progress: () => undefined };
      await spendImporter.run({ ...job, options: { council: OLDHAM } });
      const learned = async () => {
        const sources = await database.reader.find(DuplicateSource, { order: { runId: 'ASC' } });
        return sources.map((source) => ({ ...source, suppliers: [...source.suppliers].sort() }));
      };
      const loaded = await learned();
      expect(loaded).toMatchObject([
        { lines: 200, numbered: 200, batchNumbers: ['BATCH-2025'] },
        { lines: 200, numbered: 200, batchNumbers: ['BATCH-2025'] },
      ]);
      await scanDuplicates(world.context(), OLDHAM, { isFull: true });
      expect(await learned()).toEqual(loaded);
    });
  },
);

test('a file that is too large to be held has its references told by a sample', () => {
  const profiler = new SourceProfiler(POLICY.batchSuppliers, 1 << 14);
  for (let row = 0; row < 60_000; row += 1)
    profiler.add({
      supplier: `supplier_${row % 5000}`,
      invoiceNumber: `INV-${row}`,
      reference: String(31_000_000 + row),
      paidOn: '2025-02-01',
    });
  expect(profiler.profile()).toEqual({
    lines: 60_000,
    numbered: 60_000,
    referenceKind: 'ROW',
    batchNumbers: [],
  });
});
