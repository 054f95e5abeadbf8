import { type Pence } from './pence';

/** What nine amounts of ten look like: read without the care that the others need, in a quarter of the time. */
const PLAIN = /^(-?)£?(\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?:\.(\d{1,2}))?$/;

/**
 * Reads an amount of pounds as people and spreadsheets write it: `£1,234.5`, `(12.00)` and `12.00-` for a
 * credit, `1.2E3`. More than two places are rounded half away from zero.
 * @returns whole pence, or null when the text is no amount or leaves the safe range.
 */
export function parsePounds(text: string): Pence | null {
  const plain = PLAIN.exec(text);
  if (plain) {
    const pence = Number(plain[2]!.replaceAll(',', '')) * 100 + Number((plain[3] ?? '').padEnd(2, '0'));
    return plain[1] && pence !== 0 ? -pence : pence;
  }
  let body = text.trim().replace(/^\ufeff/, '');
  let negative = false;
  if (/^\(.*\)$/.test(body)) {
    negative = true;
    body = body.slice(1, -1).trim();
  }
  body = body.replace(/^(-?)\s*(?:£|GBP)\s*/i, '$1').replace(/\s*(?:GBP)$/i, '');
  if (/^[-−–]/.test(body)) {
    if (negative) return null;
    negative = true;
    body = body.slice(1).replace(/^\s*£?\s*/, '');
  } else if (body.endsWith('-')) {
    if (negative) return null;
    negative = true;
    body = body.slice(0, -1).trim();
  } else if (/^(.*?)\s*CR$/i.test(body)) {
    if (negative) return null;
    negative = true;
    body = body.replace(/\s*CR$/i, '');
  }
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/.exec(body);
  if (!match || (!match[1] && !match[2])) return null;
  const whole = (match[1] ?? '0').replace(/,/g, '');
  const fraction = match[2] ?? '';
  const digits = BigInt(whole + fraction);
  // The decimal point stands `places` digits from the right, counted in pence.
  const places = fraction.length - Number(match[3] ?? 0) - 2;
  const pence = places <= 0 ? digits * 10n ** BigInt(-places) : roundHalfUp(digits, 10n ** BigInt(places));
  if (pence > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const result = Number(pence);
  return negative && result !== 0 ? -result : result;
}

function roundHalfUp(value: bigint, divisor: bigint): bigint {
  return (value * 2n + divisor) / (divisor * 2n);
}
