/** A legal form as the tail of a registered name tells it. */
export type NamedLegalForm = 'LIMITED' | 'PLC' | 'LLP' | 'LP' | 'CIC' | 'CIO';

/**
 * Words that state a legal form, after longer phrases were shortened. They are no part of what a body is
 * called: `Acme Ltd`, `ACME LIMITED` and `Acme Cyf` are one name.
 */
export const LEGAL_FORM_WORDS: Readonly<Record<string, NamedLegalForm>> = {
  ltd: 'LIMITED',
  limited: 'LIMITED',
  cyf: 'LIMITED',
  cyfyngedig: 'LIMITED',
  plc: 'PLC',
  ccc: 'PLC',
  llp: 'LLP',
  pac: 'LLP',
  lp: 'LP',
  cic: 'CIC',
  cbc: 'CIC',
  cio: 'CIO',
  scio: 'CIO',
  sce: 'CIO',
};

/**
 * Words of {@link LEGAL_FORM_WORDS} that are other words or initials just as often; they state a legal form
 * only at the very end of a name.
 */
export const LEGAL_FORM_ONLY_AT_END: ReadonlySet<string> = new Set(['lp', 'ccc', 'pac', 'cbc', 'sce']);

/** Legal forms written out, and the word each is shortened to. English and Welsh. */
export const LEGAL_FORM_PHRASES: readonly (readonly [phrase: string, word: string])[] = [
  ['community interest company', 'cic'],
  ['community interest co', 'cic'],
  ['cwmni buddiannau cymunedol', 'cbc'],
  ['public limited company', 'plc'],
  ['public limited co', 'plc'],
  ['cwmni cyfyngedig cyhoeddus', 'ccc'],
  ['limited liability partnership', 'llp'],
  ['partneriaeth atebolrwydd cyfyngedig', 'pac'],
  ['limited partnership', 'lp'],
  ['scottish charitable incorporated organisation', 'scio'],
  ['charitable incorporated organisation', 'cio'],
  ['sefydliad corfforedig elusennol', 'sce'],
];

/** Words that are written in two ways, and the one that a normal form keeps. */
export const WORD_SPELLINGS: Readonly<Record<string, string>> = {
  company: 'co',
  brothers: 'bros',
  association: 'assoc',
  saint: 'st',
  center: 'centre',
};

/** Words that tell bodies of one family of names apart: a name that lacks one is another body's. */
export const DISTINGUISHING_WORDS: ReadonlySet<string> = new Set([
  'north',
  'south',
  'east',
  'west',
  'northern',
  'southern',
  'eastern',
  'western',
  'central',
  'northeast',
  'northwest',
  'southeast',
  'southwest',
  'group',
  'holdings',
  'holding',
  'international',
  'europe',
  'trustees',
  'nominees',
  'primary',
  'junior',
  'infant',
  'secondary',
]);

/** Short words that carry no initials. */
export const SHORT_WORDS: ReadonlySet<string> = new Set([
  'and',
  'of',
  'in',
  'at',
  'by',
  'to',
  'on',
  'or',
  'an',
  'my',
  'we',
  'us',
  'go',
  'uk',
  'gb',
  'co',
  'st',
  'no',
  'y',
  'a',
]);
