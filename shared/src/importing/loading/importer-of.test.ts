import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeDatabases } from '@coop/test/kit';
import { Parcel, parcelLines, PARCELS, parcelsImport } from '@coop/test/kit/parcels';
import { importerOf } from '..';

describeDatabases('an importer of the command line', PARCELS, (world) => {
  test('takes several files, each whole or not at all, and tells how far it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'coop-test-'));
    const files = ['good.csv', 'wrong.csv', 'more.csv'].map((name) => join(folder, name));
    const texts = [[...parcelLines(5)].join(''), 'a,b\n1,2\n', [...parcelLines(5, 3)].join('')];
    for (const [index, path] of files.entries()) await writeFile(path, texts[index]!);
    const importer = importerOf(parcelsImport, 'A register of parcels');
    expect(importer.name).toBe('parcels');
    expect(importer.options[0]).toMatchObject({ flags: '--council <gss>', required: true });

    const shares: [string, number][] = [];
    const outcomes = await importer.run({
      database: world.database,
      clock: world.clock,
      actor: world.actor(),
      files,
      options: { council: 'E08000004' },
      progress: (path, share) => void shares.push([path, share]),
    });
    await rm(folder, { recursive: true });
    expect(outcomes).toMatchObject([
      { file: 'good.csv', rows: 5, imported: 5, refused: null },
      { file: 'wrong.csv', rows: 0, refused: expect.stringMatching(/no column "Reference"/) as string },
      { file: 'more.csv', rows: 5, imported: 3, alreadyThere: 2, refused: null },
    ]);
    expect(shares).toEqual([
      [files[0], 1],
      [files[2], 1],
    ]);
    expect(await world.database.reader.count(Parcel)).toBe(8);
  });
});
