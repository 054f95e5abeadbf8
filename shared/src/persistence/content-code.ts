import { createHash, hash, randomBytes } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A code that the same text always has: digits and capitals, five bits in each, out of its SHA-256. Twelve of them
 * tell thousands of texts apart, twenty-six any number.
 */
export function contentCode(text: string, length: number): string {
  const digest = createHash('sha256').update(text).digest();
  let code = '';
  for (let place = 0; place < length; place += 1) {
    const bit = place * 5;
    const pair = ((digest[bit >> 3] ?? 0) << 8) | (digest[(bit >> 3) + 1] ?? 0);
    code += DIGITS.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return code;
}

/**
 * A code that the same text always has under a key, and that says nothing of the text to whoever lacks the key: 22
 * characters of 132 bits.
 */
export function keyedCode(key: string, text: string): string {
  return hash('sha256', `${key}\u001f${text}`, 'base64url').slice(0, 22);
}

/** A key for `keyedCode`: 256 bits that nobody can guess. */
export function newSecret(): string {
  return randomBytes(32).toString('hex');
}
