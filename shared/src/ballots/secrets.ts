import { createHash, randomBytes } from 'node:crypto';

/** Crockford's letters: no I, L, O or U, which people read as others. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A secret that a person copies from paper: 5 bits a letter, in groups of four. */
const RECEIPT_LETTERS = 32;
const CODE_LETTERS = 20;

function written(bytes: Buffer, letters: number): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < letters) {
      bits -= 5;
      text += LETTERS.charAt((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return (text.match(/.{4}/g) ?? []).join('-');
}

/** A secret as it was typed, without dashes and spaces, with the letters that people mistake; null when it is none. */
function read(text: string, letters: number): string | null {
  if (text.length > 100) return null;
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐-―-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isOne = plain.length === letters && [...plain].every((letter) => LETTERS.includes(letter));
  return isOne ? plain : null;
}

const hashOf = (purpose: string, ...parts: readonly string[]): string =>
  createHash('sha256')
    .update([purpose, ...parts].join('\n'))
    .digest('hex');

/**
 * A receipt: 160 random bits as eight groups of four letters and digits. It is handed to the voter and kept nowhere.
 * @param seed 32 secret bytes to make it from, where a call that is repeated has to give it again; random when null
 */
export function newReceipt(seed: Buffer | null = null): string {
  const bytes = seed ? createHash('sha256').update('receipt\n').update(seed).digest() : randomBytes(20);
  return written(bytes, RECEIPT_LETTERS);
}

/**
 * The mark of a receipt: its SHA-256, which is the ballot's key. Whoever has the receipt works out the mark; nobody
 * works out a receipt from a mark.
 * @returns null for a text that has not the form of a receipt
 */
export function markOf(receipt: string): string | null {
  const plain = read(receipt, RECEIPT_LETTERS);
  return plain === null ? null : hashOf('receipt', plain);
}

/** A voting code for a printed letter: 100 random bits as five groups of four letters and digits. */
export function newVotingCode(): string {
  return written(randomBytes(13), CODE_LETTERS);
}

/**
 * What the roll keeps of a voting code: a hash that holds for one box only.
 * @returns null for a text that has not the form of a voting code
 */
export function codeHash(box: string, code: string): string | null {
  const plain = read(code, CODE_LETTERS);
  return plain === null ? null : hashOf('voting code', box, plain);
}

/** A key that tells nothing: 128 random bits, 32 hexadecimal digits. */
export function randomKey(): string {
  return randomBytes(16).toString('hex');
}
