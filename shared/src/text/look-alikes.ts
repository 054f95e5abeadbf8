// Letters of other alphabets that are drawn like a Latin one, in either case (after Unicode's table of confusables,
// UTS #39). Only whole letters that readers take for each other; no accents, which are dropped before.
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x' },
  ...{ і: 'i', ј: 'j', ѕ: 's', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l', ү: 'y', ԍ: 'g', ь: 'b' },
  ...{ α: 'a', β: 'b', γ: 'y', ε: 'e', ζ: 'z', η: 'n', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p' },
  ...{ σ: 'o', τ: 't', υ: 'u', χ: 'x', ϲ: 'c', ϳ: 'j' },
  ...{ ı: 'i', ɑ: 'a', ɡ: 'g', ɩ: 'i', ꞵ: 'b' },
};

/**
 * Text in lower case in which letters of other alphabets that look like Latin ones are those: for telling whether two
 * names can be taken for one another, never for showing or keeping.
 */
export function asRead(text: string): string {
  return [...text.normalize('NFKD').toLowerCase()].map((letter) => LOOK_ALIKES[letter] ?? letter).join('');
}

const LATIN = /\p{Script=Latin}/u;
const ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/**
 * True when one word has both Latin and Cyrillic or Greek letters, as no language writes: `Pаnel` with a Cyrillic а.
 * Words of several alphabets beside each other are honest: `Дім Ukrainian House`.
 */
export function mixesAlphabets(text: string): boolean {
  const words = text.normalize('NFKC').match(/[\p{L}\p{M}\p{Default_Ignorable_Code_Point}]+/gu) ?? [];
  return words.some((word) => LATIN.test(word) && ALIKE.test(word));
}

/**
 * A number or an account by which people are told apart, in the form in which two spellings of it are one: full-width
 * forms resolved, invisible characters removed, no outer blanks and single ones inside, lower case.
 */
export function identifierForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFKC');
}

/** True when text holds characters that show nothing, which an identifier has no use for. */
export function hidesCharacters(text: string): boolean {
  return /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(text);
}
