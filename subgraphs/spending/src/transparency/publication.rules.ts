import { addDays, addMonths, type LocalDate } from '@coop/shared/time';
import type { Rule } from '@coop/shared/problems';
import { CARD_DUTY, GRANT_DUTY, SPEND_DUTY, type PublicationDuty } from './transparency.law';

/** What has to be published: see `TransparencyDataset`. */
export type Dataset = 'SPEND' | 'CARD' | 'GRANT';

const DUTIES = { SPEND: SPEND_DUTY, CARD: CARD_DUTY, GRANT: GRANT_DUTY } as const;

/** A duty as it stands on a day. */
export interface StandingDuty {
  readonly duty: PublicationDuty;
  readonly rule: Rule;
}

/** The duty that stands on a day; the first one ever for earlier days, which later publication is judged by. */
export function dutyOn(dataset: Dataset, day: LocalDate): StandingDuty {
  const table = DUTIES[dataset];
  const row = table.on(day) ?? table.rows[0]!;
  return { duty: row.value, rule: row.source };
}

/** The last day on which a month may be published: so long after the end of the quarter or year that it is in. */
export function dueBy(month: string, { everyMonths, withinMonths }: PublicationDuty): LocalDate {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5));
  // A year of grants is the financial year, from April; quarters of both years are the same.
  const sinceApril = (number + 8) % 12;
  const left = everyMonths - (sinceApril % everyMonths);
  const after = addMonths(`${String(year).padStart(4, '0')}-${month.slice(5)}-01`, left);
  return addDays(addMonths(after, withinMonths), -1);
}

/** The months from one to another, both included. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month);
  return months;
}
