import fc from 'fast-check';
import { formatPence, parsePounds, penceToPounds, splitPence } from '.';

test('pounds are written with two places and thousands separators', () => {
  expect(formatPence(123456)).toBe('£1,234.56');
  expect(formatPence(-5)).toBe('-£0.05');
  expect(penceToPounds(-123456)).toBe('-1234.56');
});

test('any sum survives being written and read again', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (pence) => {
      expect(parsePounds(formatPence(pence))).toBe(pence === 0 ? 0 : pence);
    }),
  );
});

test('parts of a split add up to the whole and differ from the exact share by less than a penny', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.array(fc.nat(1000), { minLength: 1 }), (total, weights) => {
      fc.pre(weights.some((weight) => weight > 0));
      const parts = splitPence(total, weights);
      expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
    }),
  );
});
