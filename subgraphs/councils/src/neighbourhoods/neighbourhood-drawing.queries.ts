import type { EntityManager } from 'typeorm';
import type { Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import type { NeighbourhoodPartInput } from './neighbourhood-input.types';
import { knownWards, unknownCouncils } from './neighbourhood-record.queries';
import { checkNeighbourhood, type NeighbourhoodPart } from './neighbourhoods.rules';

/** How a neighbourhood is to be drawn, in the normal form of its input. */
export interface Drawing {
  readonly name: string;
  readonly from: LocalDate;
  readonly parts: readonly NeighbourhoodPart[];
  /** Codes of the councils that it lies in beside the one that keeps it. */
  readonly further: readonly string[];
}

/** The drawing that an input asks for. */
export function drawingOf(input: {
  readonly name: string;
  readonly from: LocalDate;
  readonly parts: readonly NeighbourhoodPartInput[];
  readonly councils?: readonly string[] | null;
}): Drawing {
  return {
    name: input.name.replace(/\s+/gu, ' ').trim(),
    from: input.from,
    parts: input.parts.map(({ ward, part }) => ({
      ward: ward.trim().toUpperCase(),
      part: part?.trim() || null,
    })),
    further: [...new Set((input.councils ?? []).map((code) => code.trim().toUpperCase()))],
  };
}

/** Everything that speaks against a drawing, for the council that keeps it. */
export async function drawingProblems(
  manager: EntityManager,
  keeper: string,
  drawing: Drawing,
): Promise<Problem[]> {
  const { further, parts } = drawing;
  const unknown = await unknownCouncils(manager, further, (index) => ['councils', String(index)]);
  const known = await knownWards(
    manager,
    parts.map(({ ward }) => ward),
  );
  const decision = checkNeighbourhood(drawing, [keeper, ...further], known);
  return decision.ok ? unknown : [...unknown, ...decision.problems];
}
