/** An exact fraction. The denominator is above zero; it need not be in lowest terms. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const bitsOf = (value: bigint): number => value.toString(16).length * 4;

/** The double next to a fraction that is not negative, or its neighbour: the relative error is below 2^-51. */
export function toDouble({ numerator, denominator }: Rational): number {
  if (numerator === 0n) return 0;
  if (numerator < 0n) return -toDouble({ numerator: -numerator, denominator });
  // At least 60 significant bits of the quotient, of which the conversion keeps 53.
  const shift = 64 - (bitsOf(numerator) - bitsOf(denominator));
  const quotient =
    shift >= 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift));
  return Number(quotient) * 2 ** -shift;
}

/** The fraction times a whole number of parts, rounded to the nearest whole number, halves up. */
export function roundTo({ numerator, denominator }: Rational, parts = 1n): bigint {
  const doubled = 2n * numerator * parts + denominator;
  const divisor = 2n * denominator;
  const quotient = doubled / divisor;
  return doubled < 0n && quotient * divisor !== doubled ? quotient - 1n : quotient;
}
