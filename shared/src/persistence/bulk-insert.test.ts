import type { EntityManager } from 'typeorm';
import { describeDatabases } from '@coop/test/kit';
import { Account, LEDGER } from '@coop/test/kit/ledger';
import { bulkInsert } from '.';
import { loadByMysql, MANY } from './bulk-mysql';
import { FixedClock } from '../time';

const clock = new FixedClock('2026-06-01T11:00:00Z');

/** What would end a field or a line of a plain table, or look like its NULL. */
const AWKWARD = [
  '\\N',
  'a\tb',
  'a\nb',
  'a\r\nb',
  'back\\',
  '\\t',
  'nul\0l',
  "it's",
  '"quoted"',
  ' both ',
  '£ 😀',
  '',
];

const rowsOf = (names: readonly string[]): Partial<Account>[] =>
  names.map((name, at) => ({
    id: `account_${at}`,
    council: 'E08000004',
    name,
    nameSort: 'pot',
    balance: at % 2 === 0 ? at : -at,
    openedAt: clock.now(),
    ...(at % 3 === 0 ? { reviewOn: '2026-07-01', closed: true, share: 0.1, facts: { tab: 'a\tb' } } : {}),
  }));
const many = Array.from({ length: MANY + 7 }, (_, at) => AWKWARD[at % AWKWARD.length]!);

describeDatabases('many rows inserted at once', LEDGER, (world) => {
  beforeEach(() => world.clear());

  const write = (rows: readonly Partial<Account>[]) =>
    world.database.transaction((manager) => bulkInsert(manager, Account, rows));

  test('come back as they are when they go in one by one, whatever their text', async () => {
    await write(rowsOf(many));
    const found = await world.database.reader.find(Account, { order: { balance: 'ASC' } });
    await world.clear();
    for (const row of rowsOf(many)) await write([row]);
    expect(found).toEqual(await world.database.reader.find(Account, { order: { balance: 'ASC' } }));
    expect(found).toHaveLength(many.length);
    expect(new Set(found.map(({ name }) => name))).toEqual(new Set(AWKWARD));
  });

  test('are all left out when one of them is there already', async () => {
    const rows = rowsOf(many);
    await expect(write([...rows, rows[3]!])).rejects.toThrow();
    expect(await world.database.reader.count(Account)).toBe(0);
  });

  test('fail without a word of what stands in them', async () => {
    const rows = rowsOf(many.map(() => 'Jane Q. Example'));
    const failure: unknown = await write([...rows, rows[3]!]).catch((error: unknown) => error);
    expect(String(failure)).not.toMatch(/Example/);
  });
});

test('a server that takes no files is sent statements instead', async () => {
  const asked: string[] = [];
  const query = (statement: string) => {
    asked.push(statement);
    return Promise.resolve([{ taken: '0' }]);
  };
  const manager = { dataSource: {}, queryRunner: { query } } as unknown as EntityManager;
  expect(await loadByMysql(manager, '`account`', [], [{}])).toBe(false);
  expect(await loadByMysql(manager, '`account`', [], [{}])).toBe(false);
  expect(asked).toEqual(['SELECT @@local_infile AS taken']);
});
