import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { addDays } from '@coop/shared/time';
import { drawNeighbourhood } from '../access';
import { NeighbourhoodSupersedeInput } from './neighbourhood-input.types';
import { Neighbourhood } from './neighbourhood.entity';
import { NEIGHBOURHOOD_LIFECYCLE } from './neighbourhood.lifecycle';
import { endProblems } from './neighbourhoods.rules';
import { leaveLists } from './write-neighbourhood.command';

/** Gives a neighbourhood up, or says which one on record took its place. */
export const supersedeNeighbourhood = defineCommand<NeighbourhoodSupersedeInput>({
  name: 'neighbourhoodSupersede',
  input: NeighbourhoodSupersedeInput,
  async handle(tx, { id, expectedVersion, on, byId }) {
    const locked = await tx.lockMany(Neighbourhood, byId ? [id, byId] : [id]);
    const row = locked.find((one) => one.id === id);
    if (!row) return refuse(problem.notFound('There is no such neighbourhood.', { path: ['id'] }));
    const council = row.councilGssCode;
    const denied = tx.demand(drawNeighbourhood, { gssCode: council });
    if (denied.length > 0) return refuse(...denied);
    const permitted = NEIGHBOURHOOD_LIFECYCLE.permit('supersede', row.state);
    if (!permitted.ok) return permitted;
    const successor = locked.find((one) => one.id === byId);
    const problems = [
      ...versionProblems(row, expectedVersion),
      ...endProblems(row, on, ['on']),
      ...(byId ? successorProblems(id, successor) : []),
    ];
    if (problems.length > 0) return refuse(...problems);
    await tx.update(
      Object.assign(row, {
        state: NEIGHBOURHOOD_LIFECYCLE.move('supersede', row.state),
        validUntil: addDays(on, -1),
        supersededById: byId ?? null,
      }),
    );
    await leaveLists(tx.manager, id);
    return done({ council, subject: id, changes: { on, by: byId ?? null } });
  },
});

function successorProblems(id: string, successor: Neighbourhood | undefined): Problem[] {
  const path = ['byId'];
  if (!successor) return [problem.notFound('There is no such neighbourhood.', { path })];
  if (successor.id === id)
    return [problem.ineligible('A neighbourhood cannot take its own place.', { path })];
  if (successor.state !== 'CURRENT')
    return [
      problem.ineligible('The neighbourhood that takes its place is itself no longer in use.', { path }),
    ];
  return [];
}
