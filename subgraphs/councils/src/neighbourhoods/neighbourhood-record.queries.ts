import { In, type EntityManager } from 'typeorm';
import { problem, type Problem } from '@coop/shared/problems';
import { Council } from '../areas/council.entity';
import { WardMembership } from '../areas/ward-membership.entity';
import { Ward } from '../areas/ward.entity';
import type { KnownWard } from './neighbourhoods.rules';

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
