import type { RequestContext } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { areaByCode, changesFrom, changesTo } from './area.queries';
import type { Council } from './council.entity';
import type { Ward } from './ward.entity';

/** A chain of successors is as long as there were reorganisations; this is a guard against a circle. */
const LONGEST_CHAIN = 20;

/** False only when the area is known not to have existed on that day. */
export function existedOn(area: Council | Ward, day: LocalDate): boolean {
  return (
    (area.validFrom === null || area.validFrom <= day) && (area.validUntil === null || day <= area.validUntil)
  );
}

async function load(context: RequestContext, codes: readonly string[]): Promise<(Council | Ward)[]> {
  const areas = await Promise.all(codes.map((code) => areaByCode(context, code)));
  return areas.filter((area) => area !== null);
}

/** What followed an area directly. */
export async function successors(context: RequestContext, area: Council | Ward): Promise<(Council | Ward)[]> {
  const changes = (await changesFrom.load(context, area.gssCode)) ?? [];
  return load(
    context,
    changes.map((change) => change.successorGssCode),
  );
}

/** What an area followed directly. */
export async function predecessors(
  context: RequestContext,
  area: Council | Ward,
): Promise<(Council | Ward)[]> {
  const changes = (await changesTo.load(context, area.gssCode)) ?? [];
  return load(
    context,
    changes.map((change) => change.formerGssCode),
  );
}

/**
 * The one area that stands for an area today: itself while it has no successor and no known end; null where it
 * was split, or ended with nothing known to follow it.
 */
export async function currentArea(
  context: RequestContext,
  area: Council | Ward,
): Promise<Council | Ward | null> {
  let current = area;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const next = await successors(context, current);
    if (next.length === 0) return current.validUntil === null ? current : null;
    if (next.length > 1 || !next[0]) return null;
    current = next[0];
  }
  return null;
}
