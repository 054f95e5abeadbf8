import { describeDatabases } from '@coop/test/kit';
import { Account, LEDGER } from '@coop/test/kit/ledger';
import { bulkInsert, withScratchTable } from '.';
import { FixedClock } from '../time';

const SUMS = {
  name: 'sums',
  select: 'SELECT council, SUM(balance) AS balance FROM account WHERE balance > ? GROUP BY council',
  parameters: [0],
};

describeDatabases('a scratch table', LEDGER, (world) => {
  beforeEach(async () => {
    await world.clear();
    const openedAt = new FixedClock('2026-06-01T11:00:00Z').now();
    const rows = [5, 7, -1].map((balance, at) => ({
      ...{ id: `account_${at}`, council: 'E08000004', name: 'pot', nameSort: 'pot', balance, openedAt },
    }));
    await world.database.transaction((manager) => bulkInsert(manager, Account, rows));
  });

  const inTransaction = (work: (table: string) => Promise<unknown>) =>
    world.database.transaction((manager) => withScratchTable(manager, SUMS, work));
  const balances = (table: string) =>
    world.database.transaction((manager) =>
      withScratchTable(manager, SUMS, async () => {
        await manager.query(`UPDATE account SET balance = (SELECT balance FROM ${table})`);
        return manager.query<{ balance: number }[]>(`SELECT balance FROM ${table}`);
      }),
    );

  test('holds the answer while it is worked with, whatever becomes of what it was asked of', async () => {
    expect((await balances('sums')).map(({ balance }) => Number(balance))).toEqual([12]);
    const accounts = await world.database.reader.find(Account);
    expect(accounts.map(({ balance }) => balance)).toEqual([12, 12, 12]);
  });

  test('is gone afterwards, and after a failure too, with what the transaction wrote', async () => {
    await expect(
      world.database.transaction((manager) =>
        withScratchTable(manager, SUMS, async () => {
          await manager.query('UPDATE account SET balance = 0');
          throw new Error('the work failed');
        }),
      ),
    ).rejects.toThrow('the work failed');
    await expect(
      world.database.transaction((manager) => manager.query('SELECT * FROM sums')),
    ).rejects.toThrow(/sums/);
    const accounts = await world.database.reader.find(Account, { order: { id: 'ASC' } });
    expect(accounts.map(({ balance }) => balance)).toEqual([5, 7, -1]);
    await expect(inTransaction(() => Promise.resolve('made anew'))).resolves.toBe('made anew');
  });
});
