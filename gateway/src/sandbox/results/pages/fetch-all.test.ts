import type { ExecutionResult } from 'graphql';
import { extentOf, withAllRows } from './extent';
import { fetchAll } from './fetch-all';
import type { PageQuery } from './page-query';

const PAGE: PageQuery = {
  query: 'q',
  askedSize: 10,
  variables: (after, size) => ({ after, size }),
};
const path = 'assets.nodes';

/** A list of so many rows behind a graph that gives pages of at most `most`. */
function graph(total: number, most = 100) {
  const sizes: number[] = [];
  return {
    sizes,
    ask: async (_query: string, { after, size }: Record<string, unknown>): Promise<ExecutionResult> => {
      sizes.push(size as number);
      if ((size as number) > most)
        return { errors: [{ message: 'Too complex.' }] } as unknown as ExecutionResult;
      const from = after === null ? 0 : Number(after);
      const to = Math.min(total, from + (size as number));
      const nodes = Array.from({ length: to - from }, (_, index) => ({ id: from + index }));
      const sandboxPage = { hasNextPage: to < total, endCursor: String(to) };
      return { data: { assets: { nodes, sandboxPage } } };
    },
  };
}

const ids = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));

test('pages are followed to the last, and every row comes once, in order', async () => {
  const { ask, sizes } = graph(250);
  const progress: number[] = [];
  const fetched = await fetchAll(PAGE, { path, ask, onProgress: (count) => progress.push(count) });
  expect(fetched).toEqual({ rows: ids(250), complete: true, why: '' });
  expect(sizes).toEqual([100, 100, 100]);
  expect(progress).toEqual([100, 200, 250]);
});

test('where large pages are too much, the size that was asked for is taken', async () => {
  const { ask, sizes } = graph(25, 10);
  const fetched = await fetchAll(PAGE, { path, ask });
  expect([fetched.complete, fetched.rows.length]).toEqual([true, 25]);
  expect(sizes).toEqual([100, 10, 10, 10]);
});

test('it ends at the cap and says so', async () => {
  const fetched = await fetchAll(PAGE, { path, ask: graph(1_000).ask, cap: 250 });
  expect(fetched).toEqual({ rows: ids(250), complete: false, why: expect.stringContaining('250') });
});

test('a list that ends at the cap is complete', async () => {
  const fetched = await fetchAll(PAGE, { path, ask: graph(200).ask, cap: 200 });
  expect([fetched.complete, fetched.rows.length]).toEqual([true, 200]);
});

test('what came before a refusal is kept, with the reason', async () => {
  const { ask } = graph(1_000);
  let calls = 0;
  const fetched = await fetchAll(PAGE, {
    path,
    ask: async (...args) =>
      (calls += 1) > 2 ? ({ errors: [{ message: 'Slow down.' }] } as never) : ask(...args),
  });
  expect(fetched).toEqual({ rows: ids(200), complete: false, why: 'Slow down.' });
});

test('a cursor that comes again ends it, instead of going round for ever', async () => {
  const ask = async () => ({
    data: { assets: { nodes: [1], sandboxPage: { hasNextPage: true, endCursor: 'same' } } },
  });
  const fetched = await fetchAll(PAGE, { path, ask });
  expect([fetched.complete, fetched.rows.length]).toEqual([false, 2]);
});

test('it can be cancelled between pages', async () => {
  const cancel = new AbortController();
  const { ask, sizes } = graph(1_000);
  const fetching = fetchAll(PAGE, { path, ask, signal: cancel.signal, onProgress: () => cancel.abort() });
  await expect(fetching).rejects.toThrow('aborted');
  expect(sizes).toHaveLength(1);
});

test.each([
  ['a next page', { pageInfo: { hasNextPage: true } }, true],
  ['a previous page', { pageInfo: { hasNextPage: false, hasPreviousPage: true } }, true],
  ['more rows in all', { totalCount: 9 }, true],
  ['these rows in all', { totalCount: 2 }, false],
  ['neither', {}, null],
  ['no next page, of what came before nothing', { pageInfo: { hasNextPage: false } }, null],
])('a connection that tells of %s', (_case, connection, more) => {
  expect(extentOf({ assets: { nodes: [1, 2], ...connection } }, path).more).toBe(more);
});

test('a plain list is always whole', () => {
  expect(extentOf({ groups: [1, 2] }, 'groups')).toEqual({ count: 2, total: 2, more: false });
});

test('all rows take the place of the page, and nothing else changes', () => {
  const data = { a: 1, assets: { totalCount: 3, nodes: [1], pageInfo: { hasNextPage: true } } };
  expect(withAllRows(data, path, [1, 2, 3])).toEqual({ a: 1, assets: { totalCount: 3, nodes: [1, 2, 3] } });
  expect(data.assets.nodes).toEqual([1]);
});
