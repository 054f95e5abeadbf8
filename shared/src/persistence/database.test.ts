import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeDatabases } from '@coop/test/kit';
import { Account, LEDGER } from '@coop/test/kit/ledger';
import BetterSqlite from 'better-sqlite3';
import { Column, Entity, type QueryRunner } from 'typeorm';
import {
  addColumns,
  bulkInsert,
  column,
  createIndex,
  createTable,
  dropColumns,
  dropIndex,
  IdColumn,
  Migration,
  openDatabase,
  schemaDifferences,
  SettingsError,
} from '.';
import { FixedClock, instantOf } from '../time';

const clock = new FixedClock('2026-06-01T11:00:00Z');

function account(facts: Partial<Account>): Partial<Account> {
  return {
    id: 'account_1',
    council: 'E08000004',
    name: 'Pot',
    nameSort: 'pot',
    balance: 0,
    openedAt: clock.now(),
    ...facts,
  };
}

describeDatabases('a database', LEDGER, (world, kind) => {
  const write = (...rows: Partial<Account>[]) =>
    world.database.transaction((manager) => bulkInsert(manager, Account, rows));

  test('answers', async () => {
    await expect(world.database.ping()).resolves.toBeUndefined();
  });

  test('has the tables that its entities say', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });

  test('is not migrated twice, and keeps its rows when it is opened again', async () => {
    await write(account({ id: 'account_kept' }));
    await world.reopen();
    expect(await world.database.reader.existsBy(Account, { id: 'account_kept' })).toBe(true);
  });

  test('gives every kind of value back as it was', async () => {
    const row = account({
      id: 'account_full',
      name: 'Ærø 😀 عربى "quoted" \\ back\nline',
      balance: -9_007_199_254_740_991,
      openedAt: instantOf('2026-03-29T01:30:00.987Z'),
      reviewOn: '2024-02-29',
      moves: -2_147_483_647,
      share: 0.1,
      closed: true,
      facts: { list: [1, 'two', null], deep: { ok: true } },
      notes: 'x'.repeat(200_000),
      parentId: 'account_1',
      version: 7,
    });
    await write(row);
    expect(await world.database.reader.findOneByOrFail(Account, { id: 'account_full' })).toEqual(row);
  });

  test('finds rows by every kind of value', async () => {
    await write(
      account({ id: 'account_found', balance: 12_345, reviewOn: '2026-07-01', closed: true, share: 0.25 }),
    );
    const { reader } = world.database;
    for (const where of [{ balance: 12_345 }, { reviewOn: '2026-07-01' }, { share: 0.25 }])
      expect(await reader.findOneBy(Account, where)).toMatchObject({ id: 'account_found' });
    const since = reader.createQueryBuilder(Account, 'a').where('a.openedAt >= :since AND a.id = :id', {
      since: clock.now(),
      id: 'account_found',
    });
    expect(await since.getCount()).toBe(1);
    expect(await since.andWhere('a.openedAt > :now', { now: clock.now() }).getCount()).toBe(0);
  });

  test.each<[string, Partial<Account>]>([
    ['pence beyond 2^53', { balance: 2 ** 53 }],
    ['half a penny', { balance: 0.5 }],
    ['an integer of more than 32 bits', { moves: 2 ** 31 }],
    ['a day that is none', { reviewOn: '2026-02-30' }],
    ['text that is too long', { name: 'x'.repeat(201) }],
    ['an infinite number', { share: Number.POSITIVE_INFINITY }],
  ])('refuses %s alike, wherever it runs', async (_, facts) => {
    await expect(write(account({ id: 'account_bad', ...facts }))).rejects.toThrow(RangeError);
  });

  test('takes text of the full length, counted in characters', async () => {
    await write(account({ id: 'account_long', name: '😀'.repeat(200) }));
    expect(await world.database.reader.existsBy(Account, { name: '😀'.repeat(200) })).toBe(true);
  });

  test('tells apart text that differs in case or accent alone', async () => {
    await write(...['resume', 'Resume', 'résumé'].map((name) => account({ id: `account_${name}`, name })));
    expect(await world.database.reader.countBy(Account, { name: 'resume' })).toBe(1);
  });

  test('is not written through its reader', async () => {
    await expect(world.database.reader.query("UPDATE account SET name = 'x'")).rejects.toThrow(/read.?only/i);
  });

  if (kind === 'mysql')
    test('says so when the server refuses the password, without repeating it', async () => {
      if (world.location.kind !== 'mysql') throw new Error('This is for MySQL.');
      const url = new URL(world.location.url);
      url.password = 'secret';
      const options = { ...world.databaseOptions, location: { kind: 'mysql' as const, url: url.href } };
      const refused: unknown = await openDatabase(options).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(SettingsError);
      expect((refused as SettingsError).message).toContain('refuses the user');
      expect((refused as SettingsError).message).not.toContain('secret');
    });

  test('tries a transaction again while rows are in its way, and gives up with an error of its own', async () => {
    let runs = 0;
    const busy = () =>
      world.database.transaction(async () => {
        runs += 1;
        throw Object.assign(new Error('deadlock'), {
          code: world.database.kind === 'mysql' ? 'ER_LOCK_DEADLOCK' : 'SQLITE_BUSY',
        });
      });
    await expect(busy()).rejects.toMatchObject({ name: 'DatabaseBusyError' });
    expect(runs).toBe(12);
  });

  if (kind === 'sqlite')
    test('keeps other processes from writing from the moment that a write begins', async () => {
      if (world.location.kind !== 'sqlite') throw new Error('This is for SQLite.');
      const other = new BetterSqlite(join(world.location.folder, 'test.sqlite'), { timeout: 0 });
      await world.database.transaction(async (manager) => {
        await manager.count(Account);
        expect(() => other.exec('DELETE FROM account')).toThrow('locked');
      });
      other.exec('DELETE FROM account');
      other.close();
    });

  test('is changed by steps that may be run again', async () => {
    class Steps1770000000000 extends Migration {
      override readonly up = async (runner: QueryRunner): Promise<void> => {
        for (let time = 0; time < 2; time += 1) {
          await createTable(runner, 'thing', [column.id()], { indices: [] });
          await addColumns(runner, 'thing', [
            column.code('state', 20, { default: "it's" }),
            column.flag('old', { default: false }),
          ]);
          await createIndex(runner, 'thing', { columns: ['state', 'id'], unique: true });
          await createIndex(runner, 'thing', ['old']);
          await dropIndex(runner, 'thing', ['old']);
          await dropColumns(runner, 'thing', ['old']);
        }
      };
    }
    const options = { ...world.databaseOptions, migrations: [...LEDGER.migrations, Steps1770000000000] };
    const database = await openDatabase(options);
    await database.transaction((manager) => manager.query("INSERT INTO thing (id) VALUES ('thing_1')"));
    expect(await database.reader.query('SELECT * FROM thing')).toMatchObject([
      { id: 'thing_1', state: "it's" },
    ]);
    await database.close();
    await expect(new Steps1770000000000().down()).rejects.toThrow('forward');
  });

  test('says what its tables lack', async () => {
    @Entity('account')
    class Longer {
      @IdColumn()
      id!: string;

      @Column({ type: 'varchar', length: 77 })
      motto!: string;
    }
    const database = await openDatabase({ ...world.databaseOptions, entities: [Longer] });
    expect((await schemaDifferences(database)).join('\n')).toContain('motto');
    await database.close();
  });
});

describe('a database that cannot be opened says so in one line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coop-settings-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const open = (location: Parameters<typeof openDatabase>[0]['location']) =>
    openDatabase({ name: 'test', location, entities: [], migrations: [], clock });
  const refusal = async (location: Parameters<typeof open>[0]): Promise<string> => {
    const error: unknown = await open(location).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SettingsError);
    return (error as SettingsError).message;
  };

  test('when its folder is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await refusal({ kind: 'sqlite', folder: file })).toContain('there is a file of that name');
  });

  test('when its file is a folder', async () => {
    const place = join(folder, 'place');
    mkdirSync(join(place, 'test.sqlite'), { recursive: true });
    const message = await refusal({ kind: 'sqlite', folder: place });
    expect(message).toContain('test.sqlite cannot be opened: it is a folder.');
  });

  test('when its file is something else', async () => {
    writeFileSync(
      join(folder, 'test.sqlite'),
      'this is no database, only text that is long enough'.repeat(50),
    );
    expect(await refusal({ kind: 'sqlite', folder })).toContain('not an SQLite database');
    expect(readdirSync(folder)).toContain('test.sqlite');
  });

  test.each(['nonsense', 'http://localhost/coop', 'mysql://localhost', 'mysql://localhost/a;b'])(
    'when %s is no address',
    async (url) => {
      expect(await refusal({ kind: 'mysql', url })).toContain('mysql://');
    },
  );

  test('when no server answers, without its password', async () => {
    const message = await refusal({ kind: 'mysql', url: 'mysql://somebody:secret@127.0.0.1:1/coop' });
    expect(message).toBe('The database server at 127.0.0.1:1 does not answer (ECONNREFUSED).');
  });
});
