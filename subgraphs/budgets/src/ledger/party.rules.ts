import { nameForm } from '@coop/shared/names';
import { problem, type Problem } from '@coop/shared/problems';
import { asRead, hidesCharacters, identifierForm, mixesAlphabets } from '@coop/shared/text';

/** Somebody who asks, approves, or is paid, as far as separation of duties goes. */
export interface Party {
  /** The issuer's id of the person; '' where it is not known. */
  readonly account: string;
  readonly organisationId: string | null;
  /** The name as it was written; '' where there is none. */
  readonly name: string;
}

/** Letters and figures that are read for one another. */
const readAlike = (text: string): string => asRead(text).replace(/[i1|]/g, 'l').replaceAll('0', 'o');

/** The forms of a name in which it is found again: closed up, and with its words in order, so `Sample, Sam` is found too. */
function nameKeys(name: string): string[] {
  const { compact, tokens } = nameForm(asRead(name));
  if (compact === '') return [];
  return [readAlike(compact), `${[...tokens].sort().map(readAlike).join(' ')}`];
}

/** Whether two names can be taken for one another: case, marks, punctuation, legal forms and look-alike letters apart. */
export function isSameName(one: string, other: string): boolean {
  const keys = nameKeys(one);
  return nameKeys(other).some((key) => keys.includes(key));
}

/**
 * An account as it is compared when duties are to be separate: stricter than for rights, where the same word within
 * another council or organisation may be somebody else.
 */
const accountForm = (account: string): string => asRead(identifierForm(account));

/** Whether two accounts are one person in whatever capacity, however they are written. */
export const isSameAccount = (one: string, other: string): boolean =>
  accountForm(one) !== '' && accountForm(one) === accountForm(other);

/** Whether two are the same person or body: by account, by entry in the directory, or by name. */
export function isSameParty(one: Party, other: Party): boolean {
  return (
    isSameAccount(one.account, other.account) ||
    (one.organisationId !== null && one.organisationId === other.organisationId) ||
    isSameName(one.name, other.name)
  );
}

/** What is wrong with a name by which people are told apart. */
export function nameProblems(name: string, path: readonly string[]): Problem[] {
  return mixesAlphabets(name)
    ? [problem.invalidInput('A word of it has letters of two alphabets. Write it in one.', { path })]
    : [];
}

/** What is wrong with an account: the outer blanks are cut off before. */
export function accountProblems(account: string, path: readonly string[]): Problem[] {
  const message = 'An account has no characters that show nothing.';
  return [
    ...nameProblems(account, path),
    ...(hidesCharacters(account) ? [problem.invalidInput(message, { path })] : []),
  ];
}
