import { formatDay, addDays, type LocalDate } from '@coop/shared/time';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';

/** Something dated that holds from a day on: a policy, the limits of a card. */
export interface Dated {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

/**
 * Whether something new can hold from a day on. What held before ends the day before; what has held already is not
 * changed afterwards, since breaches were judged by it.
 */
export function adopt(
  there: readonly Dated[],
  fromOn: LocalDate,
  figures: { readonly transactionPence: number; readonly monthPence: number },
): Decision<{ readonly lastDayBefore: LocalDate }> {
  const problems: Problem[] = [];
  const latest = there.reduce((last, row) => (row.fromOn > last ? row.fromOn : last), '');
  if (latest !== '' && fromOn <= latest)
    problems.push(
      problem.invalidInput(`It must begin after ${formatDay(latest)}, from which the one before it holds.`, {
        path: ['fromOn'],
      }),
    );
  if (figures.transactionPence > figures.monthPence)
    problems.push(
      problem.limitExceeded(
        'The limit for one purchase, in pence, is above that for a month.',
        figures.monthPence,
        figures.transactionPence,
        { path: ['transactionPence'] },
      ),
    );
  return decide(problems, { lastDayBefore: addDays(fromOn, -1) });
}
