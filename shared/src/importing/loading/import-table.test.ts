import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describeDatabases, ended, startChild, type World } from '@coop/test/kit';
import { Parcel, parcelLines, PARCELS, parcelsImport } from '@coop/test/kit/parcels';
import { defineCommand, done, verifyAudit } from '../../commands';
import { AuditEntry, ImportChange, ImportProblem, ImportRun, schemaDifferences } from '../../persistence';
import { cleanUpImports, importTable, visibleImports } from '..';

const OLDHAM = 'E08000004';

/** Lines of a file that stop coming after some, until something else that began meanwhile is over. */
async function* pausing(lines: readonly string[], after: number, meanwhile: () => Promise<unknown> | null) {
  yield* lines.slice(0, after);
  while (!meanwhile()) await nextTurn();
  await meanwhile();
  yield* lines.slice(after);
}

const file = (lines: Iterable<string> | AsyncIterable<string> | string, name = 'parcels.csv') => ({
  name,
  stream: Readable.from(typeof lines === 'string' ? [lines] : lines),
});

const parcelRename = defineCommand<{ reference: string; name: string }>({
  name: 'parcelRename',
  async handle(tx, { reference, name }) {
    const { id } = await tx.manager.findOneByOrFail(Parcel, { reference });
    const parcel = (await tx.lock(Parcel, id))!;
    await tx.update(Object.assign(parcel, { name }));
    return done({ council: parcel.council, subject: id });
  },
});

const note = defineCommand<object>({
  name: 'noteWrite',
  handle: async (tx) => done({ council: null, subject: tx.newId('note') }),
});

/** Imports, and checks what holds of every import: no row of the file is unaccounted for. */
async function load(world: World, lines: Iterable<string> | string, council = OLDHAM) {
  const outcome = await importTable(world.context(), parcelsImport, file(lines), { council });
  expect(outcome.rows).toBe(outcome.imported + outcome.alreadyThere + outcome.rejected);
  return outcome;
}

const visible = (world: World) =>
  world.database.reader.createQueryBuilder(Parcel, 'parcel').where(visibleImports('parcel'));

const HEADER = 'Reference,Name,Price\r\n';

describeDatabases('imports', PARCELS, (world) => {
  beforeEach(() => world.clear(), 60_000);

  test('the register the imports are tested on is what its migrations make', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });

  test('rows are imported with everything in them, and the run says so', async () => {
    const outcome = await load(world, parcelLines(3));
    expect(outcome).toMatchObject({ rows: 3, imported: 3, alreadyThere: 0, rejected: 0, refused: null });
    expect(await world.database.reader.findOneByOrFail(Parcel, { reference: 'P0' })).toMatchObject({
      council: OLDHAM,
      name: 'Parcel number 0',
      price: 110050,
      valuedOn: '2021-01-01',
      area: 0.5,
      notes: 'Two storeys, brick',
      vacant: false,
      version: 1,
      readAt: world.clock.now(),
    });
    const [run] = await world.database.reader.find(ImportRun);
    expect(run).toMatchObject({
      kind: 'parcels',
      state: 'COMPLETE',
      rows: 3,
      imported: 3,
      file: 'parcels.csv',
    });
    expect(run!.sha256).toMatch(/^[0-9a-f]{64}$/);
    const [entry] = await world.database.reader.find(AuditEntry);
    expect(entry).toMatchObject({ action: 'parcelsImport', council: OLDHAM, subject: run!.id });
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  });

  test('the same file imported twice imports nothing, and all is already there', async () => {
    const lines = [...parcelLines(2500), 'P7,Parcel number 7,,,,,,,,,,,\r\n', 'P9001,,,,,,,,,,,,\r\n'];
    const first = await load(world, lines);
    expect(first).toMatchObject({ rows: 2502, imported: 2500, alreadyThere: 0, rejected: 2 });
    const before = await world.database.reader.find(Parcel, { order: { id: 'ASC' } });
    const second = await load(world, lines);
    expect(second).toMatchObject({ rows: 2502, imported: 0, alreadyThere: 2500, rejected: 2 });
    expect(second.sha256).toBe(first.sha256);
    expect(await world.database.reader.find(Parcel, { order: { id: 'ASC' } })).toEqual(before);
  }, 120_000);

  test('a row that is there already is changed where the file differs, and nowhere else', async () => {
    await load(world, parcelLines(3));
    world.clock.advance(60_000);
    const changed = [...parcelLines(3)]
      .join('')
      .replace('Parcel number 1', 'Renamed')
      .replace('£1,102.50', '');
    expect(await load(world, changed)).toMatchObject({ rows: 3, imported: 2, alreadyThere: 1 });
    const parcels = await world.database.reader.find(Parcel, { order: { reference: 'ASC' } });
    expect(parcels).toMatchObject([
      { name: 'Parcel number 0', version: 1 },
      { name: 'Renamed', nameSort: 'renamed', price: 110150, version: 2, readAt: world.clock.now() },
      { name: 'Parcel number 2', price: null, version: 2 },
    ]);
    expect(await world.database.reader.count(ImportChange)).toBe(0);
  });

  test('every rejected row is reported with its row, its column and its reason', async () => {
    const outcome = await load(
      world,
      `${HEADER}A1,Hall,1\r\nA2,,2\r\nA3,Barn,lots\r\nA4,Mill,-5\r\nA1,Yard,3\r\n,Shed,4\r\nA5,${'x'.repeat(201)},5\r\n`,
    );
    expect(outcome).toMatchObject({ rows: 7, imported: 1, alreadyThere: 0, rejected: 6 });
    const problems = await world.database.reader.find(ImportProblem, { order: { record: 'ASC' } });
    expect(
      problems.map(({ record, column, severity, message }) => [record, column, severity, message]),
    ).toEqual([
      [3, 'Name', 'REJECTED', 'It is blank.'],
      [4, 'Price', 'REJECTED', 'It is not an amount of pounds. (“lots”)'],
      [5, '', 'REJECTED', 'Its price is negative.'],
      [6, '', 'REJECTED', 'Row 2 of this file has the same reference.'],
      [7, 'Reference', 'REJECTED', 'It is blank.'],
      [8, '', 'REJECTED', 'Its name is longer than 200 characters.'],
    ]);
    expect(outcome.remarks[0]).toBe('Row 3, Name: rejected. It is blank.');
  });

  test('the same reference of another council is another row', async () => {
    await load(world, parcelLines(2));
    expect(await load(world, parcelLines(2), 'E08000021')).toMatchObject({ imported: 2, alreadyThere: 0 });
    expect(await world.database.reader.countBy(Parcel, { reference: 'P1' })).toBe(2);
  });

  test('a file that is no table of this kind is refused whole, and leaves no run', async () => {
    const outcome = await load(world, 'Contract,Title\r\nC1,Gritting\r\n');
    expect(outcome).toMatchObject({
      rows: 0,
      refused: expect.stringMatching(/no column "Reference"/) as string,
    });
    expect(await world.database.reader.count(ImportRun)).toBe(0);
  });

  test('nothing of an import is seen before it is complete, commands get through meanwhile, readers too', async () => {
    await load(world, parcelLines(10));
    const seen = new Set<number>();
    let served = 0;
    const over = new AbortController();
    const others = (async () => {
      while (!over.signal.aborted) {
        seen.add(await visible(world).getCount());
        expect(await note.run(world.context(), {})).toMatchObject({ ok: true });
        await parcelRename.run(world.context(), { reference: 'P3', name: `Renamed ${served}` });
        served += 1;
        // As requests do, which come in from outside: the embedded driver answers without a turn of the loop.
        await nextTurn();
      }
    })();
    const outcome = await importTable(world.context(), parcelsImport, file(parcelLines(10_000, 10)), {
      council: OLDHAM,
    });
    over.abort();
    await others;
    expect(outcome).toMatchObject({ rows: 10_000, imported: 10_000 });
    seen.delete(10_010);
    expect([...seen]).toEqual([10]);
    expect(served).toBeGreaterThan(3);
    expect(await visible(world).getCount()).toBe(10_010);
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  }, 120_000);

  test('a row that somebody changed while the file was read is left as it is, and counts as rejected', async () => {
    await load(world, parcelLines(3));
    const lines = [...parcelLines(3000)];
    lines[2] = lines[2]!.replace('Parcel number 1', 'From the file');
    let renaming: Promise<unknown> | null = null;
    const outcome = await importTable(
      world.context(),
      parcelsImport,
      file(pausing(lines, 2500, () => renaming)),
      {
        council: OLDHAM,
        onProgress() {
          renaming ??= parcelRename.run(world.context(), { reference: 'P1', name: 'By an officer' });
        },
      },
    );
    expect(outcome).toMatchObject({ rows: 3000, imported: 2997, alreadyThere: 2, rejected: 1 });
    expect(outcome.remarks.join()).toMatch(/Somebody changed this row/);
    expect(await world.database.reader.findOneByOrFail(Parcel, { reference: 'P1' })).toMatchObject({
      name: 'By an officer',
      version: 2,
    });
  }, 120_000);

  test('an error on the way leaves nothing of the import behind', async () => {
    await load(world, parcelLines(2));
    const broken = function* () {
      yield* parcelLines(5000, 2);
      throw new Error('the disk is gone');
    };
    await expect(load(world, broken())).rejects.toThrow('the disk is gone');
    expect(await world.database.reader.count(Parcel)).toBe(2);
    expect(await world.database.reader.count(ImportProblem)).toBe(0);
    const states = (await world.database.reader.find(ImportRun, { order: { id: 'ASC' } })).map(
      ({ state }) => state,
    );
    expect(states).toEqual(['COMPLETE', 'ABANDONED']);
    expect(await load(world, parcelLines(10))).toMatchObject({ imported: 8, alreadyThere: 2 });
  }, 120_000);

  test('what follows from new rows is written in lots, each row once, before anybody sees them', async () => {
    const lots: string[][] = [];
    const seen: number[] = [];
    const following: typeof parcelsImport = {
      ...parcelsImport,
      async follow(manager, rows, areNew) {
        expect(areNew).toBe(true);
        expect(await manager.countBy(Parcel, { importRunId: rows[0]!.importRunId })).toBeGreaterThan(0);
        seen.push(await visible(world).getCount());
        lots.push(rows.map(({ id }) => id));
      },
    };
    await load(world, parcelLines(3));
    await importTable(world.context(), following, file(parcelLines(12_345)), { council: OLDHAM });
    const ids = (await world.database.reader.find(Parcel, { select: { id: true } })).map(({ id }) => id);
    expect(lots.flat()).toHaveLength(12_342);
    expect([...lots.flat()].sort()).toEqual(lots.flat());
    expect(new Set(lots.flat())).toEqual(new Set(ids.sort().slice(3)));
    expect(lots.length).toBeLessThan(4);
    expect(seen.every((count) => count === 3)).toBe(true);
    lots.length = 0;
    await importTable(world.context(), following, file(parcelLines(5)), { council: OLDHAM });
    expect(lots).toEqual([]);
  }, 120_000);

  test('the columns that nothing reads are told, but for those without a header', async () => {
    const text = 'Reference,Name,Colour,Name,,Price\nP1,Hall,red,Hall again,x,1.00\n';
    expect(await load(world, text)).toMatchObject({ imported: 1, unused: ['Colour', 'column 4 (Name)'] });
  });

  test('a second import of the same kind waits its turn, and is told so', async () => {
    let second: Promise<{ refused: string | null }> | null = null;
    await importTable(world.context(), parcelsImport, file(parcelLines(3000)), {
      council: OLDHAM,
      onProgress: () => void (second ??= load(world, parcelLines(5))),
    });
    expect((await second!).refused).toMatch(/Another import of parcels \(parcels\.csv\) is under way/);
    expect(await load(world, parcelLines(5))).toMatchObject({ refused: null, alreadyThere: 5 });
  }, 120_000);

  test('an import whose process was killed is never seen, and the next start takes away what it left', async () => {
    await load(world, parcelLines(10));
    const child = startChild('import-process.ts');
    child.on('message', ({ rows }: { rows: number }) => {
      if (rows >= 6000) child.kill('SIGKILL');
    });
    child.send({ location: world.location, now: world.clock.now().toISOString(), rows: 400_000 });
    await ended(child);
    expect(child.signalCode).toBe('SIGKILL');
    await world.reopen();

    expect(await world.database.reader.count(Parcel)).toBeGreaterThan(5000);
    expect(await visible(world).getCount()).toBe(10);
    // While its lease runs it may be alive, in another process: nobody touches it.
    expect(await cleanUpImports(world.context())).toEqual([]);
    expect((await load(world, parcelLines(1))).refused).toMatch(/under way/);
    world.clock.advance(31_000);
    expect(await cleanUpImports(world.context())).toHaveLength(1);
    expect(await world.database.reader.count(Parcel)).toBe(10);
    expect(await load(world, parcelLines(20))).toMatchObject({ imported: 10, alreadyThere: 10 });
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  }, 120_000);

  test('a clean-up that is stopped ends after a chunk, and the next one does the rest', async () => {
    let looks = 0;
    // Asked for before the run and before each chunk: the second chunk is not deleted any more.
    const signal = {
      get aborted() {
        return (looks += 1) > 2;
      },
    } as AbortSignal;
    let cleaning: Promise<readonly string[]> | null = null;
    const lines = pausing([...parcelLines(10_000)], 8000, () => cleaning);
    const dying = importTable(world.context(), parcelsImport, file(lines), {
      council: OLDHAM,
      onProgress(_, rows) {
        if (cleaning || rows < 6000) return;
        world.clock.advance(31_000);
        cleaning = cleanUpImports(world.context(), signal);
      },
    });
    await expect(dying).rejects.toThrow(/was taken to be dead/);
    expect(await cleaning).toEqual([]);
    expect(await world.database.reader.count(Parcel)).toBeGreaterThan(0);
    world.clock.advance(31_000);
    expect(await cleanUpImports(world.context())).toHaveLength(1);
    expect(await world.database.reader.count(Parcel)).toBe(0);
  }, 60_000);

  test('an import that was taken to be dead while it slept writes nothing more', async () => {
    let cleaning: Promise<readonly string[]> | null = null;
    const lines = pausing([...parcelLines(10_000)], 5000, () => cleaning);
    const sleeping = importTable(world.context(), parcelsImport, file(lines), {
      council: OLDHAM,
      onProgress() {
        if (cleaning) return;
        world.clock.advance(31_000);
        cleaning = cleanUpImports(world.context());
      },
    });
    await expect(sleeping).rejects.toThrow(/was taken to be dead/);
    expect(await cleaning).toHaveLength(1);
    expect(await world.database.reader.count(Parcel)).toBe(0);
  }, 60_000);
});
