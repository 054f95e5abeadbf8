import { tableOf } from '../table';
import { defaultChoice, settledChoice } from './chart-choice';
import { partOf, textOf } from './chart-text';
import { drawingOf, MOST_BARS } from './drawing';
import { readableNames } from './readable-names';

const table = (rows: unknown[]) => tableOf({ rows }, 'rows')!;
const drawn = (rows: unknown[], kind: 'bars' | 'lines' | 'shares' = 'bars') =>
  drawingOf(table(rows), { ...defaultChoice(table(rows)), kind });

describe('the default', () => {
  it('draws sums of money by the name of the row', () => {
    const rows = [{ id: 'p1', count: 3, latitude: 53.5, supplier: { name: 'A' }, net: { pence: 5 } }];
    expect(defaultChoice(table(rows))).toEqual({ kind: 'bars', label: 'supplier.name', values: ['net'] });
  });

  it('draws lines over time', () => {
    const rows = ['2026-01', '2026-02', '2026-03'].map((month) => ({
      month,
      name: 'x',
      total: { pence: 5 },
    }));
    expect(defaultChoice(table(rows))).toEqual({ kind: 'lines', label: 'month', values: ['total'] });
  });

  it('counts lists where there is nothing else, and draws no places, years or empty columns', () => {
    const rows = [{ name: 'A', latitude: 53, year: 2026, size: null, wards: [{ id: 1 }] }];
    expect(defaultChoice(table(rows)).values).toEqual(['wards']);
    expect(defaultChoice(table([{ name: 'A', longitude: 2 }])).values).toEqual([]);
  });
});

describe('a choice', () => {
  const rows = [{ name: 'A', net: { pence: 5 }, vat: { pence: 1 }, count: 2 }];

  it('keeps to columns that are there and to one unit', () => {
    const choice = { kind: 'bars', label: 'gone', values: ['vat', 'gone', 'count', 'net'] } as const;
    expect(settledChoice(table(rows), choice)).toEqual({
      kind: 'bars',
      label: 'name',
      values: ['vat', 'net'],
    });
  });

  it('falls back to the default where nothing of it is left', () => {
    const choice = { kind: 'shares', label: null, values: ['gone'] } as const;
    expect(settledChoice(table(rows), choice)).toEqual({ kind: 'shares', label: null, values: ['net'] });
  });
});

describe('what columns are called', () => {
  it.each([
    [['spendSummary.rows.total.amount'], ['Total amount']],
    [
      ['paymentCount', 'total', 'key'],
      ['Payment count', 'Total', 'Key'],
    ],
    [['council.assets.nodes.0.landAreaSquareMetres'], ['Assets land area square metres']],
    [
      ['uprn', 'UPRN'],
      ['Uprn', 'UPRN'],
    ],
    [
      ['a.total.amount', 'b.total.amount'],
      ['A total amount', 'B total amount'],
    ],
    [
      ['x.total', 'x.nodes.total'],
      ['X total (x.total)', 'X total (x.nodes.total)'],
    ],
    [['nodes'], ['Nodes']],
  ])('of %j is %j', (names, titles) => {
    expect(Object.values(readableNames(names))).toEqual(titles);
  });

  it('is read on the drawing and in its words', () => {
    const drawing = drawn([{ label: 'A', spendSummary: { rows: { total: { amount: 5 } } } }]);
    expect(drawing.titles['spendSummary.rows.total.amount']).toBe('Total amount');
    expect(textOf(drawing)).toMatch(/^Bar chart of total amount by label, 1 value\./);
  });
});

describe('a drawing', () => {
  it('keeps negative values and gaps, and names empty labels', () => {
    const { labels, series } = drawn([
      { name: 'A', net: { pence: -500 } },
      { name: '', net: null },
      { name: 'C', net: { pence: 100 } },
    ]);
    expect(labels).toEqual(['A', '(empty)', 'C']);
    expect(series).toEqual([{ name: 'net', values: [-500, null, 100] }]);
  });

  it('draws lines in the order of the days, bars in the order of the table', () => {
    const rows = [
      { paidOn: '2026-02-01', net: { pence: 2 } },
      { paidOn: '2026-01-01', net: { pence: 1 } },
    ];
    expect(drawn(rows, 'lines').series[0]?.values).toEqual([1, 2]);
    expect(drawn(rows, 'bars').series[0]?.values).toEqual([2, 1]);
  });

  it('draws as many bars as can be read, and says so', () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({ name: `S${index}`, count: index }));
    const { labels, notes } = drawn(rows);
    expect(labels).toHaveLength(MOST_BARS);
    expect(notes[0]).toContain('The first 50 of 300 rows');
  });

  it('makes parts of a whole: the largest first, the small ones together, none below nothing', () => {
    const pence = [10, -4, 50, 0, null, 9, 8, 7, 6, 5, 4, 3];
    const { labels, series, notes } = drawn(
      pence.map((value, index) => ({ name: `S${index}`, net: value === null ? null : { pence: value } })),
      'shares',
    );
    expect(labels).toEqual(['S2', 'S0', 'S5', 'S6', 'S7', 'S8', 'S9', '2 others']);
    expect(series[0]?.values).toEqual([50, 10, 9, 8, 7, 6, 5, 7]);
    expect(notes).toEqual([
      expect.stringMatching(/^1 row below zero left out/),
      expect.stringMatching(/^2 rows without a figure/),
    ]);
    expect(partOf([1, 3, null], 1)).toBe(0.75);
    expect(partOf([], 0)).toBe(0);
  });

  it('says in words what it shows', () => {
    const rows = [
      { name: 'A', net: { pence: -500 } },
      { name: 'B', net: { pence: 123456 } },
    ];
    expect(textOf(drawn(rows))).toBe(
      'Bar chart of net by name, 2 values. Largest: B (£1,234.56); smallest: A (-£5.00).',
    );
    expect(textOf(drawn([{ name: 'A', net: { pence: 1 } }]))).toContain('The value is A (£0.01).');
  });
});
