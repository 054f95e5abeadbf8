/** An exact decimal number that is not negative: `digits ÷ 10^places`. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

const DECIMAL = /^(\d{1,18})(?:\.(\d{1,18}))?$/;

/** Reads `543715.64`; undefined when it is not a decimal number. Zeros at the end of the fraction do not count. */
export function parseDecimal(text: string): Decimal | undefined {
  const found = DECIMAL.exec(text.trim());
  if (found === null) return undefined;
  const fraction = (found[2] ?? '').replace(/0+$/, '');
  return { digits: BigInt(`${found[1]}${fraction}`), places: fraction.length };
}

/** The number in parts of which 10^places make one. `places` is at least the number's own. */
export function inParts({ digits, places }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - places);
}

/** Parts as a decimal number, with as many places: 54371564 with 2 places is `543715.64`. */
export function writeDecimal(parts: bigint, places: number): string {
  if (places === 0) return String(parts);
  const text = String(parts).padStart(places + 1, '0');
  return `${text.slice(0, -places)}.${text.slice(-places)}`;
}
