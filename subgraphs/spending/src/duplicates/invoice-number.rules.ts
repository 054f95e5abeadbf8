import type { EvidenceKind } from './tiers';

/** The longest text that is compared as an invoice number. */
const LONGEST = 64;
/** Texts that stand in the column and name no invoice. */
const NO_NUMBER = /^(?:N\/?A|NONE|NIL|NULL|VARIOUS|UNKNOWN|TBC|REDACTED|#N\/A|0+|[-.\s]*)$/;

/**
 * An invoice number as it is compared: upper case, single spaces gone.
 * @returns null for text that is no invoice number: blank, without any digit, or a filler such as `N/A`
 */
export function normaliseNumber(text: string | null): string | null {
  if (text === null) return null;
  const plain = text.normalize('NFKC').toUpperCase().replace(/\s+/g, '').slice(0, LONGEST);
  return NO_NUMBER.test(plain) || !/\d/.test(plain) ? null : plain;
}

/** The number without what people vary: punctuation, and zeros before other digits. */
function unformatted(number: string): string {
  return number.replace(/[^\p{L}\p{N}]+/gu, '').replace(/(?<!\d)0+(?=\d)/g, '');
}

/** The number with characters that look alike made one: O is 0, I is 1; then without its formatting. */
function canonicalNumber(number: string): string {
  return unformatted(number.replaceAll('O', '0').replaceAll('I', '1'));
}

/** A bill sent again: the number with one letter, or a word for it, after its last digit. */
const SUFFIXED = /^(.*\d)[^\p{L}\p{N}]*(?:[A-Z]|REV|COPY|DUP|RESUB|REBILL)$/u;

/** What the number was before a letter was added at its end; null where nothing was. */
function stemOf(number: string): string | null {
  return SUFFIXED.exec(number)?.[1] ?? null;
}

/** Whether one text becomes the other when two neighbouring characters, one of them a digit, change places. */
function isTransposition(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let place = 0;
  while (place < a.length && a[place] === b[place]) place += 1;
  return (
    place < a.length - 1 &&
    a[place] === b[place + 1] &&
    a[place + 1] === b[place] &&
    a.slice(place + 2) === b.slice(place + 2) &&
    /\d/.test(a.slice(place, place + 2))
  );
}

/**
 * In which way two invoice numbers (normalised) are alike, as a slip of the pen or a bill sent again makes them;
 * null where they are two numbers.
 * @param transposedFrom in shorter numbers a transposition says nothing: 12 and 21 are two invoices
 */
export function likenessOf(a: string, b: string, transposedFrom: number): EvidenceKind | null {
  if (a === b) return 'SAME_INVOICE_NUMBER';
  if (unformatted(a) === unformatted(b)) return 'FORMATTED_NUMBER';
  const [left, right] = [canonicalNumber(a), canonicalNumber(b)];
  if (left === right) return 'CONFUSED_CHARACTERS';
  if (isSuffixOf(a, right) || isSuffixOf(b, left)) return 'SUFFIX';
  if (left.length >= transposedFrom && isTransposition(left, right)) return 'TRANSPOSED_DIGITS';
  return null;
}

function isSuffixOf(number: string, other: string): boolean {
  const stem = stemOf(number);
  return stem !== null && canonicalNumber(stem) === other;
}

/**
 * By what a document finds its likes without being compared with all others: two numbers that are alike, but for a
 * transposition, have a key in common.
 */
export function numberKeys(number: string): readonly string[] {
  const stem = stemOf(number) ?? number;
  return [...new Set([unformatted(number), canonicalNumber(number), canonicalNumber(stem)])];
}

/** The same characters in order: what two numbers of which one is the other transposed have in common. */
export const anagramKey = (number: string): string => [...canonicalNumber(number)].sort().join('');

/** Whether the number at the end of two references differs by at most so much, and what stands before is the same. */
export function areCloseReferences(a: string, b: string, most: number): boolean {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (!left || !right || left.head !== right.head) return false;
  const distance = left.number > right.number ? left.number - right.number : right.number - left.number;
  return distance > 0n && distance <= BigInt(most);
}

function partsOf(reference: string): { readonly head: string; readonly number: bigint } | null {
  const match = /^(.*?)(\d{1,18})\D*$/.exec(reference.trim());
  return match ? { head: match[1]!.toUpperCase(), number: BigInt(match[2]!) } : null;
}
