import { addDays, type LocalDate } from '@coop/shared/time';
import { councilKindOf } from '../areas/area-code.rules';
import { REORGANISATIONS } from './area-sources.law';

/**
 * The day on which authorities took over from another, out of the register. Its last days are sometimes the last
 * day (2019-03-31) and sometimes the first day after (2023-04-01); the first day of what followed tells which.
 * @param starts the first days of everything that followed, as the register has them
 * @returns the first day of what followed, or null where the register's days do not agree
 */
export function takeOverDay(
  ended: LocalDate | null,
  starts: readonly (LocalDate | null)[],
): LocalDate | null {
  const [start] = starts;
  if (ended === null || !start || starts.some((one) => one !== start)) return null;
  return start === ended || start === addDays(ended, 1) ? start : null;
}

/**
 * The first day of an authority under its code, where the register's is one on which authorities of its kind began
 * by law; null for any other, and for one that has had another code since.
 */
export function believedStart(
  gssCode: string,
  start: LocalDate | null,
  formerCodes: readonly string[],
): LocalDate | null {
  if (start === null || formerCodes.length > 0) return null;
  const kind = councilKindOf(gssCode);
  return REORGANISATIONS.some((one) => one.kind === kind && one.on === start) ? start : null;
}
