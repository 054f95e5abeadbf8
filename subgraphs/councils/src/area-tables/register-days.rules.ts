import { addDays, type LocalDate } from '@coop/shared/time';
import { REGISTER_FILLED } from './area-sources.law';

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
 * The first day of an authority under its code, as far as the register's can be believed: not one of the days on
 * which the register was filled, nor that of an authority which has had another code since.
 */
export function believedStart(start: LocalDate | null, formerCodes: readonly string[]): LocalDate | null {
  if (start === null || formerCodes.length > 0) return null;
  return start >= REGISTER_FILLED.from && start <= REGISTER_FILLED.until ? null : start;
}
