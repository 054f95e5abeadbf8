import type { LocalDate } from '@coop/shared/time';

/** What is known of when an area existed under its code. Days that nobody knows are null, never guessed. */
export interface AreaSpan {
  /** First day under this code; null when it is not known. */
  readonly from: LocalDate | null;
  /** Last day under this code; null when no end is known. */
  readonly until: LocalDate | null;
  /** First and last day of the years in which an official table carried the code; null when none was read. */
  readonly seenFrom: LocalDate | null;
  readonly seenUntil: LocalDate | null;
}

/** What can be said of an area on a day. */
export const AREA_STANDINGS = {
  IN_FORCE: 'It existed under this code on that day.',
  NOT_YET: 'It did not exist under this code yet.',
  ENDED: 'It had ended by that day, or had been given another code.',
  UNKNOWN: 'The tables that were read do not say.',
} as const;

/** Code of what can be said of an area on a day. */
export type AreaStanding = keyof typeof AREA_STANDINGS;

/**
 * What is known of an area on a day. A known first and last day decide, the last one included; who knows the
 * first day and no last one knows of no end. Where the first day is missing, the years in which tables carried
 * the code bear it out, and after them a known end does; anywhere else nothing is known.
 * @param followedOn the day on which another area took over all of it, where a table of changes says so
 */
export function standingOn(
  span: AreaSpan,
  day: LocalDate,
  followedOn: LocalDate | null = null,
): AreaStanding {
  if (span.from !== null && day < span.from) return 'NOT_YET';
  if (span.until !== null && day > span.until) return 'ENDED';
  if (followedOn !== null && day >= followedOn) return 'ENDED';
  if (span.from !== null) return 'IN_FORCE';
  if (span.seenFrom === null || day < span.seenFrom) return 'UNKNOWN';
  const seen = span.seenUntil !== null && day <= span.seenUntil;
  const endKnown = span.until !== null || followedOn !== null;
  return seen || endKnown ? 'IN_FORCE' : 'UNKNOWN';
}

/** True unless the area certainly did not exist on the day: what a search by code and day may answer with. */
export function mayHaveExisted(span: AreaSpan, day: LocalDate, followedOn: LocalDate | null = null): boolean {
  const standing = standingOn(span, day, followedOn);
  return standing === 'IN_FORCE' || standing === 'UNKNOWN';
}

/**
 * Of rows (under one code: a new name, a second district; or of one council: its wards), those that hold on a day:
 * those known to, otherwise those that may. Several may be left; none is dropped by guess.
 */
export function rowsOn<Row extends AreaSpan>(rows: readonly Row[], day: LocalDate): readonly Row[] {
  const known = rows.filter((row) => standingOn(row, day) === 'IN_FORCE');
  return known.length > 0 ? known : rows.filter((row) => mayHaveExisted(row, day));
}
