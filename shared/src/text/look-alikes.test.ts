import fc from 'fast-check';
import { asRead, hidesCharacters, identifierForm, mixesAlphabets } from '.';

test.each([
  ['Pаnel', 'panel'],
  ['СОРЕ', 'cope'],
  ['ΑΒΕ', 'abe'],
  ['Ｐanel', 'panel'],
])('%j is read as %j', (text, read) => expect(asRead(text)).toBe(read));

test.each(['Pаnel Member 1', 'Οmega', 'pm\u200bа', 'ｐаnel'])('%j mixes alphabets', (text) =>
  expect(mixesAlphabets(text)).toBe(true),
);

test.each(['Panel Member 1', 'Дім Ukrainian House', 'Ω-Centre', 'Zoë’s Café', 'מרכז 12', ''])(
  '%j is honest',
  (text) => expect(mixesAlphabets(text)).toBe(false),
);

test('a voter’s number has one form, however it is written', () => {
  const spellings = ['V1', 'v1', 'ｖ1', 'v1\u200b', ' V1 ', '\u2060v1\u00ad', '\ufeffＶ１'];
  expect(new Set(spellings.map(identifierForm))).toEqual(new Set(['v1']));
  expect(identifierForm('A \t 12')).toBe('a 12');
  expect(identifierForm('\u200b ')).toBe('');
});

test('a form is its own form, and hides nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const form = identifierForm(text);
      expect(identifierForm(form)).toBe(form);
      expect(hidesCharacters(form)).toBe(false);
    }),
  );
});
