import type { EntityManager } from 'typeorm';
import { bulkInsert, textSort } from '@coop/shared/persistence';
import { NeighbourhoodCouncil } from './neighbourhood-council.entity';
import { NeighbourhoodPart } from './neighbourhood-part.entity';
import { Neighbourhood } from './neighbourhood.entity';
import type { NeighbourhoodPart as Part } from './neighbourhoods.rules';

/** Writes a neighbourhood with its parts and the councils that it lies in. */
export async function insertNeighbourhood(
  manager: EntityManager,
  facts: Omit<Neighbourhood, 'nameSort' | 'version'>,
  parts: readonly Part[],
  further: readonly string[],
  newId: (prefix: string) => string,
): Promise<void> {
  const nameSort = textSort(facts.name);
  await bulkInsert(manager, Neighbourhood, [{ ...facts, nameSort }]);
  await bulkInsert(
    manager,
    NeighbourhoodPart,
    parts.map(({ ward, part }, position) => ({
      id: newId('neighbourhoodpart'),
      neighbourhoodId: facts.id,
      wardGssCode: ward,
      part,
      position,
    })),
  );
  await bulkInsert(
    manager,
    NeighbourhoodCouncil,
    [...new Set([facts.councilGssCode, ...further])].map((code) => ({
      id: `${code}:${facts.id}`,
      councilGssCode: code,
      neighbourhoodId: facts.id,
      nameSort,
      state: facts.state,
    })),
  );
}

/** Says in the councils' lists too that a neighbourhood is no longer in use. */
export async function leaveLists(manager: EntityManager, neighbourhoodId: string): Promise<void> {
  await manager.update(NeighbourhoodCouncil, { neighbourhoodId }, { state: 'SUPERSEDED' });
}
