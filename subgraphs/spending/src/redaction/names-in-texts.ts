/** Words beside a name that are no part of it. */
const BESIDE: ReadonlySet<string> = new Set(
  'mr mrs miss ms mx dr prof rev sir dame lady lord the and ltd limited llp plc cic'.split(' '),
);
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Names have no more words than so; what is longer is known by its first ones. */
const MOST_WORDS = 6;

interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text that tell one name from another: without titles, initials and legal forms, accents and case. */
function tellingWords(text: string): Word[] {
  const found: Word[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const key = word
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replaceAll('’', "'")
      .replace(/'s$/i, '')
      .toLowerCase();
    if (key.length > 1 && !BESIDE.has(key)) found.push({ key, start: index, end: index + word.length });
  }
  return found;
}

const coreOf = (words: readonly Word[]): string =>
  words
    .map(({ key }) => key)
    .sort()
    .join(' ');

/** What a name is recognised by in a text, and how many words that has. */
export interface NameCore {
  readonly core: string;
  readonly words: number;
}

/**
 * By what a person's name is recognised within texts: all its words, in whatever order, and its first and last one
 * without those between. A name of one word is only ever a whole text: Cook, Bishop and Bradford are words of other
 * things too. Of a body with a legal form none: it is no person.
 */
export function coresOf(name: string): readonly NameCore[] {
  if (hasLegalForm(name)) return [];
  const words = tellingWords(name).slice(0, MOST_WORDS);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return [];
  const cores = [{ core: coreOf(words), words: words.length }];
  if (words.length > 2) cores.push({ core: coreOf([first, last]), words: 2 });
  return cores;
}

/** Whether the name is of a company or the like, which may well have a person's name in it. */
export const hasLegalForm = (name: string): boolean =>
  /\b(?:ltd|limited|plc|llp|lp|cic|c\.i\.c|cio|ccg|nhs)\b/i.test(name);

/** Names that are not to be shown, as far as texts are searched for them. */
export interface HiddenNames {
  /** How many words they have. */
  readonly sizes: readonly number[];
  has(core: string): boolean;
}

/**
 * Puts a word in the place of every name in a text that is not to be shown. The words of a name stand side by side,
 * in any order; titles, initials and punctuation between them do not matter. The text itself when there is none.
 */
export function withoutNames(text: string, { sizes, has }: HiddenNames, instead: string): string {
  const words = tellingWords(text);
  const most = words.length;
  if (most === 0) return text;
  const fitting = sizes.filter((size) => size <= most && (size > 1 || most === 1));
  let shown = '';
  let done = 0;
  for (let at = 0; at < most; at += 1)
    for (const size of fitting) {
      const some = words.slice(at, at + size);
      if (some.length < size || !has(coreOf(some))) continue;
      // One word is the whole text but for what stands beside names.
      const [start, end] = most === 1 ? [0, text.length] : [some[0]!.start, some.at(-1)!.end];
      shown += text.slice(done, start) + instead;
      done = end;
      at += size - 1;
      break;
    }
  return done === 0 ? text : shown + text.slice(done);
}

/** What a message quotes of a cell was cut off: it may hold the beginning of a name, which nothing tells any more. */
const CUT_QUOTATION = /\s*\(“(?=[^”]*\p{L}{2})[^”]{40}”\)$/u;

/** A message without a quotation that was cut off within its words. */
export const withoutCutQuotation = (message: string): string => message.replace(CUT_QUOTATION, '');
