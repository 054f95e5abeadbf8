import type { Tx } from '@coop/shared/commands';
import { problem, type Problem } from '@coop/shared/problems';
import { nameOrganisation, type OfCouncil } from '../access';
import type { OrganisationCheck } from './known-organisation.queries';

/**
 * What stands against naming an organisation of the directory in an input: that it is not there, or that the actor
 * does not speak for it.
 * @param thing what the input is about
 * @param id the organisation's id as the input has it
 * @param check what the graph said of it
 * @param path where in the input it stands
 */
export function nameOrganisationProblems(
  tx: Pick<Tx, 'demand'>,
  { gssCode }: OfCouncil,
  id: string | null | undefined,
  check: OrganisationCheck,
  path: readonly string[],
): Problem[] {
  if (id === null || id === undefined) return [];
  if (check === 'UNKNOWN')
    return [problem.notFound('The directory knows no such organisation.', { path: [...path] })];
  return tx
    .demand(nameOrganisation, { gssCode, organisationId: id })
    .map((denied) => ({ ...denied, path: [...path] }));
}
