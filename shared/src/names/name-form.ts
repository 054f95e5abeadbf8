import {
  LEGAL_FORM_ONLY_AT_END,
  LEGAL_FORM_PHRASES,
  LEGAL_FORM_WORDS,
  WORD_SPELLINGS,
  type NamedLegalForm,
} from './name-words';

/** A name of an organisation in the form in which two spellings of it are alike. */
export interface NameForm {
  /** The words that are left, in order, with single spaces: `foster care associates`. Empty for no name. */
  readonly text: string;
  /** The same without spaces, so that `home care` and `homecare` are alike. */
  readonly compact: string;
  readonly tokens: readonly string[];
  /** The legal form that the name stated; null when it stated none. */
  readonly legalForm: NamedLegalForm | null;
}

const APOSTROPHES = /['’‘ʼ`´′]/g;
const LETTERS_WITHOUT_PARTS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};

/** The words of a text but `the`: no case, marks or punctuation; `&` and `+` are `and`; initials joined. */
function words(text: string): string[] {
  const plain = text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => LETTERS_WITHOUT_PARTS[letter] ?? letter)
    .replace(/[&+]/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const all = plain === '' ? [] : plain.split(' ');
  const named = all.filter((word) => word !== 'the');
  return joinInitials(named.length > 0 ? named : all);
}

/** `l w t contractors` → `lwt contractors`: initials are written with points, with spaces or closed up. */
function joinInitials(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  let run = '';
  for (const token of tokens) {
    if (/^\p{L}$/u.test(token)) {
      run += token;
      continue;
    }
    if (run) joined.push(run);
    run = '';
    joined.push(token);
  }
  if (run) joined.push(run);
  return joined;
}

function shortenLegalForms(tokens: readonly string[]): string[] {
  let text = ` ${tokens.join(' ')} `;
  for (const [phrase, word] of LEGAL_FORM_PHRASES) text = text.replaceAll(` ${phrase} `, ` ${word} `);
  const shortened = text.trim();
  return shortened === '' ? [] : shortened.split(' ');
}

function legalFormOf(token: string, isLast: boolean): NamedLegalForm | null {
  if (!Object.hasOwn(LEGAL_FORM_WORDS, token)) return null;
  return isLast || !LEGAL_FORM_ONLY_AT_END.has(token) ? LEGAL_FORM_WORDS[token]! : null;
}

/**
 * The normal form of a name: case, marks, punctuation, `the` and the legal form dropped, `&` and `and` alike,
 * initials closed up, `Company` and `Co` alike. A name that is nothing but such words keeps them.
 */
export function nameForm(name: string): NameForm {
  const all = shortenLegalForms(words(name));
  const stated: NamedLegalForm[] = [];
  const kept = all.filter((token, index) => {
    const form = legalFormOf(token, index === all.length - 1);
    if (form) stated.push(form);
    return !form;
  });
  const tokens = (kept.length > 0 ? kept : all).map((token) =>
    Object.hasOwn(WORD_SPELLINGS, token) ? WORD_SPELLINGS[token]! : token,
  );
  return {
    text: tokens.join(' '),
    compact: tokens.join(''),
    tokens,
    // `Raise the Youth Foundation CIC Ltd` is a community interest company that says so twice.
    legalForm: stated.find((form) => form !== 'LIMITED') ?? stated[0] ?? null,
  };
}

/** Which part of a name as written a form was taken from. */
export type NamePart =
  | 'WHOLE'
  | 'UP_TO_LEGAL_FORM'
  | 'BEFORE_TRADING_AS'
  | 'TRADING_NAME'
  | 'OUTSIDE_BRACKETS'
  | 'INSIDE_BRACKETS'
  | 'BEFORE_DASH';

/** One reading of a name as written. */
export interface NameReading {
  readonly part: NamePart;
  readonly form: NameForm;
}

const TRADING_AS = /\s(?:t\/a|t\.a\.|ta|trading as|formerly(?: known)?(?: as)?|f\/?k\/?a)[\s:]+/i;
const LEGAL_FORM_THEN_MORE = /^(.*?\S\s+\(?(?:ltd|limited|plc|llp|cic|cio)\b\.?\)?)\s*(\S.*)$/i;
const DASH = /\s+[-–—=]\s+|\s*\/\s+|\s+\/\s*/;
const BRACKETS = /\(([^()]*)\)?/g;
const BRACKET_IN_LEGAL_NAME = /\)\s*(?:ltd|limited|plc|llp|cic|cio)\b/i;
const BELONGS_TO = /^(?:an? )?(?:part|division|member|subsidiary)s? of (?:the )?/i;

/**
 * The readings of a name as people write it on an invoice, surest first: the whole; what stands before the end
 * of the legal form (`Neopost Ltd = Consumables`), before and after *trading as*, outside and inside brackets,
 * before a dash. Readings that say the same are given once. Partial readings of a single short word are left
 * out: they say too little.
 */
export function nameReadings(name: string): NameReading[] {
  const readings: NameReading[] = [];
  const add = (part: NamePart, text: string | undefined) => {
    if (text === undefined) return;
    const form = nameForm(text);
    if (form.text === '' || readings.some((one) => one.form.text === form.text)) return;
    if (part !== 'WHOLE' && part !== 'UP_TO_LEGAL_FORM' && !saysEnough(form)) return;
    readings.push({ part, form });
  };
  add('WHOLE', name);
  const cut = LEGAL_FORM_THEN_MORE.exec(name);
  if (cut && !isOnlyLegalForm(cut[2]!)) add('UP_TO_LEGAL_FORM', cut[1]);
  const [before, after] = splitOnce(name, TRADING_AS);
  if (after !== undefined) {
    add('BEFORE_TRADING_AS', before);
    add('TRADING_NAME', after);
  }
  // A bracket before the legal form belongs to the registered name: `Proactive Care (Manchester) Ltd`.
  if (!BRACKET_IN_LEGAL_NAME.test(name)) {
    add('OUTSIDE_BRACKETS', name.replace(BRACKETS, ' '));
    for (const match of name.matchAll(BRACKETS))
      // One word in brackets is a place or an abbreviation, not a body.
      if (/\S\s+\S/.test(match[1]!.trim())) add('INSIDE_BRACKETS', match[1]!.trim().replace(BELONGS_TO, ''));
  }
  const [head, tail] = splitOnce(name, DASH);
  if (tail !== undefined) add('BEFORE_DASH', head);
  return readings;
}

/** Two words, or one long enough to be a name of its own. */
function saysEnough(form: NameForm): boolean {
  return form.compact.length >= 7 && (form.tokens.length >= 2 || form.compact.length >= 9);
}

function isOnlyLegalForm(text: string): boolean {
  return shortenLegalForms(words(text)).every((token) => Object.hasOwn(LEGAL_FORM_WORDS, token));
}

function splitOnce(text: string, separator: RegExp): [string, string | undefined] {
  const match = separator.exec(text);
  if (!match || match.index === 0) return [text, undefined];
  return [text.slice(0, match.index), text.slice(match.index + match[0].length)];
}

/**
 * True when two stated legal forms cannot be of one body: a partnership or a charitable incorporated
 * organisation is no company. Companies re-register between limited, PLC and CIC, and a CIC is often written
 * as limited, so those do not tell bodies apart; neither does a form that is not stated.
 */
export function legalFormsConflict(one: NamedLegalForm | null, other: NamedLegalForm | null): boolean {
  if (one === null || other === null || one === other) return false;
  const family = (form: NamedLegalForm) =>
    form === 'LLP' || form === 'LP' || form === 'CIO' ? form : 'COMPANY';
  return family(one) !== family(other);
}
