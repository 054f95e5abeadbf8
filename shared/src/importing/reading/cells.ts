import { parsePounds, type Pence } from '../../money';
import type { CellParser } from './columns';

const NOTHING = /^(?:n\/?a|nil|null|none|unknown|not known|not applicable|tbc|[-–—.?]+)$/i;

/** Wraps a parser so that what people write for "nothing here" (`N/A`, `-`, `null`) is null. */
export function orNothing<Value>(parse: CellParser<Value>): CellParser<Value> {
  return (text) => (NOTHING.test(text) ? { value: null } : parse(text));
}

/** Text on one line: any run of white space is one space. */
export const textCell: CellParser<string> = (text) => ({ value: text.replace(/\s+/g, ' ').trim() || null });

/** Text that may have several lines: they are trimmed, blank ones are dropped, and `\n` stands between. */
export const linesCell: CellParser<string> = (text) => ({
  value:
    text
      .split(/[\r\n\u2028\u2029]+/)
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n') || null,
});

/** Text of at most so many characters; a longer one is a problem, never cut. */
export function textOf(maximum: number): CellParser<string> {
  return (text) => {
    const reading = textCell(text);
    return 'value' in reading && reading.value !== null && reading.value.length > maximum
      ? { problem: `It is longer than ${maximum} characters.` }
      : reading;
  };
}

/** A decimal number with an optional sign; commas may group thousands, a spreadsheet may have put an exponent. */
export const decimalCell: CellParser<number> = (text) =>
  PLAIN_DECIMAL.test(text) ? { value: Number(text) } : anyDecimal(text);

/** What most cells hold: nothing needs to be taken off, and a double holds it. */
const PLAIN_DECIMAL = /^\d{1,12}(?:\.\d{1,9})?$/;

const anyDecimal: CellParser<number> = orNothing<number>((text) => {
  const plain = text.replace(/^\+/, '').replace(/^[−–]/, '-');
  if (
    !/^-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d{1,3})?$/.test(plain) ||
    !/^-?[.,]?\d/.test(plain)
  )
    return { problem: 'It is not a number.' };
  const value = Number(plain.replace(/,/g, ''));
  return Number.isFinite(value)
    ? { value: value === 0 ? 0 : value }
    : { problem: 'It is too large a number.' };
});

/** A whole number, `1,234` and `1234.00` included. */
export const integerCell: CellParser<number> = (text) => {
  const reading = decimalCell(text);
  if ('problem' in reading || reading.value === null) return reading;
  if (!Number.isInteger(reading.value)) return { problem: 'It is not a whole number.' };
  return Number.isSafeInteger(reading.value) ? reading : { problem: 'It is too large a number.' };
};

/** An amount of pounds, in whole pence: `£1,234.50`, `(12.00)`, `12.00-`. */
export const moneyCell: CellParser<Pence> = orNothing<Pence>((text) => {
  const value = parsePounds(text);
  return value === null ? { problem: 'It is not an amount of pounds.' } : { value };
});

/** A Unique Property Reference Number: up to 12 digits, leading zeros dropped (GeoPlace). */
export const uprnCell: CellParser<string> = orNothing<string>((text) => {
  if (/^\d(?:\.\d+)?[eE]\+?\d+$/.test(text))
    return { problem: 'A spreadsheet has shortened this UPRN to powers of ten; its digits are lost.' };
  const digits = text
    .replace(/\.0*$/, '')
    .replace(/\s/g, '')
    .replace(/^0+(?=\d)/, '');
  if (!/^\d{1,12}$/.test(digits)) return { problem: 'It is not a UPRN of up to 12 digits.' };
  return { value: digits === '0' ? null : digits };
});

/** A code of the Office for National Statistics for an area: a letter and eight digits. */
export const gssCodeCell: CellParser<string> = orNothing<string>((text) => {
  const code = text.toUpperCase();
  return /^[EWSNKJ]\d{8}$/.test(code)
    ? { value: code }
    : { problem: 'It is not a GSS code such as E08000004.' };
});

/** A postcode of the United Kingdom, in capitals with its one space: `OL1 1AA`. */
export const postcodeCell: CellParser<string> = orNothing<string>((text) => {
  const packed = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const match = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/.exec(packed);
  return match ? { value: `${match[1]} ${match[2]}` } : { problem: 'It is not a full postcode.' };
});

/** One of a closed list, by any of its spellings; case, spaces and punctuation do not matter. */
export function choiceCell<Choice extends string>(
  spellings: Readonly<Record<Choice, readonly string[]>>,
): CellParser<Choice> {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const choices = new Map<string, Choice>();
  for (const [choice, texts] of Object.entries(spellings) as [Choice, readonly string[]][])
    for (const text of [choice, ...texts]) choices.set(plain(text), choice);
  const known = Object.keys(spellings).join(', ');
  return (text) => {
    const value = choices.get(plain(text));
    return value === undefined ? { problem: `It is none of ${known}.` } : { value };
  };
}
