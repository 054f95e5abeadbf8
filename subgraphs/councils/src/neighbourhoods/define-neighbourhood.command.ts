import { defineCommand, done } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { drawNeighbourhood } from '../access';
import { drawingOf, drawingProblems } from './neighbourhood-drawing.queries';
import { NeighbourhoodDefineInput } from './neighbourhood-input.types';
import { NEIGHBOURHOOD_LIFECYCLE } from './neighbourhood.lifecycle';
import { unknownCouncils } from './neighbourhood-record.queries';
import { insertNeighbourhood } from './write-neighbourhood.command';

/** Puts a neighbourhood on record: a named set of wards and parts of wards. */
export const defineNeighbourhood = defineCommand<NeighbourhoodDefineInput>({
  name: 'neighbourhoodDefine',
  input: NeighbourhoodDefineInput,
  async handle(tx, input) {
    const council = input.council.trim().toUpperCase();
    const denied = tx.demand(drawNeighbourhood, { gssCode: council });
    if (denied.length > 0) return refuse(...denied);
    const drawing = drawingOf(input);
    const problems = [
      ...(await unknownCouncils(tx.manager, [council], () => ['council'])),
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
    const wards = drawing.parts.map(({ ward }) => ward);
    return done({ council, subject: id, changes: { name: drawing.name, from: drawing.from, wards } });
  },
});
