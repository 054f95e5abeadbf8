import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { addDays } from '@coop/shared/time';
import { drawNeighbourhood } from '../access';
import { drawingOf, drawingProblems } from './neighbourhood-drawing.queries';
import { NeighbourhoodRedefineInput } from './neighbourhood-input.types';
import { Neighbourhood } from './neighbourhood.entity';
import { NEIGHBOURHOOD_LIFECYCLE } from './neighbourhood.lifecycle';
import { endProblems } from './neighbourhoods.rules';
import { insertNeighbourhood, leaveLists } from './write-neighbourhood.command';

/** Draws a neighbourhood anew: a new one takes its place, so that old figures keep their area. */
export const redefineNeighbourhood = defineCommand<NeighbourhoodRedefineInput>({
  name: 'neighbourhoodRedefine',
  input: NeighbourhoodRedefineInput,
  async handle(tx, input) {
    const old = await tx.lock(Neighbourhood, input.id);
    if (!old) return refuse(problem.notFound('There is no such neighbourhood.', { path: ['id'] }));
    const council = old.councilGssCode;
    const denied = tx.demand(drawNeighbourhood, { gssCode: council });
    if (denied.length > 0) return refuse(...denied);
    const permitted = NEIGHBOURHOOD_LIFECYCLE.permit('supersede', old.state);
    if (!permitted.ok) return permitted;
    const drawing = drawingOf({ ...input, name: input.name ?? old.name });
    const problems = [
      ...versionProblems(old, input.expectedVersion),
      ...endProblems(old, input.from, ['from']),
      ...(await drawingProblems(tx.manager, council, drawing)),
    ];
    if (problems.length > 0) return refuse(...problems);
    const id = tx.newId('neighbourhood');
    await insertNeighbourhood(
      tx.manager,
      {
        id,
        councilGssCode: council,
        name: drawing.name,
        state: NEIGHBOURHOOD_LIFECYCLE.initial,
        validFrom: drawing.from,
        validUntil: null,
        supersededById: null,
        illustrative: false,
      },
      drawing.parts,
      drawing.further,
      (prefix) => tx.newId(prefix),
    );
    await tx.update(
      Object.assign(old, {
        state: NEIGHBOURHOOD_LIFECYCLE.move('supersede', old.state),
        validUntil: addDays(drawing.from, -1),
        supersededById: id,
      }),
    );
    await leaveLists(tx.manager, old.id);
    const wards = drawing.parts.map(({ ward }) => ward);
    return done({
      council,
      subject: id,
      changes: { supersedes: old.id, name: drawing.name, from: drawing.from, wards },
    });
  },
});
