import { findLists, listToShow } from './find-lists';
import { listAround, valueAt } from './list-path';

const labels = (data: unknown) => findLists(data).map(({ label, count }) => `${label} ${count}`);

describe('the lists of an answer', () => {
  it('are connections by their nodes or their edges, and plain lists, in order', () => {
    const data = {
      council: {
        approaches: ['A', 'B'],
        assets: { totalCount: 9, nodes: [{ id: 1 }] },
        wards: { edges: [{ node: { id: 1 } }, { node: { id: 2 } }] },
      },
      spendSummary: { groups: [{ key: 'a' }], others: { count: 1 } },
    };
    expect(findLists(data).map(({ path }) => path)).toEqual([
      'council.approaches',
      'council.assets.nodes',
      'council.wards.edges',
      'spendSummary.groups',
    ]);
    expect(labels(data)).toEqual([
      'council.approaches 2',
      'council.assets 1',
      'council.wards 2',
      'spendSummary.groups 1',
    ]);
  });

  it('keep their whole path where a connection was asked for in both ways, or is no connection', () => {
    expect(labels({ a: { nodes: [1], edges: [{ cursor: 'x' }] } })).toEqual(['a.nodes 1', 'a.edges 1']);
    expect(labels({ nodes: [{ id: 1 }] })).toEqual(['nodes 1']);
    expect(labels({ a: { nodes: [], b: { nodes: [] } } })).toEqual(['a 0', 'a.b 0']);
  });

  it('are not those within the rows of another', () => {
    expect(labels({ councils: [{ wards: [{ id: 1 }] }] })).toEqual(['councils 1']);
  });

  it.each([[null], [undefined], [{}], [{ a: 1, b: null, c: { d: 'x' } }], ['text']])(
    'are none in %j',
    (data) => expect(findLists(data)).toEqual([]),
  );

  it('begin with the longest list of objects, and with the first of equals', () => {
    const data = { names: ['a', 'b', 'c'], short: [{}], long: [{}, {}], other: [{}, {}] };
    expect(listToShow(findLists(data))?.label).toBe('long');
    expect(listToShow(findLists({ names: ['a'], empty: [] }))?.label).toBe('names');
    expect(listToShow([])).toBeUndefined();
  });

  it('begin within the only row of a list, where a longer one stands', () => {
    const shown = (data: unknown) => listToShow(findLists(data), data)?.path;
    const groups = [{ key: 'a' }, { key: 'b' }];
    const councils = { nodes: [{ name: 'Oldham', names: ['a', 'b', 'c'], spend: { groups, others: [{}] } }] };
    expect(shown({ councils })).toBe('councils.nodes.0.spend.groups');
    expect(shown({ councils, wards: [{}, {}] })).toBe('wards');
    expect(shown({ councils: [{ wards: [{ assets: groups }] }] })).toBe('councils.0.wards.0.assets');
    expect(shown({ councils: [{ name: 'Oldham', wards: [{}] }] })).toBe('councils');
    expect(shown({ councils: [{ name: 'Oldham', names: ['a', 'b'] }] })).toBe('councils');
    expect(shown({ names: ['a'] })).toBe('names');
  });
});

test('a path leads to own fields only', () => {
  expect(valueAt({ a: [{ b: 5 }] }, 'a.0.b')).toBe(5);
  expect(valueAt({ a: 1 }, 'constructor')).toBeUndefined();
  expect(valueAt({ a: null }, 'a.b.c')).toBeUndefined();
});

test('a list within a row knows the list around it', () => {
  expect(listAround('councils.nodes.3.wards.nodes')).toBe('councils.nodes');
  expect(listAround('councils.nodes')).toBeNull();
});
