import { In, IsNull, Not } from 'typeorm';
import type { Tx } from '@coop/shared/commands';
import { inChunks } from '@coop/shared/persistence';
import { addDays, type LocalDate } from '@coop/shared/time';
import { AreaChange } from '../areas/area-change.entity';
import { Council } from '../areas/council.entity';
import { Ward } from '../areas/ward.entity';
import type { ImportRemarks } from './import-remarks';

/**
 * Gives areas the days that follow from what followed what: the day before the change is the last of what ended, the
 * day itself the first of what followed. Days that are known stay, whatever the changes say.
 * @param oldDays days that no longer stand, by the code of the area that ended: what was worked out of them goes too
 */
export async function applyDays(
  tx: Tx,
  oldDays: ReadonlyMap<string, LocalDate>,
  remarks: ImportRemarks,
): Promise<void> {
  const changes = await tx.manager.find(AreaChange, { where: { changedOn: Not(IsNull()) } });
  const codes = [...new Set(changes.flatMap((one) => [one.formerGssCode, one.successorGssCode]))];
  const areas = new Map<string, Council | Ward>();
  const load = async (chunk: string[]) => {
    for (const type of [Council, Ward])
      for (const area of await tx.manager.find(type, { where: { gssCode: In(chunk) } }))
        areas.set(area.gssCode, area);
    return [];
  };
  await inChunks(codes, 500, load);

  const changed = new Set<Council | Ward>();
  for (const [code, on] of lastDays(changes)) {
    const area = areas.get(code);
    if (!area) continue;
    const old = oldDays.get(code);
    const known = old !== undefined && area.validUntil === addDays(old, -1) ? null : area.validUntil;
    const until = addDays(on, -1);
    if (known === null && area.validUntil !== until) changed.add(Object.assign(area, { validUntil: until }));
    else if (known !== null && known !== until)
      remarks.add(
        'Areas whose last day on record is another than that of the change, kept',
        `${code} ${area.name} until ${known}, here ${until}`,
      );
  }
  const formersOf = new Map<string, string[]>();
  for (const { formerGssCode, successorGssCode } of changes)
    formersOf.set(successorGssCode, [...(formersOf.get(successorGssCode) ?? []), formerGssCode]);
  for (const [code, on] of firstDays(changes)) {
    const area = areas.get(code);
    if (!area) continue;
    const old = (formersOf.get(code) ?? []).map((former) => oldDays.get(former));
    const known = area.validFrom !== null && old.includes(area.validFrom) ? null : area.validFrom;
    if (wasSeenBefore(area, on))
      remarks.add('Areas seen before the day on which they are said to begin, left open', `${code} on ${on}`);
    else if (known === null && area.validFrom !== on) changed.add(Object.assign(area, { validFrom: on }));
    else if (known !== null && known > on)
      remarks.add(
        'Areas whose first day on record is later than that of the change, kept',
        `${code} ${area.name} from ${known}, here ${on}`,
      );
  }
  for (const area of changed) await tx.update(area);
}

/** The day on which each area was followed. */
function lastDays(changes: readonly AreaChange[]): Map<string, LocalDate> {
  return new Map(changes.map(({ formerGssCode, changedOn }) => [formerGssCode, changedOn!]));
}

/** The first day of each area that followed others, where all of them ended for it on one day. */
function firstDays(changes: readonly AreaChange[]): Map<string, LocalDate> {
  const days = new Map<string, Set<LocalDate>>();
  for (const { successorGssCode, changedOn } of changes)
    days.set(successorGssCode, (days.get(successorGssCode) ?? new Set()).add(changedOn!));
  return new Map(
    [...days].flatMap(([code, set]): [string, LocalDate][] => {
      const [day] = set;
      return set.size === 1 && day ? [[code, day]] : [];
    }),
  );
}

function wasSeenBefore(area: Council | Ward, day: LocalDate): boolean {
  return 'firstSeenYear' in area && area.firstSeenYear !== null && `${area.firstSeenYear}-12-31` < day;
}
