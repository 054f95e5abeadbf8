import { resolve } from 'node:path';
import fc from 'fast-check';
import { databaseOf, describeDatabases, loadDemoInto, type World } from '@coop/test/kit';
import { verifyAudit } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import type { FileOutcome } from '@coop/shared/importing';
import { AuditEntry, ImportProblem, ImportRun } from '@coop/shared/persistence';
import { councils } from '..';
import { AreaChange } from '../areas/area-change.entity';
import { Council } from '../areas/council.entity';
import { WardMembership } from '../areas/ward-membership.entity';
import { Ward } from '../areas/ward.entity';
import { areasImporter } from './area-tables.import';

const built = buildSubgraph(councils);
const sample = (name: string) => resolve(__dirname, '../../samples', name);

describeDatabases('imports of areas', databaseOf(built), (world) => {
  beforeEach(() => world.clear());

  const load = (world_: World, files: string[], changes?: string): Promise<FileOutcome[]> =>
    areasImporter.run({
      database: world_.database,
      clock: world_.clock,
      actor: world_.actor({ role: 'administrator', council: null, organisation: 'organisation_ops' }),
      files: files.map(sample),
      options: changes ? { changes: sample(changes) } : {},
      progress: () => undefined,
    });
  const only = async (file: string): Promise<FileOutcome> => {
    const [outcome] = await load(world, [file]);
    expect(outcome!.rows).toBe(outcome!.imported + outcome!.alreadyThere + outcome!.rejected);
    return outcome!;
  };
  const rows = async () => {
    const { reader } = world.database;
    return {
      councils: await reader.find(Council, { order: { id: 'ASC' } }),
      wards: await reader.find(Ward, { order: { id: 'ASC' } }),
      memberships: await reader.find(WardMembership, { order: { id: 'ASC' } }),
      changes: await reader.find(AreaChange, { order: { id: 'ASC' } }),
    };
  };
  const successorsOf = async (formerGssCode: string) =>
    (
      await world.database.reader.find(AreaChange, {
        where: { formerGssCode },
        order: { successorGssCode: 'ASC' },
      })
    ).map(({ successorGssCode, changedOn, kind, source }) => [successorGssCode, changedOn, kind, source]);

  test('a table of ward codes brings wards and the councils they lie in, and says what is odd', async () => {
    const outcome = await only('ward-codes.csv');
    expect(outcome).toMatchObject({ rows: 10, imported: 6, alreadyThere: 1, rejected: 3, refused: null });
    expect(outcome.remarks).toEqual([
      'It is a table of wards.',
      'Names with blanks to spare (1): E05099002 Bridge, North & South.',
      'Years of a table that are none, left out (1): row 6, “soon”.',
      expect.stringMatching(
        /^Rows that name no ward, not imported \(3\): row 8, ward: E12000002 stands for a region.*row 9, The ward has no name.*row 10, council: “Testford” is no area code/,
      ),
      'Councils of several names in one file (1): E07000902 Testford, in row 11 Testford Borough.',
      'Codes that stand twice under one council (1): E05099001 in rows 2, 7.',
      'Codes that stand under several councils, kept under each (1): E05099003 under E07000901 Sampleham as “Castle (part Sampleham)” and E07000902 Testford as “Castle (part Testford)”.',
    ]);
    const found = await rows();
    expect(found.councils.map(({ gssCode, name, kind }) => [gssCode, name, kind])).toEqual([
      ['E07000901', 'Sampleham', 'NON_METROPOLITAN_DISTRICT'],
      ['E07000902', 'Testford', 'NON_METROPOLITAN_DISTRICT'],
    ]);
    expect(found.memberships.map(({ id }) => id)).toEqual([
      'E07000901:E05099001',
      'E07000901:E05099002',
      'E07000901:E05099003',
      'E07000902:E05099003',
      'E07000902:E05099004',
      'E07000902:E05099007',
    ]);
    expect(found.wards.map(({ firstSeenYear, validFrom }) => [firstSeenYear, validFrom])).toEqual([
      [2016, null],
      [2018, null],
      [2022, null],
      [null, null],
      [2016, null],
    ]);
  });

  test('headers that bear a year say in which year a ward was seen; the earliest is kept', async () => {
    expect(await only('wards-of-a-year.csv')).toMatchObject({ imported: 3, rejected: 0 });
    await only('ward-codes.csv');
    expect(await only('wards-of-a-year.csv')).toMatchObject({ imported: 1, alreadyThere: 2 });
    const { wards, memberships } = await rows();
    expect(wards.find(({ gssCode }) => gssCode === 'E05099001')!.firstSeenYear).toBe(2016);
    expect(wards.find(({ gssCode }) => gssCode === 'E05099008')!.firstSeenYear).toBe(2019);
    expect(wards.find(({ gssCode }) => gssCode === 'E05099007')!.name).toBe('Ferry Side');
    expect(memberships.find(({ wardGssCode }) => wardGssCode === 'E05099007')!.nameSort).toBe('ferry side');
  });

  test('active codes say what followed, without a day; a circle is left out and reported', async () => {
    const outcome = await only('district-codes.csv');
    expect(outcome).toMatchObject({ rows: 7, imported: 7, rejected: 0 });
    expect(outcome.remarks).toEqual([
      'It is a table of districts and single-tier councils.',
      'Active codes that have no row of their own (1): E07000906 after E07000905.',
      'Areas that would follow themselves in a circle, left out (2): E07000903 by E07000904; E07000904 by E07000903.',
      'Codes in the history of which no table has named the area yet (1): E07000906.',
    ]);
    expect(await successorsOf('E07000901')).toEqual([['E06000901', null, 'MERGE', 'ACTIVE_CODE']]);
    expect(await successorsOf('E07000905')).toEqual([['E07000906', null, 'RECODE', 'ACTIVE_CODE']]);
    expect([await successorsOf('E07000903'), await successorsOf('E07000904')]).toEqual([[], []]);
    expect((await rows()).councils.map(({ validUntil }) => validUntil)).toEqual(Array(7).fill(null));
  });

  test('a register says what replaced what, and its days are taken where they bear each other out', async () => {
    const outcome = await only('register.csv');
    expect(outcome).toMatchObject({ rows: 13, imported: 12, alreadyThere: 0, rejected: 1 });
    expect(outcome.remarks).toEqual([
      'It is the register of local authorities.',
      'End dates that are the first day of what followed, taken as such (4): E07000901 Sampleham, 2023-04-01; E07000902 Testford Town, 2023-04-01; E07000908 Middling, 2023-04-01; E10000901 Sampleshire, 2021-04-01.',
      'Areas that ended and nothing followed, their last day left open (1): E07000909 Goneby, 2020-12-31.',
      'Areas whose last day does not fit the first of what followed (1): E07000910 Oddby, 2020-12-31.',
      'Areas replaced by what the register does not list, left out (1): E07000911 Lostby by XXX.',
      'Former codes that are none, left out (1): none of E07000912.',
      'Rows without a GSS code, not imported (1): NIR-A Somewhere Council.',
      'First days that nothing else bears out, left out (2): E07000901 Sampleham, 2005-06-07; E07000912 Recoded, 1974-04-01.',
      'Codes in the history of which no table has named the area yet (1): E07000913.',
    ]);
    expect(await successorsOf('E10000901')).toEqual([
      ['E06000902', '2021-04-01', 'SPLIT', 'REGISTER'],
      ['E06000903', '2021-04-01', 'SPLIT', 'REGISTER'],
    ]);
    expect(await successorsOf('E07000907')).toEqual([['E07000908', '2019-04-01', 'RECODE', 'REGISTER']]);
    expect(await successorsOf('E07000910')).toEqual([['E06000902', null, 'MERGE', 'REGISTER']]);
    const days = Object.fromEntries(
      (await rows()).councils.map(({ gssCode, validFrom, validUntil }) => [gssCode, [validFrom, validUntil]]),
    );
    expect(days).toMatchObject({
      E07000901: [null, '2023-03-31'],
      E07000902: ['1974-04-01', '2023-03-31'],
      E07000907: [null, '2019-03-31'],
      E07000908: ['2019-04-01', '2023-03-31'],
      E06000901: ['2023-04-01', null],
      E07000909: ['1974-04-01', null],
      E07000910: ['1974-04-01', null],
      E07000912: [null, null],
    });
  });

  test('whatever the order of the files, the directory is the same in the end', async () => {
    const files = ['ward-codes.csv', 'district-codes.csv', 'register.csv', 'changes.csv'];
    await load(world, files);
    const expected = await rows();
    expect(await successorsOf('E07000907')).toEqual([
      ['E07000908', '2019-04-01', 'RECODE', 'TABLE_OF_CHANGES'],
    ]);
    const orders = fc.sample(fc.shuffledSubarray(files, { minLength: 4 }), { numRuns: 6, seed: 1 });
    for (const order of orders) {
      await world.clear();
      await load(world, order);
      expect([order, await rows()]).toEqual([order, expected]);
    }
  }, 60_000);

  test('imported again, the files bring nothing new', async () => {
    const files = ['ward-codes.csv', 'district-codes.csv', 'register.csv'];
    await load(world, files, 'changes.csv');
    const before = await rows();
    for (const outcome of await load(world, files, 'changes.csv'))
      expect(outcome).toMatchObject({ imported: 0, alreadyThere: outcome.rows - outcome.rejected });
    expect(await rows()).toEqual(before);
  });

  test('a table of changes gives areas their days, and keeps those that are known', async () => {
    await load(world, ['ward-codes.csv', 'wards-of-a-year.csv'], 'changes.csv');
    const { wards, councils: found } = await rows();
    expect(wards.find(({ gssCode }) => gssCode === 'E05099001')!.validUntil).toBe('2019-05-01');
    expect(wards.find(({ gssCode }) => gssCode === 'E05099008')!.validFrom).toBe('2019-05-02');
    expect(found.map(({ validUntil }) => validUntil)).toEqual(['2023-03-31', '2023-03-31']);
  });

  test('a table of changes that contradicts itself is refused whole, with every row that is wrong', async () => {
    const [outcome] = await load(world, [], 'changes-that-contradict.csv');
    expect(outcome).toMatchObject({
      rows: 5,
      imported: 0,
      refused: expect.stringMatching('do not go together') as string,
    });
    expect(outcome!.remarks.join(' ')).toMatch(
      /Row 4: a council of ENGLAND cannot go on as a ward.*Row 6: E07000904 goes on in several areas.*circle/,
    );
    expect((await rows()).changes).toEqual([]);
    expect(await world.database.reader.count(ImportRun)).toBe(0);
  });

  test('a table of changes that leads in a circle with what is on record is refused, and nothing is written', async () => {
    await world.database.transaction((manager) =>
      manager.insert(AreaChange, {
        id: 'E06000901:E07000901',
        formerGssCode: 'E06000901',
        successorGssCode: 'E07000901',
        changedOn: null,
        kind: 'RECODE',
        source: 'TABLE_OF_CHANGES',
      }),
    );
    const before = await rows();
    const [outcome] = await load(world, [], 'changes.csv');
    expect(outcome!.remarks[0]).toMatch(/With what is on record: E0\d+ would follow itself in a circle/);
    expect(await rows()).toEqual(before);
  });

  test('a file that is none of these tables is refused, with what it has', async () => {
    const [boundaries, missing, wards] = await load(
      world,
      ['boundaries.geojson', 'no-such-file.csv'],
      'ward-codes.csv',
    );
    expect(boundaries!.refused).toMatch('JSON');
    expect(missing!.refused).toMatch('there is no such file');
    expect(wards!.refused).toMatch('not a table of changes');
    expect(await world.database.reader.count(AuditEntry)).toBe(0);
  });

  test('an import is on record with its remarks, and in the audit trail', async () => {
    await only('register.csv');
    const [run] = await world.database.reader.find(ImportRun);
    expect(run).toMatchObject({ kind: 'areas', state: 'COMPLETE', rows: 13, imported: 12, rejected: 1 });
    expect(await world.database.reader.countBy(ImportProblem, { run: run!.id })).toBe(9);
    const [entry] = await world.database.reader.find(AuditEntry);
    expect(entry).toMatchObject({ action: 'areasImport', subject: run!.id, council: '' });
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  });

  test('facts that were looked up are not overwritten', async () => {
    await loadDemoInto(world, built);
    const before = await rows();
    await load(world, ['ward-codes.csv', 'district-codes.csv', 'register.csv'], 'changes.csv');
    const after = await rows();
    for (const council of before.councils) expect(after.councils).toContainEqual(council);
    for (const change of before.changes) expect(after.changes).toContainEqual(change);
  });
});
