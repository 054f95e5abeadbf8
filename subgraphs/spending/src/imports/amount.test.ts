import fc from 'fast-check';
import { penceToPounds, parsePounds } from '@coop/shared/money';
import { readAmount } from './amount';
import { channelOf, namesCards } from './channel';
import { gssCodesIn, meansCouncil } from './bodies';

test.each([
  ['1234.5', 123_450],
  ['-12', -1200],
  ['£1,234.50', 123_450],
  ['(12.00)', -1200],
  ['12.00-', -1200],
  ['12.00 (CR)', -1200],
  ['12.00 CR', -1200],
  ['œ250.00', 25_000],
  ['1.2E3', 120_000],
  ['.5', 50],
  ['0', 0],
  ['-0.00', 0],
  ['99999999999999', null],
  ['N/A', null],
  ['', null],
  ['.', null],
  ['-', null],
  ['1.2.3', null],
  ['=1+2', null],
])('the amount %s is %s pence', (text, pence) => {
  expect(readAmount(text)).toBe(pence);
});

test('plain amounts are read as the careful reader reads them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), (pence) => {
      expect(readAmount(penceToPounds(pence))).toBe(parsePounds(penceToPounds(pence)));
    }),
  );
});

const BLANK = { card: '', transactionType: '', reference: '', purpose: '', merchantCategory: '', grant: '' };

test.each([
  [{ reference: 'P-CARD JUNE 18' }, 'CARD'],
  [{ reference: 'P -CARD - SEPT 19' }, 'CARD'],
  [{ transactionType: 'GPC' }, 'CARD'],
  [{ card: 'Yes' }, 'CARD'],
  [{ card: 'No', merchantCategory: 'Grocers' }, 'INVOICE'],
  [{ merchantCategory: 'Grocers' }, 'CARD'],
  [{ transactionType: 'Payroll' }, 'PAYROLL'],
  [{ transactionType: 'JNL' }, 'JOURNAL'],
  [{ grant: 'Yes' }, 'GRANT'],
  [{ purpose: 'Credit card charges' }, 'INVOICE'],
  [{ purpose: 'Postcards' }, 'INVOICE'],
  [{}, 'INVOICE'],
])('a row with %j was paid by %s', (signs, channel) => {
  expect(channelOf({ ...BLANK, ...signs }, false)).toBe(channel);
});

test('files of card purchases are told by their names', () => {
  expect(
    ['2022-06-card.csv', 'GPC Q3.xlsx', 'p_cards_2020.csv', 'Purchase Cards.csv'].map(namesCards),
  ).toEqual([true, true, true, true]);
  expect(['Cardiff 2020.csv', 'discards.csv', 'payments.csv'].map(namesCards)).toEqual([false, false, false]);
});

test('a body is told by its code, or by the words that no other council has', () => {
  const oldham = { gssCode: 'E08000004', names: ['Oldham', 'Oldham Metropolitan Borough Council'] };
  expect(gssCodesIn('http://statistics.data.gov.uk/id/statistical-geography/E08000004')).toEqual([
    'E08000004',
  ]);
  expect(meansCouncil('e08000004     ', oldham)).toBe(true);
  expect(meansCouncil('E08000009', oldham)).toBe(false);
  expect(meansCouncil('OLDHAM MBC', oldham)).toBe(true);
  expect(meansCouncil('The Borough of Calderdale', oldham)).toBe(false);
  expect(meansCouncil('Http://opendatacommunities.org/id/metropolitan-district-council/leeds', oldham)).toBe(
    false,
  );
  expect(meansCouncil('http://statistics.data.gov.uk/doc/local-authority-district/00CY', oldham)).toBeNull();
  expect(meansCouncil('The Council', oldham)).toBeNull();
  expect(meansCouncil('Leeds', { gssCode: 'E08000035', names: [] })).toBeNull();
});
