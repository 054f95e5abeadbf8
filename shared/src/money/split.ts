import { assertPence, type Pence } from './pence';

/**
 * Splits a sum by integer weights so that the parts add up to it exactly: every part is rounded down and the
 * pence left over go to the largest remainders, earlier parts first.
 * @throws RangeError when a weight is not a whole number of at least 0, or all are 0.
 */
export function splitPence(total: Pence, weights: readonly number[]): Pence[] {
  const sum = weights.reduce((all, weight) => {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`Not a weight: ${weight}`);
    return all + BigInt(weight);
  }, 0n);
  if (sum === 0n) throw new RangeError('Weights must not all be 0.');
  const sign = total < 0 ? -1n : 1n;
  const magnitude = BigInt(Math.abs(assertPence(total)));
  const parts = weights.map((weight, index) => {
    const exact = magnitude * BigInt(weight);
    return { index, floor: exact / sum, remainder: exact % sum };
  });
  let left = magnitude - parts.reduce((all, part) => all + part.floor, 0n);
  for (const part of [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )) {
    if (left === 0n) break;
    part.floor += 1n;
    left -= 1n;
  }
  return parts.map((part) => assertPence(Number(sign * part.floor)));
}
