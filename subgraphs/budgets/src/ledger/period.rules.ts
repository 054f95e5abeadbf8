import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { addDays, formatDay, isLocalDate, startOfLondonDay, type LocalDate } from '@coop/shared/time';
import { LEDGER_RULES } from './ledger.law';

/** Longest time between the day of a posting and the day of entering it: two years and a bit. */
const OLDEST_DAYS = 800;

/**
 * Whether something can be posted on a day: it has come, is not long past, and its period is open.
 * @param closedUntil last day of the last closed period; null where none is closed
 */
export function postingDayProblems(
  postedOn: LocalDate,
  today: LocalDate,
  closedUntil: LocalDate | null,
  path: readonly string[] = ['postedOn'],
): Problem[] {
  const rule = LEDGER_RULES.periods;
  if (!isLocalDate(postedOn))
    return [problem.invalidInput('It has to be a day, written YYYY-MM-DD.', { path, rule })];
  if (postedOn > today)
    return [
      problem.tooEarly('A posting is made when it has come about.', startOfLondonDay(postedOn), {
        path,
        rule,
      }),
    ];
  if (closedUntil !== null && postedOn <= closedUntil)
    return [
      problem.wrongState(
        `The accounts are closed up to ${formatDay(closedUntil)}. Post on a later day; a mistake before is put right by a correction.`,
        'CLOSED',
        ['OPEN'],
        { path, rule },
      ),
    ];
  if (postedOn < addDays(today, -OLDEST_DAYS))
    return [
      problem.invalidInput(`A posting is entered within ${OLDEST_DAYS} days of its day.`, { path, rule }),
    ];
  return [];
}

/**
 * Whether the accounts can be closed up to a day: it is over, and comes after everything that is closed.
 * @param closedUntil last day of the last closed period; null where none is closed
 * @param firstPostedOn day of the first posting; null where there is none
 */
export function closePeriod(
  until: LocalDate,
  today: LocalDate,
  closedUntil: LocalDate | null,
  firstPostedOn: LocalDate | null,
): Decision<{ readonly from: LocalDate }> {
  const rule = LEDGER_RULES.periods;
  const path = ['until'];
  const problems: Problem[] = [];
  if (until >= today)
    problems.push(
      problem.tooEarly('A period is closed when its last day is over.', startOfLondonDay(addDays(until, 1)), {
        path,
        rule,
      }),
    );
  if (closedUntil !== null && until <= closedUntil)
    problems.push(
      problem.wrongState(`The accounts are closed up to ${formatDay(closedUntil)}.`, 'CLOSED', ['OPEN'], {
        path,
        rule,
      }),
    );
  if (closedUntil === null && (firstPostedOn === null || firstPostedOn > until))
    problems.push(problem.ineligible('Nothing was posted up to that day.', { path, rule }));
  const from = closedUntil === null ? (firstPostedOn ?? until) : addDays(closedUntil, 1);
  return decide(problems, { from });
}
