import fc from 'fast-check';
import { addDays } from '@coop/shared/time';
import { randomOf } from '../duplicates/planted.fixture';
import { indicatorFences } from './fraud.law';
import {
  benford,
  newSupplierFast,
  roundSums,
  sharedIdentifiers,
  splitting,
  type IndicatedPayment,
} from './indicators.rules';

const FENCES = indicatorFences.require('2026-06-01').value;
const pay = (amountPence: number, day = '2026-03-02', id = `${day} ${amountPence}`): IndicatedPayment => ({
  ...{ id, day, amountPence },
});
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('splitting', () => {
  const near = (count: number, amountPence = 450_000) =>
    times(count, (index) => pay(amountPence, addDays('2026-03-02', index), `p${index}`));

  test('is five payments within a week at 80 to 100% of a limit, together over one and a half times it', () => {
    expect(splitting(near(5), FENCES)).toMatchObject({
      ...{ computed: true, figure: 5, fence: 5, isFlagged: true, payments: ['p0', 'p1', 'p2', 'p3', 'p4'] },
    });
    expect(splitting(near(4), FENCES)).toMatchObject({ figure: 4, isFlagged: false });
    expect(splitting(near(9), FENCES)).toMatchObject({ figure: 7 });
  });

  test.each([
    [400_000, 5],
    [500_000, 5],
    [399_999, 0],
    [500_001, 0],
  ])('of %i pence each counts %i payments under the limit of £5,000', (amountPence, figure) => {
    expect(splitting(near(5, amountPence), FENCES)).toMatchObject({ figure });
  });

  test('goes by the limits that held on the day', () => {
    const at = (day: string) =>
      splitting(
        times(5, (i) => pay(2_400_000, day, `p${i}`)),
        FENCES,
      );
    expect(at('2014-12-01')).toMatchObject({ figure: 0 });
    expect(at('2015-06-01')).toMatchObject({ figure: 5, isFlagged: true });
    expect(at('2013-06-01')).toEqual({
      ...{ kind: 'SPLITTING', computed: false, reason: 'No limit held on the days of the payments.' },
    });
  });

  test('with nothing paid cannot be computed', () => {
    expect(splitting([pay(-5)], FENCES)).toMatchObject({ computed: false, reason: 'Nothing was paid.' });
  });
});

describe('round sums', () => {
  test('are a share of payments of £1,000 or more', () => {
    const some = [...times(5, (i) => pay(100_000 * (i + 1))), ...times(5, (i) => pay(123_456 + i))];
    expect(roundSums([...some, pay(99_999)], FENCES)).toMatchObject({ figure: 0.5, isFlagged: true });
    expect(roundSums([...some, pay(123_999)], FENCES)).toMatchObject({ figure: 5 / 11, isFlagged: false });
  });

  test('among few payments cannot be computed', () => {
    expect(
      roundSums(
        times(9, () => pay(100_000)),
        FENCES,
      ),
    ).toMatchObject({ computed: false });
  });
});

describe("Benford's law", () => {
  test('is kept by amounts over several orders of magnitude', () => {
    const random = randomOf(5);
    const natural = times(3000, (i) => pay(Math.floor(10 ** (3 + random() * 4)), '2026-03-02', `p${i}`));
    expect(benford(natural, FENCES)).toMatchObject({ computed: true, isFlagged: false });
  });

  test('is not kept by made-up amounts, and is not computed among few', () => {
    const invented = times(300, (i) => pay(500_000 + (i % 400) * 1000, '2026-03-02', `p${i}`));
    expect(benford(invented, FENCES)).toMatchObject({ computed: true, isFlagged: true });
    expect(benford(invented.slice(1), FENCES)).toEqual({
      ...{ kind: 'BENFORD', computed: false, reason: 'It takes 300 payments to one supplier.' },
    });
  });

  test('deviates by at most two ninths, whatever the amounts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e12 }), { minLength: 300, maxLength: 400 }),
        (amounts) => {
          const one = benford(
            amounts.map((amount, i) => pay(amount, '2026-03-02', `p${i}`)),
            FENCES,
          );
          if (!one.computed) throw new Error(one.reason);
          expect(one.figure).toBeGreaterThanOrEqual(0);
          expect(one.figure).toBeLessThanOrEqual(2 / 9);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a new supplier', () => {
  const first = '2025-01-01';
  test('that was paid a large sum within the days is paid fast', () => {
    const soon = [pay(1_000_000, '2026-03-01', 'a'), pay(1_500_000, '2026-03-31', 'b')];
    expect(newSupplierFast(soon, first, FENCES)).toMatchObject({
      figure: 30,
      isFlagged: true,
      payments: ['a', 'b'],
    });
    const later = [soon[0]!, { ...soon[1]!, day: '2026-04-01' }];
    expect(newSupplierFast(later, first, FENCES)).toMatchObject({ figure: 31, isFlagged: false });
  });

  test('cannot be told from an old one at the beginning of the payments, and small sums say nothing', () => {
    expect(newSupplierFast([pay(9_000_000, '2025-06-29')], first, FENCES)).toMatchObject({ computed: false });
    expect(newSupplierFast([pay(9_000_000, '2025-06-30')], first, FENCES)).toMatchObject({ computed: true });
    expect(newSupplierFast([pay(2_499_999, '2026-06-30')], first, FENCES)).toMatchObject({ computed: false });
    expect(newSupplierFast([], first, FENCES)).toMatchObject({ computed: false });
  });
});

test('records of different names that share a registration number are counted; without numbers nothing is said', () => {
  const found = sharedIdentifiers(
    [
      { id: 'a', nameKey: 'one', numbers: ['company 1'] },
      { id: 'b', nameKey: 'other', numbers: ['company 1'] },
      { id: 'c', nameKey: 'third', numbers: ['company 2'] },
      { id: 'd', nameKey: 'third', numbers: ['company 2'] },
      { id: 'e', nameKey: 'fifth', numbers: [] },
    ],
    FENCES,
  );
  expect(found.get('a')).toMatchObject({ figure: 2, isFlagged: true });
  expect(found.get('c')).toMatchObject({ figure: 1, isFlagged: false });
  expect(found.get('e')).toMatchObject({ computed: false });
});
