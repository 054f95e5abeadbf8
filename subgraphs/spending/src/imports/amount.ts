import { parsePounds, type Pence } from '@coop/shared/money';

const ZERO = 48;
const NINE = 57;
const POINT = 46;
const MINUS = 45;

/**
 * An amount of pounds in whole pence, as council ledgers write it: `1234.5`, `£1,234.50`, `(12.00)`, `12.00-`,
 * `12.00 (CR)`, `−12.00`. The plain form, by far the commonest, is read digit by digit.
 * @returns null when the text is no amount, or leaves the safe range
 */
export function readAmount(text: string): Pence | null {
  let pence = 0;
  let places = -1;
  const negative = text.charCodeAt(0) === MINUS;
  let at = negative ? 1 : 0;
  const digits = text.length - at;
  // Up to thirteen digits stay exact, and a safe number of pence.
  if (digits === 0 || digits > 14) return readWritten(text);
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE && places < 2) {
      pence = pence * 10 + (code - ZERO);
      if (places >= 0) places += 1;
    } else if (code === POINT && places < 0) places = 0;
    else return readWritten(text);
  }
  if (text.charCodeAt(text.length - 1) === MINUS || (places >= 0 && digits === 1)) return readWritten(text);
  if (places <= 0) pence *= 100;
  else if (places === 1) pence *= 10;
  if (!Number.isSafeInteger(pence)) return readWritten(text);
  return negative && pence !== 0 ? -pence : pence;
}

function readWritten(text: string): Pence | null {
  // The pound sign of other code pages: œ is what DOS wrote, Ł what Eastern Europe reads.
  const plain = text
    .replace(/\s*\(?\s*(?:CR|CREDIT)\s*\)?\s*$/i, '-')
    .replace(/^[\s]*[œŁ]/, '£')
    .replace(/Â£/g, '£')
    .replace(/[\s ]+/g, '');
  return parsePounds(plain);
}
