import fc from 'fast-check';
import { textFault, visible, visibleLines } from '.';

test.each([
  'Friends of the Hall',
  'one line\nand another\twith a tab',
  '   ',
  'Zoë’s Café – £5',
  '👩‍👩‍👧 picnic 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️',
  'جمعية الحي',
  'מרכז קהילתי 12',
  'می‌خواهم',
  'क्‍ष',
])('honest text in any writing can be kept: %j', (text) => expect(textFault(text)).toBeNull());

test.each([
  ['a\u0000b', 'unprintable'],
  ['\u001b[31mred', 'unprintable'],
  ['a\u0085b', 'unprintable'],
  ['a\ud800b', 'unprintable'],
  ['Hall \u202egnp.exe', 'reordering'],
  ['\u2066Hall\u2069', 'reordering'],
  ['\u200b', 'blank'],
  [' \u2060\u00ad \ufeff', 'blank'],
  ['\u3164', 'blank'],
])('%j cannot be kept: %s', (text, fault) => expect(textFault(text)).toBe(fault));

test('nothing that is shown can steer a terminal or forge a line', () => {
  expect(visible('\u001b[2J\nfile\u202e.csv\u009b')).toBe('\\u001b[2J\\u000afile\\u202e.csv\\u009b');
  expect(visible('Zoë’s 5 £')).toBe('Zoë’s 5 £');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    }),
  );
});

test('JSON that is made visible says the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const json = JSON.stringify(value, null, 2);
      expect(JSON.parse(visibleLines(json))).toEqual(JSON.parse(json));
    }),
  );
});
