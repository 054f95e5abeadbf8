import { addDays, type LocalDate } from '@coop/shared/time';

/**
 * A day in the demo world: a fact keeps its date, an illustrative row counts days from the day of loading
 * (negative for the past), so that there are always rows from last week.
 */
export type DemoDay = LocalDate | number;

/** The calendar day that a demo day stands for. */
export function resolveDemoDay(day: DemoDay, loadedOn: LocalDate): LocalDate {
  return typeof day === 'number' ? addDays(loadedOn, day) : day;
}
