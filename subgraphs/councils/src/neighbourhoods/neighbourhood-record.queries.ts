import { In, type EntityManager } from 'typeorm';
import { bulkInsert, textSort } from '@coop/shared/persistence';
import { problem, type Problem } from '@coop/shared/problems';
import { Council } from '../areas/council.entity';
import { WardMembership } from '../areas/ward-membership.entity';
import { Ward } from '../areas/ward.entity';
import { NeighbourhoodCouncil } from './neighbourhood-council.entity';
import { NeighbourhoodPart } from './neighbourhood-part.entity';
import { Neighbourhood } from './neighbourhood.entity';
import type { KnownWard, NeighbourhoodPart as Part } from './neighbourhoods.rules';

/** The wards that the directory knows among some codes, once for each council they lie in. */
export async function knownWards(manager: EntityManager, codes: readonly string[]): Promise<KnownWard[]> {
  const wards = await manager.findBy(Ward, { gssCode: In([...new Set(codes)]) });
  const until = new Map(wards.map((ward) => [ward.gssCode, ward.validUntil]));
  const memberships = await manager.findBy(WardMembership, { wardGssCode: In([...until.keys()]) });
  return memberships.map(({ wardGssCode, councilGssCode }) => ({
    gssCode: wardGssCode,
    council: councilGssCode,
    until: until.get(wardGssCode) ?? null,
  }));
}

/** A problem for each of some councils that the directory does not know. */
export async function unknownCouncils(
  manager: EntityManager,
  codes: readonly string[],
  pathOf: (index: number) => readonly string[],
): Promise<Problem[]> {
  const found = await manager.find(Council, {
    where: { gssCode: In([...codes]) },
    select: { gssCode: true },
  });
  const known = new Set(found.map(({ gssCode }) => gssCode));
  return codes.flatMap((code, index) =>
    known.has(code) ? [] : [problem.notFound(`There is no council ${code}.`, { path: pathOf(index) })],
  );
}

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
