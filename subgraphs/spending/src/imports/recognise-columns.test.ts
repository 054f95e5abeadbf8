import fc from 'fast-check';
import { headerWords, namedMeanings, nearly } from './header-words';
import { MEANING_KEYS, MEANINGS, type Meaning } from './meanings';
import { understandColumns } from './recognise-columns.import';
import { otherKind } from './other-kinds.import';
import { mappingOf } from './read-mapping.import';

const bestOf = (header: string): Meaning | null => {
  const [best] = [...namedMeanings(header)].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
};

test.each([
  ['Suuplier ID (T)', 'supplierName'],
  ['Directotate', 'department'],
  ['Organistion Name', 'body'],
  ['Net Amount(£)', 'amountNet'],
  ['Invoice Line Value (net of VAT)', 'amountNet'],
  ['Amount excl. VAT £', 'amountNet'],
  ['Total inc VAT', 'amountGross'],
  ['Irrecoverable VAT Amount', 'irrecoverableVat'],
  ['TransNo', 'reference'],
  ['HBC ref no', 'reference'],
  ['Comp. reg. no', 'companyNumber'],
  ['beneficiary_name', 'supplierName'],
  ['DATE OF PAYMENT', 'paidOn'],
  ['Paymnet Date', 'paidOn'],
  ['Vendor Nmae', 'supplierName'],
  ['G/L descript', 'purpose'],
  ['Purchase Card Transaction', 'card'],
  ['Card Holder', 'cardholder'],
  ['Weather', null],
])('the header %s is taken for %s', (header, meaning) => {
  expect(bestOf(header)).toBe(meaning);
});

test('every known name is taken for its own meaning, whatever its case and punctuation', () => {
  for (const meaning of MEANING_KEYS)
    for (const name of MEANINGS[meaning].names) {
      expect([name, bestOf(name)]).toEqual([name, meaning]);
      expect([name, bestOf(name.toUpperCase().replaceAll(' ', '_'))]).toEqual([name, meaning]);
    }
});

test('words that differ by a slip are near, others are not', () => {
  expect(nearly('supplier', 'suuplier')).toBe(true);
  expect(nearly('directorate', 'directotate')).toBe(true);
  expect(nearly('date', 'rate')).toBe(false);
  expect(nearly('net', 'vat')).toBe(false);
  expect(headerWords('')).toEqual([]);
});

const ROWS = Array.from({ length: 40 }, (_, n) => ({
  paidOn: `${String(1 + (n % 28)).padStart(2, '0')}/0${1 + (n % 6)}/2024`,
  supplierName:
    ['Acme Ltd', 'Brown & Sons Limited', 'Oak CIC', 'Trafford Council', `Firm ${n} PLC`][n % 5] ?? '',
  amountNet: `${(n * 37.13 + 501).toFixed(2)}`,
  department: ['Place', 'Adults', 'Children'][n % 3] ?? '',
  reference: `${5_100_000 + n * 3}`,
}));
const KEYS = ['paidOn', 'supplierName', 'amountNet', 'department', 'reference'] as const;

/** A header with one slip of the fingers in it. */
const slipped = (name: string) =>
  fc
    .record({ at: fc.nat(name.length - 2), kind: fc.constantFrom('drop', 'double', 'swap') })
    .map(({ at, kind }) => {
      const from = name.slice(0, at);
      const [one = '', two = ''] = [name[at], name[at + 1]];
      const rest = name.slice(at + 2);
      return kind === 'drop'
        ? from + two + rest
        : kind === 'double'
          ? from + one + one + two + rest
          : from + two + one + rest;
    });
const LONG_NAMES: Readonly<Record<(typeof KEYS)[number], readonly string[]>> = {
  paidOn: ['Payment date', 'Transaction date', 'Date of payment'],
  supplierName: ['Supplier name', 'Beneficiary name', 'Vendor name'],
  amountNet: ['Net amount', 'Amount excluding VAT'],
  department: ['Directorate', 'Department'],
  reference: ['Transaction number', 'Document number'],
};

test('columns in any order, with misspelt headers or none, are still understood', () => {
  const file = fc.record({
    order: fc.shuffledSubarray([...KEYS], { minLength: KEYS.length }),
    headers: fc.record(
      Object.fromEntries(
        KEYS.map((key) => [key, fc.constantFrom(...LONG_NAMES[key]).chain(slipped)]),
      ) as Record<(typeof KEYS)[number], fc.Arbitrary<string>>,
    ),
    leading: fc.nat(2),
    isNamed: fc.boolean(),
  });
  fc.assert(
    fc.property(file, ({ order, headers, leading, isNamed }) => {
      const blank = Array.from({ length: leading }, () => '');
      const names = [...blank, ...order.map((key, at) => (isNamed ? headers[key] : `Field ${at}`))];
      const rows = ROWS.map((row) => [...blank, ...order.map((key) => row[key])]);
      const { positions, missing } = understandColumns(names, rows);
      expect(missing).toEqual([]);
      const at = (key: (typeof KEYS)[number]) => leading + order.indexOf(key);
      expect(positions.get('paidOn')).toBe(at('paidOn'));
      expect(positions.get('supplierName')).toBe(at('supplierName'));
      expect(positions.get('amountNet') ?? positions.get('amount')).toBe(at('amountNet'));
    }),
    { numRuns: 300 },
  );
});

test('a name that the cells contradict does not count', () => {
  const rows = ROWS.map(({ paidOn, supplierName, amountNet }) => [supplierName, paidOn, amountNet]);
  const { positions } = understandColumns(['Payment Date', 'Supplier Name', 'Net'], rows);
  expect(positions.get('paidOn')).toBe(1);
  expect(positions.get('supplierName')).toBe(0);
});

test('net is told from gross by what adds up, and a mapping goes before everything', () => {
  const rows = Array.from({ length: 20 }, (_, n) => {
    const net = 100 + n * 7;
    return ['01/02/2024', 'Acme Ltd', (net * 1.2).toFixed(2), (net * 0.2).toFixed(2), net.toFixed(2)];
  });
  const headers = ['When', 'Who', 'A', 'B', 'C'];
  expect(understandColumns(headers, rows).positions.get('amountNet')).toBe(4);
  const mapping = mappingOf('map.json', '{"A": "amountGross", "column 5": "ignore", "B": "vat"}');
  const { positions, columns } = understandColumns(headers, rows, mapping);
  expect(positions.get('amountGross')).toBe(2);
  expect(positions.has('amountNet')).toBe(false);
  expect(columns[2]?.why).toBe('by the mapping');
});

test.each([
  ['no JSON', 'x'],
  ['no object', '[]'],
  ['a meaning that there is not', '{"A": "price"}'],
])('a mapping file that is %s is refused', (_, text) => {
  expect(() => mappingOf('map.json', text)).toThrow(/map\.json/);
});

test('a register of things that begin and end is told without its headers', () => {
  const rows = Array.from({ length: 20 }, (_, n) => [
    'Acme Ltd',
    `${1000 + n}.00`,
    `2020-0${1 + (n % 9)}-01`,
    `2023-0${1 + (n % 9)}-1${n % 9}`,
  ]);
  const headers = ['A', 'B', 'C', 'D'];
  expect(otherKind(headers, rows, understandColumns(headers, rows), '2026-06-01')).toMatch(/begin and end/);
});
