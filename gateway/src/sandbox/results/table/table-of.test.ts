import fc from 'fast-check';
import { formatCell } from './format-cell';
import { tableOf } from './table-of';

const columnsOf = (rows: unknown[]) =>
  tableOf({ rows }, 'rows')?.columns.map(({ name, kind }) => `${name}: ${kind}`);
const cellsOf = (rows: unknown[]) => tableOf({ rows }, 'rows')?.rows;
const shown = (rows: unknown[]) => {
  const table = tableOf({ rows }, 'rows');
  return table?.rows.map((row) =>
    row.map((cell, place) => formatCell(cell, table.columns[place]!.kind, table.columns[place]!.name)),
  );
};

test('nested objects become columns with dotted names, in the order in which they first appear', () => {
  const rows = [
    { name: 'Hall', ward: { name: 'Shaw', area: { code: 'E05' } } },
    { name: 'Mill', size: 4, ward: { name: 'Royton' } },
  ];
  expect(columnsOf(rows)).toEqual(['name: text', 'ward.name: text', 'ward.area.code: text', 'size: number']);
  expect(cellsOf(rows)).toEqual([
    ['Hall', 'Shaw', 'E05', null],
    ['Mill', 'Royton', null, 4],
  ]);
});

test('a nested object that is missing leaves no column of its own, a field that is always empty does', () => {
  expect(
    columnsOf([
      { ward: null, note: null },
      { ward: { name: 'Shaw' }, note: null },
    ]),
  ).toEqual(['note: text', 'ward.name: text']);
});

test('money is one column by whichever of its fields was asked for', () => {
  const money = [{ pence: 123450 }, { pounds: '-0.05' }, { formatted: '£1,234.50', __typename: 'Money' }];
  expect(columnsOf(money.map((net) => ({ net })))).toEqual(['net: money']);
  expect(cellsOf(money.map((net) => ({ net })))).toEqual([[123450], [-5], [123450]]);
  expect(shown(money.map((net) => ({ net })))).toEqual([['£1,234.50'], ['-£0.05'], ['£1,234.50']]);
  expect(columnsOf([{ pence: 5 }])).toEqual(['value: money']);
  expect(columnsOf([{ netPence: 5 }])).toEqual(['netPence: money']);
});

test('an object that has more than the fields of money is none', () => {
  expect(columnsOf([{ address: { formatted: '1 High St' } }])).toEqual(['address.formatted: text']);
  expect(columnsOf([{ price: { pence: 5, vat: 1 } }])).toEqual(['price.pence: money', 'price.vat: number']);
  expect(columnsOf([{ price: { pence: 2 ** 60 } }])).toEqual(['price.pence: number']);
});

test('days, instants, shares, flags and years are shown as people read them', () => {
  const row = {
    paidOn: '2026-03-05',
    takenAt: '2026-03-05T14:03:09.123Z',
    share: 0.125,
    isVcse: true,
    year: 2026,
    count: 20260,
  };
  expect(columnsOf([row])).toEqual([
    'paidOn: date',
    'takenAt: instant',
    'share: share',
    'isVcse: flag',
    'year: number',
    'count: number',
  ]);
  expect(shown([row])).toEqual([['5 Mar 2026', '5 Mar 2026, 14:03 UTC', '12.5%', 'Yes', '2026', '20,260']]);
});

test('a number that only sounds like a share is a number', () => {
  expect(columnsOf([{ costShare: 0.5 }, { costShare: 40 }])).toEqual(['costShare: number']);
  expect(columnsOf([{ shareholders: 1 }])).toEqual(['shareholders: number']);
});

test('lists of objects and connections are counted and can be opened; plain lists are read out', () => {
  const rows = [
    { tags: ['a', 'b'], wards: { totalCount: 9, nodes: [{ id: 1 }, { id: 2 }] }, parts: [{ id: 1 }] },
    { tags: [], wards: { totalCount: 0, nodes: [] }, parts: [] },
  ];
  expect(columnsOf(rows)).toEqual(['tags: text', 'wards: list', 'wards.totalCount: number', 'parts: list']);
  expect(cellsOf(rows)).toEqual([
    ['a; b', { path: 'rows.0.wards.nodes', count: 2 }, 9, { path: 'rows.0.parts', count: 1 }],
    ['', { path: 'rows.1.wards.nodes', count: 0 }, 0, { path: 'rows.1.parts', count: 0 }],
  ]);
  expect(tableOf({ rows }, 'rows.0.wards.nodes')?.rows).toEqual([[1], [2]]);
});

test('the node of an edge stands without its name, and lists in it are found again', () => {
  const edges = [{ cursor: 'c1', node: { id: 'a', parts: [{ id: 1 }] } }];
  expect(columnsOf(edges)).toEqual(['id: text', 'parts: list', 'cursor: text']);
  expect(cellsOf(edges)?.[0]?.[1]).toEqual({ path: 'rows.0.node.parts', count: 1 });
});

test('a type name is shown only where it tells rows apart', () => {
  expect(columnsOf([{ __typename: 'A', id: 1 }])).toEqual(['id: number']);
  expect(columnsOf([{ __typename: 'A' }, { __typename: 'B' }])).toEqual(['__typename: text']);
  expect(columnsOf([{ __typename: 'A' }])).toEqual(['__typename: text']);
});

test('rows may be plain values, holes, or of different kinds', () => {
  expect(cellsOf(['a', 'b'])).toEqual([['a'], ['b']]);
  expect(cellsOf([{ id: 1 }, null])).toEqual([
    [1, null],
    [null, null],
  ]);
  expect(cellsOf([{ a: 1 }, { a: 'x' }, { a: { pence: 150 } }, { a: true }])).toEqual([
    ['1'],
    ['x'],
    ['1.50'],
    ['true'],
  ]);
});

test('what is no list is no table', () => {
  expect(tableOf({ a: 1 }, 'a')).toBeNull();
  expect(tableOf(null, 'a')).toBeNull();
});

test('whatever JSON a list holds, every row has a cell for every column', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 8 }), (rows) => {
      const table = tableOf({ rows }, 'rows');
      expect(table?.rows).toHaveLength(rows.length);
      for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? -1);
    }),
    { numRuns: 500 },
  );
});
