import { describeDatabases, type World } from '@coop/test/kit';
import { Account, LEDGER } from '@coop/test/kit/ledger';
import type { SelectQueryBuilder } from 'typeorm';
import { bulkInsert, keysetPage, keysetPagesByParent, type Ordering, type PageArgs } from '.';
import { sliced } from './keyset-page';
import { instantOf } from '../time';

const ROWS = 20_000;
const COUNCILS = ['E08000004', 'E08000009', 'S12000036', 'W06000015'];
const START = instantOf('2020-01-01T00:00:00Z').getTime();

const BY_NAME: Ordering = { name: 'NAME', column: 'account.nameSort', direction: 'ASC' };
const NEWEST: Ordering = { name: 'OPENED', column: 'account.openedAt', direction: 'DESC' };
const RICHEST: Ordering = { name: 'BALANCE', column: 'account.balance', direction: 'DESC' };

/** The steps by which the database would answer: table, index, and how it is used. */
async function planOf(world: World, query: SelectQueryBuilder<Account>): Promise<string[]> {
  const [text, parameters] = query.getQueryAndParameters();
  if (world.database.kind === 'sqlite') {
    const steps = await world.database.reader.query<{ detail: string }[]>(
      `EXPLAIN QUERY PLAN ${text}`,
      parameters,
    );
    return steps.map(({ detail }) => detail);
  }
  const steps = await world.database.reader.query<Record<string, string | null>[]>(
    `EXPLAIN ${text}`,
    parameters,
  );
  return steps.map(({ type, key, Extra }) => `${type} ${key} ${Extra ?? ''}`);
}

describeDatabases('the plan', LEDGER, (world) => {
  beforeAll(async () => {
    const rows = Array.from({ length: ROWS }, (_, index) => ({
      id: `account_${String((index * 7_919) % ROWS).padStart(6, '0')}`,
      council: COUNCILS[index % COUNCILS.length] ?? '',
      name: `Account ${index}`,
      nameSort: `account ${String(index).padStart(6, '0')}`,
      balance: index * 3,
      openedAt: instantOf(START + index * 60_000),
    }));
    await world.database.transaction((manager) => bulkInsert(manager, Account, rows));
    if (world.database.kind === 'mysql')
      await world.database.reader.query('ANALYZE TABLE account').catch(() => undefined);
  });

  const query = () => world.database.reader.createQueryBuilder(Account, 'account');
  const deep = async (ordering: Ordering, depth = 15_000, base = query()): Promise<PageArgs> => {
    const [row] = await base.orderBy(ordering.column, ordering.direction).offset(depth).limit(1).getMany();
    const { edges } = await keysetPage({
      query: query().where({ id: row?.id }),
      alias: 'account',
      ordering,
      args: { first: 1 },
    });
    return { first: 20, after: edges[0]?.cursor };
  };

  test.each([
    ['name', BY_NAME, 'ix_account_name_sort_id'],
    ['name, downward', { ...BY_NAME, direction: 'DESC' as const }, 'ix_account_name_sort_id'],
    ['day', NEWEST, 'ix_account_opened_at_id'],
    ['pence', RICHEST, 'ix_account_balance_id'],
  ])('of a deep page by %s is a range of its index, without sorting', async (_, ordering, index) => {
    const options = { query: query(), alias: 'account', ordering, args: await deep(ordering) };
    const plan = await planOf(world, sliced(query(), options, { size: 20, backward: false }));
    expect(plan).toHaveLength(1);
    expect(plan[0]).toMatch(
      world.database.kind === 'sqlite' ? `SEARCH account USING INDEX ${index} (` : `range ${index} `,
    );
    expect(plan[0]).not.toMatch(/filesort|TEMP B-TREE/);
  });

  test('of a deep page within one council is a range of the index that the council leads', async () => {
    const within = () => query().where('account.council = :council', { council: COUNCILS[0] });
    const options = {
      query: within(),
      alias: 'account',
      ordering: BY_NAME,
      args: await deep(BY_NAME, 3_000, within()),
    };
    const plan = await planOf(world, sliced(within(), options, { size: 20, backward: false }));
    expect(plan).toHaveLength(1);
    expect(plan[0]).toMatch('ix_account_council_name_sort_id');
    expect(plan[0]).toMatch(/^SEARCH|^range/);
    expect(plan[0]).not.toMatch(/filesort|TEMP B-TREE/);
  });

  test('of pages under several parents has a range for each parent, and reads no table through', async () => {
    const steps: string[] = [];
    const explained = query();
    // The outer statement is made inside; it is caught where it is about to run.
    const spied = jest.spyOn(explained, 'clone').mockImplementation(() => {
      const clone = query();
      const run = clone.getRawAndEntities.bind(clone);
      clone.getRawAndEntities = async <T>() => {
        steps.push(...(await planOf(world, clone)));
        return run<T>();
      };
      return clone;
    });
    await keysetPagesByParent({
      query: explained,
      alias: 'account',
      ordering: BY_NAME,
      args: { first: 5 },
      parentColumn: 'account.council',
      parents: COUNCILS,
    });
    spied.mockRestore();
    const ranges = steps.filter((step) => step.includes('ix_account_council_name_sort_id'));
    expect(ranges).toHaveLength(COUNCILS.length);
    expect(steps.filter((step) => /SCAN account\b|^ALL null .*account/.test(step))).toEqual([]);
  });
});
