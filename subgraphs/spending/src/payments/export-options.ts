import { penceToPounds } from '@coop/shared/money';
import { isLocalDate, type LocalDate } from '@coop/shared/time';

/** The options of an export, as the command line or an address gives them. */
export type Said = Readonly<Record<string, string | boolean | undefined>>;

const textOf = (said: Said, name: string): string | null => {
  const value = said[name];
  return typeof value === 'string' ? value : null;
};

/** A day that an option gives. @throws RangeError for what is no day */
export function dayOption(said: Said, name: string): LocalDate | null {
  const text = textOf(said, name);
  if (text === null || isLocalDate(text)) return text;
  throw new RangeError(`--${name} takes a day, written YYYY-MM-DD.`);
}

/** Whole pence that an option gives. @throws RangeError for anything else */
export function penceOption(said: Said, name: string): number | null {
  const text = textOf(said, name);
  if (text === null) return null;
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  throw new RangeError(`--${name} takes whole pence, such as 50000.`);
}

/** One of some words that an option gives. @throws RangeError naming them */
export function wordOption<Word extends string>(
  said: Said,
  name: string,
  words: Readonly<Record<Word, unknown>>,
): Word | null {
  const text = textOf(said, name);
  if (text === null) return null;
  const word = text.toUpperCase().replaceAll('-', '_');
  if (Object.hasOwn(words, word)) return word as Word;
  throw new RangeError(`--${name} takes one of ${Object.keys(words).join(', ')}.`);
}

/** True or false. @throws RangeError for anything else */
export function flagOption(said: Said, name: string): boolean | null {
  const text = textOf(said, name);
  if (text === null) return null;
  if (text === 'true' || text === 'false') return text === 'true';
  throw new RangeError(`--${name} takes true or false.`);
}

/** Text as it is. */
export const textOption = textOf;

/** Councils that an option names, with commas between them. @throws RangeError for what is no code */
export function councilsOption(said: Said, isCode: (text: string) => boolean): string[] {
  const codes = (textOf(said, 'council') ?? '').split(',').map((code) => code.trim());
  for (const code of codes)
    if (!isCode(code)) throw new RangeError('--council takes GSS codes, such as E08000004,E08000005.');
  return [...new Set(codes)];
}

/** Pence as pounds with two places, for a column of numbers. */
export const poundsOf = (pence: number | null): string | null =>
  pence === null ? null : penceToPounds(pence);
