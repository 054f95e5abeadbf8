import { problem, type Problem } from '@coop/shared/problems';

/** As much of the directory as tells whether something is in it (`lookUp`). */
export interface Known {
  get(id: string): { readonly kind: string } | undefined;
}

const WORDS = { Organisation: 'organisation', Neighbourhood: 'neighbourhood', Council: 'council' } as const;

/** That the directory knows nothing of a kind by an id that an input names; nothing where none is named. */
export function unknownProblems(
  directory: Known,
  kind: keyof typeof WORDS,
  id: string | null | undefined,
  path: readonly string[],
): Problem[] {
  return id === null || id === undefined || directory.get(id)?.kind === kind
    ? []
    : [problem.notFound(`The directory knows no such ${WORDS[kind]}.`, { path })];
}
