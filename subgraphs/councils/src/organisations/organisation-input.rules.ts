import { problem, type Problem } from '@coop/shared/problems';
import { identifies, normaliseIdentifier, writeOrgId, type Identifier } from './identifiers.rules';
import { normalisePostcode } from './postcode.rules';

/** Names as they are kept: on one line, without spaces around. */
export const tidyName = (name: string): string => name.replace(/\s+/gu, ' ').trim();

/** The names of a list, without the gaps that one made by hand may have. */
export const givenNames = (names: readonly string[] | null | undefined): readonly string[] =>
  (names ?? []).filter((name) => typeof name === 'string');

/** A problem when a name says nothing: it has neither a letter nor a figure. */
export function nameProblems(name: string, path: readonly string[]): Problem[] {
  if (/[\p{L}\p{N}]/u.test(name)) return [];
  return [problem.invalidInput('A name has at least one letter or figure.', { path })];
}

/** Numbers in their registers' normal form, with everything that is wrong with the others. */
export function readIdentifiers(
  given: readonly ({ readonly scheme: string; readonly id: string } | undefined)[],
): {
  readonly identifiers: readonly Identifier[];
  readonly problems: readonly Problem[];
} {
  const identifiers: Identifier[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, one] of given.entries()) {
    const path = ['identifiers', String(index)];
    // A list made by hand may have gaps, which no check of its members sees.
    const { scheme = '', id = '' } = one ?? {};
    const read = normaliseIdentifier(scheme, id, path);
    if (!read.ok) problems.push(...read.problems);
    else if (seen.has(writeOrgId(read.identifier)))
      problems.push(problem.invalidInput('This number stands in the list twice.', { path }));
    else {
      seen.add(writeOrgId(read.identifier));
      identifiers.push(read.identifier);
    }
  }
  return { identifiers, problems };
}

/** A problem for each number that another record has: the two are one body, which merging says. */
export function takenProblems(
  identifiers: readonly Identifier[],
  holderOf: (orgId: string) => { readonly id: string; readonly name: string } | undefined,
  pathOf: (index: number) => readonly string[],
): Problem[] {
  return identifiers.flatMap((identifier, index) => {
    const holder = identifies(identifier) ? holderOf(writeOrgId(identifier)) : undefined;
    if (!holder) return [];
    const message = `${writeOrgId(identifier)} is the number of ${holder.name} (${holder.id}): use that record, or merge the two.`;
    return [problem.ineligible(message, { path: pathOf(index) })];
  });
}

/** A postcode in its normal form, or what is wrong with it. Nothing given stays nothing. */
export function readPostcode(text: string | null | undefined): {
  readonly postcode: string | null;
  readonly problems: readonly Problem[];
} {
  if (text === null || text === undefined) return { postcode: null, problems: [] };
  const postcode = normalisePostcode(text.slice(0, 40));
  const problems =
    postcode === null
      ? [problem.invalidInput('This is no full postcode; one looks like OL1 1AA.', { path: ['postcode'] })]
      : [];
  return { postcode, problems };
}
