import type { Tx } from '@coop/shared/commands';
import { problem, type Problem } from '@coop/shared/problems';
import { placeOrganisation } from '../access';
import type { OrganisationKind } from './organisation.enums';
import { councilProblems } from './organisation-record.queries';

/** What stands against putting an organisation into the area of a council: no such council, or another's. */
export async function placeProblems(
  tx: Pick<Tx, 'manager' | 'demand'>,
  gssCode: string | null | undefined,
): Promise<Problem[]> {
  if (gssCode === null || gssCode === undefined) return [];
  const unknown = await councilProblems(tx.manager, gssCode);
  if (unknown.length > 0) return unknown;
  return tx.demand(placeOrganisation, { gssCode }).map((denied) => ({ ...denied, path: ['council'] }));
}

/** A council is registered by itself: it has to say which it is. */
export function councilKindProblems(kind: OrganisationKind, gssCode: string | null | undefined): Problem[] {
  return kind === 'COUNCIL' && (gssCode ?? null) === null
    ? [problem.invalidInput('Say which council it is, by its code.', { path: ['council'] })]
    : [];
}
