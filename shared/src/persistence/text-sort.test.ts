import * as fc from 'fast-check';
import { textSort } from '.';

test.each([
  ['Ærøskøbing  Town\tHall', 'ærøskøbing town hall'],
  ['  CAFÉ Zoë ', 'cafe zoe'],
  ['Ｆｕｌｌ ﬁgure №1 ℡', 'full figure no1 tel'],
  ['İstanbul', 'istanbul'],
  ['', ''],
])('%p sorts as %p', (text, key) => {
  expect(textSort(text)).toBe(key);
});

test('a key is its own key, short, and holds no accent, control character or double space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const key = textSort(text);
      expect(textSort(key)).toBe(key);
      expect([...key].length).toBeLessThanOrEqual(191);
      expect(key).not.toMatch(/[\p{M}\p{Cc}\p{Cs}]|\s\s|^\s|\s$/u);
    }),
  );
});
