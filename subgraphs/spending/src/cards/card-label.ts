/**
 * What tells a card from others, without its number: of anything with nine digits or more only the last four are
 * kept. A full card number must not be stored.
 */
export function cardLabel(text: string): string {
  const digits = text.replace(/[^0-9]/g, '');
  return digits.length >= 9 ? `card ending ${digits.slice(-4)}` : text.trim();
}

/** A reference as it is compared: its case and spaces do not matter. */
export const transactionKey = (reference: string): string =>
  reference.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
