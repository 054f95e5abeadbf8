import { problem, type Problem } from '../problems';

/** A `Conflict` when the caller had seen another version of the row than there is now; nothing when it says none. */
export function versionProblems(
  row: { readonly version: number },
  expectedVersion: number | null | undefined,
): Problem[] {
  if (expectedVersion === null || expectedVersion === undefined || expectedVersion === row.version) return [];
  return [
    problem.conflict(
      'Somebody else has changed this since you read it. Read it again and decide anew.',
      row.version,
      {
        path: ['expectedVersion'],
      },
    ),
  ];
}
