import type { RequestContext } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { AreaChange } from './area-change.entity';
import { areaHistory, type AreaHistory, type Predecessors } from './area-history.rules';
import { standingOn, type AreaStanding } from './area-validity.rules';
import { areaByCode, changesFrom, changesTo } from './area.queries';
import type { Council } from './council.entity';
import type { Ward } from './ward.entity';

/** False only when the area is known not to have existed on that day. */
export function existedOn(area: Council | Ward, day: LocalDate): boolean {
  return (
    (area.validFrom === null || area.validFrom <= day) && (area.validUntil === null || day <= area.validUntil)
  );
}

/** Everything that leads on from some areas, step by step, each step one statement for all of them. */
async function onward(context: RequestContext, codes: readonly string[]): Promise<AreaChange[]> {
  const found = new Map<string, AreaChange>();
  const asked = new Set<string>();
  for (let edge = [...codes]; edge.length > 0;) {
    for (const code of edge) asked.add(code);
    const changes = (await changesFrom.loadMany(context, edge)).flatMap((rows) => rows ?? []);
    for (const change of changes) found.set(change.id, change);
    edge = [...new Set(changes.map((change) => change.successorGssCode))].filter((code) => !asked.has(code));
  }
  return [...found.values()];
}

function historyOf(changes: readonly AreaChange[]): AreaHistory | null {
  const decision = areaHistory(
    changes.map((change) => ({
      from: change.formerGssCode,
      to: change.successorGssCode,
      on: change.changedOn,
      kind: change.kind,
    })),
  );
  return decision.ok ? decision.history : null;
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
 * The one area that stands for an area today: itself while it goes on, what followed it in the end where that is
 * exactly one; null where it was divided, or ended with nothing known to follow it.
 */
export async function currentArea(
  context: RequestContext,
  area: Council | Ward,
): Promise<Council | Ward | null> {
  const current = historyOf(await onward(context, [area.gssCode]))?.current(area.gssCode) ?? null;
  if (current === area.gssCode) return area.validUntil === null ? area : null;
  return current === null ? null : areaByCode(context, current);
}

/**
 * The codes of everything that an area follows, through any number of steps: those whose figures count as its own,
 * and those of which only a part came to it.
 */
export async function predecessorCodes(
  context: RequestContext,
  { gssCode }: Council | Ward,
): Promise<Predecessors> {
  const found = new Map<string, AreaChange>();
  const asked = new Set<string>();
  for (let edge = [gssCode]; edge.length > 0;) {
    for (const code of edge) asked.add(code);
    const changes = (await changesTo.loadMany(context, edge)).flatMap((rows) => rows ?? []);
    for (const change of changes) found.set(change.id, change);
    edge = [...new Set(changes.map((change) => change.formerGssCode))].filter((code) => !asked.has(code));
  }
  // What else followed a predecessor tells whether all of it came here.
  const formers = [...new Set([...found.values()].map((change) => change.formerGssCode))];
  const siblings = (await changesFrom.loadMany(context, formers)).flatMap((rows) => rows ?? []);
  for (const change of siblings) found.set(change.id, change);
  return historyOf([...found.values()])?.predecessors(gssCode) ?? { whole: [], partly: [] };
}

/** What is known of an area on a day. */
export async function standingOfArea(
  context: RequestContext,
  area: Council | Ward,
  day: LocalDate,
): Promise<AreaStanding> {
  const changes = (await changesFrom.load(context, area.gssCode)) ?? [];
  const followedOn = changes.find((change) => change.changedOn !== null)?.changedOn ?? null;
  const year = 'firstSeenYear' in area ? area.firstSeenYear : null;
  const span = {
    from: area.validFrom,
    until: area.validUntil,
    seenFrom: year === null ? null : `${year}-01-01`,
    seenUntil: year === null ? null : `${year}-12-31`,
  };
  return standingOn(span, day, followedOn);
}
