import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { codeHash, markOf, newReceipt, newVotingCode, randomKey } from './secrets';

describe('a receipt', () => {
  test('holds 160 bits in letters and digits that nobody takes for others', () => {
    const receipts = Array.from({ length: 2_000 }, () => newReceipt());
    expect(new Set(receipts).size).toBe(2_000);
    for (const receipt of receipts)
      expect(receipt).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    // Every letter in every place: no bit stands still.
    for (let place = 0; place < 39; place += 1)
      expect(new Set(receipts.map((receipt) => receipt[place])).size).toBe(place % 5 === 4 ? 1 : 32);
  });

  test('is the same for the same seed, and tells nothing of it', () => {
    const seed = randomBytes(32);
    expect(newReceipt(seed)).toBe(newReceipt(seed));
    expect(newReceipt(seed)).not.toBe(newReceipt(randomBytes(32)));
  });

  test('is read however it was typed', () => {
    const receipt = '01AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-0123-4567';
    const mark = createHash('sha256')
      .update(`receipt\n${receipt.replaceAll('-', '')}`)
      .digest('hex');
    for (const typed of [
      receipt,
      receipt.toLowerCase(),
      ` ${receipt.replaceAll('-', ' ')} `,
      receipt.replaceAll('-', '–'),
      receipt.replaceAll('0', 'O').replaceAll('1', 'l'),
      receipt.replaceAll('1', 'I'),
    ])
      expect(markOf(typed)).toBe(mark);
  });

  test('is nothing else', () => {
    for (const text of ['', 'ABCD', `${newReceipt()}0`, newReceipt().replace(/^./, 'U'), 'x'.repeat(10_000)])
      expect(markOf(text)).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const mark = markOf(text);
        expect(mark === null || /^[0-9a-f]{64}$/.test(mark)).toBe(true);
      }),
    );
  });
});

describe('a voting code', () => {
  test('holds 100 bits, and its hash holds for one box', () => {
    const code = newVotingCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(codeHash('vote_1', code)).toBe(codeHash('vote_1', code.toLowerCase().replaceAll('-', '')));
    expect(codeHash('vote_1', code)).not.toBe(codeHash('vote_2', code));
    expect(codeHash('vote_1', newReceipt())).toBeNull();
  });
});

test('a random key is 32 hexadecimal digits', () => {
  expect(randomKey()).toMatch(/^[0-9a-f]{32}$/);
});
