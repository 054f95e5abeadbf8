import { describeDatabases, type World } from '@coop/test/kit';
import { Account, LEDGER } from '@coop/test/kit/ledger';
import * as fc from 'fast-check';
import { bulkInsert, keysetPage, keysetPagesByParent, type Ordering, type Page, type PageArgs } from '.';
import { instantOf } from '../time';

const BY_NAME: Ordering = { name: 'NAME', column: 'account.nameSort', direction: 'ASC' };
const NEWEST: Ordering = { name: 'OPENED', column: 'account.openedAt', direction: 'DESC' };
const RICHEST: Ordering = { name: 'BALANCE', column: 'account.balance', direction: 'DESC' };
const BY_ID: Ordering = { name: 'ID', column: 'account.id', direction: 'ASC' };
const ORDERINGS = [BY_NAME, { ...BY_NAME, direction: 'DESC' as const }, NEWEST, RICHEST, BY_ID];

/** As both databases compare: numbers by size, text by its UTF-8 bytes. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

function sorted(rows: readonly Account[], { column, direction }: Ordering): string[] {
  const key = (row: Account): string | number => {
    const value = row[column.slice('account.'.length) as keyof Account];
    return value instanceof Date ? value.getTime() : (value as string | number);
  };
  const upward = [...rows].sort((a, b) => compare(key(a), key(b)) || compare(a.id, b.id));
  return (direction === 'ASC' ? upward : upward.reverse()).map(({ id }) => id);
}

const query = (world: World) => world.database.reader.createQueryBuilder(Account, 'account');
const page = (world: World, ordering: Ordering, args: PageArgs): Promise<Page<Account>> =>
  keysetPage({ query: query(world), alias: 'account', ordering, args });

/** Walks through all pages, from the front or from the back, and says which ids it met in order of the list. */
async function walk(world: World, ordering: Ordering, size: number, backward: boolean): Promise<string[]> {
  const met: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const args: PageArgs = backward ? { last: size, before: cursor } : { first: size, after: cursor };
    const { nodes, pageInfo }: Page<Account> = await page(world, ordering, args);
    const ids = nodes.map(({ id }) => id);
    if (backward) met.unshift(...ids);
    else met.push(...ids);
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return met;
  }
}

// Few different values, so that ties are everywhere; and beyond the basic plane, where UTF-16 sorts otherwise.
const accounts = fc
  .array(
    fc.record({
      nameSort: fc.constantFrom(
        '',
        'a',
        'b',
        'ab',
        'zebra',
        'é',
        '日本',
        '\uff5e',
        '😀',
        '_',
        '%',
        "o'neill",
      ),
      openedAt: fc.constantFrom(
        '2026-01-01T00:00:00.000Z',
        '2026-01-01T00:00:00.001Z',
        '2026-03-29T01:30:00.999Z',
      ),
      balance: fc.constantFrom(-1, 0, 1, 9, 10, 9_007_199_254_740_991, -9_007_199_254_740_991),
      council: fc.constantFrom('E08000004', 'E08000009', 'S12000036'),
    }),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows.map(({ openedAt, ...row }, index) =>
      Object.assign(new Account(), row, {
        id: `account_${(index * 7_919) % 1_000}`,
        name: 'x',
        openedAt: instantOf(openedAt),
      }),
    ),
  );

async function fill(world: World, rows: Account[]): Promise<void> {
  await world.clear();
  await world.database.transaction((manager) => bulkInsert(manager, Account, rows));
}

describeDatabases('keyset pages', LEDGER, (world) => {
  test('walked from either end meet every row once, in the order of a sort in memory', async () => {
    await fc.assert(
      fc.asyncProperty(
        accounts,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(...ORDERINGS),
        async (rows, size, ordering) => {
          await fill(world, rows);
          const expected = sorted(rows, ordering);
          expect(await walk(world, ordering, size, false)).toEqual(expected);
          expect(await walk(world, ordering, size, true)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  test('by parent are each parent’s own page, by one statement, counted by one more', async () => {
    const args = fc.record({ size: fc.integer({ min: 1, max: 9 }), backward: fc.boolean() });
    const parents = ['E08000004', 'E08000009', 'S12000036', 'W06000015'];
    await fc.assert(
      fc.asyncProperty(
        accounts,
        args,
        fc.constantFrom(...ORDERINGS),
        async (rows, { size, backward }, ordering) => {
          await fill(world, rows);
          const options = {
            query: query(world).where('account.moves = :moves', { moves: 0 }),
            alias: 'account',
            ordering,
            args: backward ? { last: size } : { first: size },
          };
          let pages = new Map<string, Page<Account>>();
          const read = async () => {
            pages = await keysetPagesByParent({ ...options, parentColumn: 'account.council', parents });
          };
          expect(await world.statementsOf(read)).toBe(1);
          let counts: number[] = [];
          const count = async () => {
            counts = await Promise.all(parents.map((parent) => pages.get(parent)?.totalCount() ?? -1));
          };
          expect(await world.statementsOf(count)).toBe(1);
          for (const [index, parent] of parents.entries()) {
            const one = options.query.clone().andWhere('account.council = :parent', { parent });
            const { totalCount, ...expected } = await keysetPage({ ...options, query: one });
            expect(pages.get(parent)).toMatchObject(expected);
            expect(counts[index]).toBe(await totalCount());
          }
        },
      ),
      { numRuns: 20 },
    );
  }, 120_000);

  test('one page is one statement, and its total one more, counted once', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => sample(index));
    await fill(world, rows as Account[]);
    let found: Page<Account> | undefined;
    const read = async () => void (found = await page(world, BY_NAME, { first: 10 }));
    expect(await world.statementsOf(read)).toBe(1);
    expect(found?.nodes).toHaveLength(10);
    expect(found?.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const count = async () =>
      expect(await Promise.all([found?.totalCount(), found?.totalCount()])).toEqual([30, 30]);
    expect(await world.statementsOf(count)).toBe(1);
    expect((await page(world, BY_NAME, {})).nodes).toHaveLength(20);
  });

  test('a page between two cursors ends before the second', async () => {
    await fill(world, Array.from({ length: 9 }, (_, index) => sample(index)) as Account[]);
    const all = await page(world, BY_ID, { first: 9 });
    const [after, before] = [all.edges[1]?.cursor, all.edges[6]?.cursor];
    const between = await page(world, BY_ID, { first: 9, after, before });
    expect(between.nodes.map(({ id }) => id)).toEqual(all.nodes.slice(2, 6).map(({ id }) => id));
  });

  test('a query that selects some columns is given what its cursors are made of', async () => {
    await fill(world, Array.from({ length: 3 }, (_, index) => sample(index)) as Account[]);
    const narrow = query(world).select(['account.council']);
    const { nodes, edges } = await keysetPage({
      query: narrow,
      alias: 'account',
      ordering: RICHEST,
      args: {},
    });
    expect(edges.every(({ cursor }) => cursor.length > 10)).toBe(true);
    expect(nodes[0]?.name).toBeUndefined();
    const pages = await keysetPagesByParent({
      query: narrow,
      alias: 'account',
      ordering: RICHEST,
      args: {},
      parentColumn: 'account.council',
      parents: ['E08000004', 'E08000009'],
    });
    expect(pages.get('E08000004')?.nodes).toHaveLength(3);
    expect(pages.get('E08000009')?.nodes).toEqual([]);
  });

  const cursorOf = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
  test.each<[string, Ordering, PageArgs]>([
    ['both ends', BY_NAME, { first: 1, last: 1 }],
    ['no rows', BY_NAME, { first: 0 }],
    ['fewer than no rows', BY_NAME, { last: -1 }],
    ['too many rows', BY_NAME, { first: 101 }],
    ['half a row', BY_NAME, { first: 1.5 }],
    ['a word', BY_NAME, { after: 'nonsense' }],
    ['no text', BY_NAME, { after: '' }],
    ['a very long text', BY_NAME, { after: 'x'.repeat(100_000) }],
    ['another order', BY_NAME, { after: cursorOf(['BALANCE DESC', 'a', 'account_1']) }],
    ['the other direction', BY_NAME, { before: cursorOf(['NAME DESC', 'a', 'account_1']) }],
    ['a number for text', BY_NAME, { after: cursorOf(['NAME ASC', 1, 'account_1']) }],
    ['text for a number', RICHEST, { after: cursorOf(['BALANCE DESC', '1 OR 1=1', 'account_1']) }],
    ['text for an instant', NEWEST, { after: cursorOf(['OPENED DESC', 'yesterday', 'account_1']) }],
    [
      'a day that is none',
      NEWEST,
      { after: cursorOf(['OPENED DESC', '2026-02-31T00:00:00.000Z', 'account_1']) },
    ],
    ['an object for an id', BY_NAME, { after: cursorOf(['NAME ASC', 'a', { id: 1 }]) }],
    ['too little', BY_NAME, { after: cursorOf(['NAME ASC']) }],
  ])('%s is bad input, said before the database is asked', async (_, ordering, args) => {
    const ask = async () => {
      await expect(page(world, ordering, args)).rejects.toMatchObject({
        extensions: { code: 'BAD_USER_INPUT' },
      });
      const parents = { parentColumn: 'account.council', parents: ['E08000004', 'E08000009'] };
      await expect(
        keysetPagesByParent({ query: query(world), alias: 'account', ordering, args, ...parents }),
      ).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    };
    expect(await world.statementsOf(ask)).toBe(0);
  });
});

function sample(index: number): Partial<Account> {
  return {
    id: `account_${String(index).padStart(4, '0')}`,
    council: 'E08000004',
    name: `Account ${index}`,
    nameSort: `account ${index % 7}`,
    balance: index,
    openedAt: instantOf('2026-01-01T00:00:00Z'),
  };
}
