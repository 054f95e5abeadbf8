import fc from 'fast-check';
import { addDays, formatDay } from '../../time';
import {
  choiceCell,
  dayCell,
  decimalCell,
  gssCodeCell,
  integerCell,
  linesCell,
  moneyCell,
  postcodeCell,
  textCell,
  textOf,
  uprnCell,
  type CellParser,
} from '.';

/** The value, or `problem`. */
const read = (parse: CellParser<unknown>, text: string) => {
  const reading = parse(text);
  return 'problem' in reading ? 'problem' : reading.value;
};

test.each([
  ['02/03/2026', '2026-03-02'],
  ['2/3/2026', '2026-03-02'],
  ['2-3-26', '2026-03-02'],
  ['02.03.2026', '2026-03-02'],
  ['31/12/99', '1999-12-31'],
  ['01/01/70', '1970-01-01'],
  ['01/01/69', '2069-01-01'],
  ['2026-03-02', '2026-03-02'],
  ['2026/3/2', '2026-03-02'],
  ['2026-03-02T14:30:00.000Z', '2026-03-02'],
  ['02/03/2026 00:00', '2026-03-02'],
  ['02/03/2026 2:30:00 PM', '2026-03-02'],
  ['2 March 2026', '2026-03-02'],
  ['2nd Mar 2026', '2026-03-02'],
  ['Monday, 2 March 2026', '2026-03-02'],
  ['02-Mar-26', '2026-03-02'],
  ['02-MAR-2026', '2026-03-02'],
  ['2 Sept 2026', '2026-09-02'],
  ['March 2, 2026', '2026-03-02'],
  ['20260302', '2026-03-02'],
  ['46083', '2026-03-02'],
  ['46083.75', '2026-03-02'],
  ['43678', '2019-08-01'],
  ['29/02/2024', '2024-02-29'],
  ['N/A', null],
  ['-', null],
  ['29/02/2026', 'problem'],
  ['31/04/2026', 'problem'],
  ['03/13/2026', 'problem'],
  ['00/01/2026', 'problem'],
  ['1/1/1', 'problem'],
  ['02/03-2026', 'problem'],
  ['2 Foo 2026', 'problem'],
  ['12345', 'problem'],
  ['99999', 'problem'],
  ['2026', 'problem'],
  ['soon', 'problem'],
])('the day %j is %j', (text, expected) => {
  expect(read(dayCell, text)).toBe(expected);
});

test('every day is read back from each way of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_000, max: 60_000 }), (serial) => {
      const day = addDays('1899-12-30', serial);
      const [year, month, date] = day.split('-') as [string, string, string];
      const forms = [
        day,
        `${date}/${month}/${year}`,
        formatDay(day),
        String(serial),
        `${year}${month}${date}`,
      ];
      for (const form of forms) expect(read(dayCell, form)).toBe(day);
    }),
  );
});

test('an American date is refused as one, not read as another day', () => {
  expect(dayCell('03/13/2026')).toEqual({
    problem: 'It is not a day: the month stands first, as Americans write it.',
  });
});

test.each([
  [decimalCell, '1,234.5', 1234.5],
  [decimalCell, '-0.5', -0.5],
  [decimalCell, '−3', -3],
  [decimalCell, '.5', 0.5],
  [decimalCell, '1E-3', 0.001],
  [decimalCell, '-0', 0],
  [decimalCell, '12,34', 'problem'],
  [decimalCell, '0x10', 'problem'],
  [decimalCell, '1e999', 'problem'],
  [decimalCell, '.', null],
  [decimalCell, '12 m', 'problem'],
  [integerCell, '1,234', 1234],
  [integerCell, '12.00', 12],
  [integerCell, '12.5', 'problem'],
  [integerCell, '9007199254740993', 'problem'],
  [moneyCell, '£1,234.50', 123450],
  [moneyCell, '(12.00)', -1200],
  [moneyCell, 'n/a', null],
  [moneyCell, 'lots', 'problem'],
  [uprnCell, '100012345678', '100012345678'],
  [uprnCell, '000123', '123'],
  [uprnCell, '100012345678.0', '100012345678'],
  [uprnCell, '0', null],
  [uprnCell, '1.00012E+11', 'problem'],
  [uprnCell, '1000123456789', 'problem'],
  [gssCodeCell, 'e08000004', 'E08000004'],
  [gssCodeCell, 'E0800004', 'problem'],
  [gssCodeCell, '00BP', 'problem'],
  [postcodeCell, 'ol11aa', 'OL1 1AA'],
  [postcodeCell, ' EC1A  1BB\n', 'EC1A 1BB'],
  [postcodeCell, 'OL1', 'problem'],
  [postcodeCell, 'OL1 1CA', 'problem'],
  [textCell, ' a \n\t b ', 'a b'],
  [linesCell, ' Hall \r \r\nHigh St\r\r', 'Hall\nHigh St'],
  [textOf(3), 'abcd', 'problem'],
  [textOf(3), 'a  c', 'a c'],
] as [CellParser<unknown>, string, unknown][])('%#: %j is read as it should', (parse, text, expected) => {
  expect(read(parse, text)).toBe(expected);
});

test('a choice is known by any of its spellings, and refused with what there is', () => {
  const tenure = choiceCell({ FREEHOLD: ['free-hold', 'F/H'], LEASEHOLD: ['Leasehold out'] });
  expect(read(tenure, 'Free Hold')).toBe('FREEHOLD');
  expect(read(tenure, 'Leasehold Out')).toBe('LEASEHOLD');
  expect(tenure('rented')).toEqual({ problem: 'It is none of FREEHOLD, LEASEHOLD.' });
});

test('no text at all makes a parser throw', () => {
  const parsers = [dayCell, decimalCell, integerCell, moneyCell, uprnCell, gssCodeCell, postcodeCell];
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      for (const parse of parsers) parse(text);
    }),
    { numRuns: 2000 },
  );
});
