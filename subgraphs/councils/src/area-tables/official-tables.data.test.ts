import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import type { FileOutcome } from '@coop/shared/importing';
import { councils } from '..';
import { AreaChange } from '../areas/area-change.entity';
import { Council } from '../areas/council.entity';
import { WardMembership } from '../areas/ward-membership.entity';
import { Ward } from '../areas/ward.entity';
import { areasImporter } from './area-tables.import';

const TABLES = resolve(__dirname, '../../../../../shared/data/areas');
const FILES = ['ward_all_codes', 'la_all_codes', 'utla_all_codes', 'cauth_all_codes', 'uk_local_authorities'];
const built = buildSubgraph(councils);

const whereTheTablesAre = existsSync(TABLES) ? describe : describe.skip;

whereTheTablesAre('with the official tables at hand (shared/data/areas)', () => {
  describeDatabases('the official tables', databaseOf(built), (world) => {
    const load = (names: readonly string[]): Promise<FileOutcome[]> =>
      areasImporter.run({
        database: world.database,
        clock: world.clock,
        actor: world.actor({ role: 'administrator', council: null }),
        files: names.map((name) => resolve(TABLES, `${name}.csv`)),
        options: {},
        progress: () => undefined,
      });
    const everything = async () => {
      const { reader } = world.database;
      return [
        await reader.find(Council, { order: { id: 'ASC' } }),
        await reader.find(Ward, { order: { id: 'ASC' } }),
        await reader.find(WardMembership, { order: { id: 'ASC' } }),
        await reader.find(AreaChange, { order: { id: 'ASC' } }),
      ];
    };
    const counts = (outcomes: readonly FileOutcome[]) =>
      outcomes.map(({ rows, imported, alreadyThere, rejected }) => [rows, imported, alreadyThere, rejected]);

    test('every row is imported or reported, in whatever order the files are read, and once only', async () => {
      const outcomes = await load(FILES);
      expect(counts(outcomes)).toEqual([
        [15_729, 15_729, 0, 0],
        [415, 59, 356, 0],
        [218, 21, 197, 0],
        [10, 10, 0, 0],
        [470, 445, 0, 25],
      ]);
      const { reader } = world.database;
      expect(await reader.count(Ward)).toBe(15_728);
      expect(await reader.count(WardMembership)).toBe(15_729);
      expect(await reader.count(Council)).toBe(457);
      const changes = await reader.find(AreaChange);
      const bySource = (source: string) => changes.filter((change) => change.source === source);
      expect([bySource('ACTIVE_CODE').length, bySource('REGISTER').length]).toEqual([2, 63]);
      expect(
        changes
          .filter(({ kind }) => kind === 'SPLIT')
          .map(({ id }) => id)
          .sort(),
      ).toEqual(['E10000006:E06000063', 'E10000006:E06000064', 'E10000021:E06000061', 'E10000021:E06000062']);

      const first = await everything();
      expect(counts(await load(FILES)).map(([, imported]) => imported)).toEqual([0, 0, 0, 0, 0]);
      expect(await everything()).toEqual(first);
      await world.clear();
      expect(counts(await load([...FILES].reverse()))).toEqual([
        [470, 445, 0, 25],
        [10, 1, 9, 0],
        [218, 12, 206, 0],
        [415, 28, 387, 0],
        [15_729, 15_729, 0, 0],
      ]);
      expect(await everything()).toEqual(first);
    }, 180_000);

    test('every oddity of the tables is reported', async () => {
      await world.clear();
      const [wards, districts, , , register] = (await load(FILES)).map(({ remarks }) => remarks);
      expect(wards).toEqual([
        'It is a table of wards.',
        'Names with blanks to spare (1): E05015771 Letchworth South East.',
        'Codes that stand under several councils, kept under each (1): E05014284 under E07000167 Ryedale as “Hunmanby & Sherburn (part Ryedale)” and E07000168 Scarborough as “Hunmanby & Sherburn (part Scarborough)”.',
      ]);
      expect(districts!.slice(1)).toEqual([
        'Councils renamed (1): E07000112 Shepway, now Folkestone and Hythe.',
      ]);
      const found = register!.slice(1).map((remark) => remark.replace(/:.*/, ''));
      expect(found).toEqual([
        'End dates that are the first day of what followed, taken as such (28)',
        'Rows without a GSS code, not imported (25)',
        'Names with blanks to spare (1)',
        'First days that nothing else bears out, left out (95)',
        'Councils that the file names otherwise (11)',
        'Councils that the file puts in another region (2)',
        'Codes in the history of which no table has named the area yet (3)',
        'Councils that the register has as present and another source says were followed (2)',
      ]);
    }, 120_000);

    test('the facts of the demo world stay as they are', async () => {
      await world.clear();
      await loadDemoInto(world, built);
      const demo = await world.database.reader.find(Council);
      const outcomes = await load(FILES);
      expect(counts(outcomes)).toEqual([
        [15_729, 15_729, 0, 0],
        [415, 49, 366, 0],
        [218, 20, 198, 0],
        [10, 9, 1, 0],
        [470, 412, 33, 25],
      ]);
      for (const fact of demo)
        expect(await world.database.reader.findOneByOrFail(Council, { gssCode: fact.gssCode })).toMatchObject(
          { name: fact.name, validFrom: fact.validFrom, validUntil: fact.validUntil },
        );
    }, 120_000);
  });
});
