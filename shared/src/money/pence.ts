/** A sum of pounds sterling in whole pence: a safe integer, negative for a credit. */
export type Pence = number;

/** The number itself when it is a safe whole number of pence; otherwise a RangeError. */
export function assertPence(value: number): Pence {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole, safe number of pence: ${value}`);
  return value === 0 ? 0 : value;
}

/** Adds sums exactly; a RangeError when the total leaves the safe range. */
export function sumPence(sums: Iterable<Pence>): Pence {
  let total = 0n;
  for (const sum of sums) total += BigInt(assertPence(sum));
  return assertPence(Number(total));
}

/** Pounds as a plain decimal, two places, no sign of currency: `-1234.56`. */
export function penceToPounds(pence: Pence): string {
  const digits = Math.abs(assertPence(pence)).toString().padStart(3, '0');
  return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Pounds as people read them: `£1,234.56`, a credit with a leading minus. */
export function formatPence(pence: Pence): string {
  const [whole = '', fraction = ''] = penceToPounds(Math.abs(pence)).split('.');
  return `${pence < 0 ? '-' : ''}£${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}
