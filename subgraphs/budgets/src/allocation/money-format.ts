import { roundTo, type Rational } from './rational';

/** How amounts of money are written in an explanation. */
export interface MoneyFormat {
  /** A whole number of the smallest unit, exactly: `£1,234.50`. */
  exact(parts: bigint): string;
  /** A fraction of the smallest unit, rounded where it has to be: `about £1.33`. */
  about(amount: Rational): string;
}

const grouped = (digits: bigint): string => String(digits).replace(/\B(?=(\d{3})+$)/g, ',');

/** A whole number as people read it: `12,345`. */
export const counted = (count: number): string => grouped(BigInt(count));

function written(parts: bigint, places: number, currency: string): string {
  const sign = parts < 0n ? '-' : '';
  const size = parts < 0n ? -parts : parts;
  const unit = 10n ** BigInt(places);
  const fraction = places === 0 ? '' : `.${String(size % unit).padStart(places, '0')}`;
  const mark = currency === 'GBP' ? '£' : currency === '' ? '' : `${currency} `;
  return `${sign}${mark}${grouped(size / unit)}${fraction}`;
}

/**
 * Amounts in a currency.
 * @param currency its code, `PLN`; pounds get their sign; none for an empty text
 * @param places decimal places of the smallest unit: 2 for pence
 */
export function moneyFormat(currency: string, places: number): MoneyFormat {
  // Shares of money are shown to a hundredth, even where all costs are whole.
  const finer = Math.max(2, places);
  const more = 10n ** BigInt(finer - places);
  const exact = (parts: bigint) =>
    places === 0 ? written(parts, 0, currency) : written(parts * more, finer, currency);
  return {
    exact,
    about: (amount) => {
      if (amount.numerator % amount.denominator === 0n) return exact(amount.numerator / amount.denominator);
      const rounded = roundTo(amount, more);
      const whole = rounded * amount.denominator === amount.numerator * more;
      return `${whole ? '' : 'about '}${written(rounded, finer, currency)}`;
    },
  };
}

/** Amounts in pence. */
export const poundsFormat: MoneyFormat = moneyFormat('GBP', 2);
