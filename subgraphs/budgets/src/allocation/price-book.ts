import type { Rational } from './rational';

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/**
 * The exact prices of the rounds of one run of Equal Shares.
 *
 * What a voter has left is the share she began with minus the prices of what she paid for in full (or nothing,
 * once she gave all): a sum of the share and of prices with whole-number factors. So no voter's money is ever
 * kept as a fraction. Each price is one, over a denominator that divides the next one's, and any such sum over
 * all rounds is worked out with one multiplication for each round (Horner's scheme).
 */
export class PriceBook {
  /** Each round's price over its own denominator, the product of `steps` up to it and of the denominator of the share. */
  private readonly numerators: bigint[] = [];
  /** By what each round's denominator is larger than the one before. */
  private readonly steps: bigint[] = [];
  private denominator: bigint;

  /** @param first denominator of the share that each voter begins with */
  constructor(first: bigint) {
    this.denominator = first;
  }

  /** Rounds so far. */
  get rounds(): number {
    return this.numerators.length;
  }

  /** The denominator that `combine` works over. */
  get over(): bigint {
    return this.denominator;
  }

  /** `constant ÷ first + Σ factors[r] × price[r]`, as a numerator over `over`. Factors are whole numbers. */
  combine(constant: bigint, factors: Float64Array): bigint {
    let sum = constant;
    for (let round = 0; round < this.numerators.length; round += 1) {
      sum *= this.steps[round] ?? 1n;
      const factor = factors[round] ?? 0;
      if (factor !== 0) sum += BigInt(factor) * (this.numerators[round] ?? 0n);
    }
    return sum;
  }

  /** Adds the price of the next round: `numerator ÷ (over × step)`. Answers it in the terms it is kept in. */
  add(numerator: bigint, step: number): Rational {
    const common = gcd(step, Number(numerator % BigInt(step)));
    this.numerators.push(numerator / BigInt(common));
    this.steps.push(BigInt(step / common));
    this.denominator *= BigInt(step / common);
    return { numerator: numerator / BigInt(common), denominator: this.denominator };
  }

  /** A numerator of `combine` as a fraction. */
  fraction(numerator: bigint): Rational {
    return { numerator, denominator: this.denominator };
  }
}
