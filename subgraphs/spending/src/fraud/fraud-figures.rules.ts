import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { addDays, addYears, endOfLondonDay, type LocalDate } from '@coop/shared/time';
import { FRAUD_FIGURES_RULE } from './fraud.law';

/** The yearly figures, as far as they can contradict each other. */
export interface FraudFigureFacts {
  /** The 1 April on which the financial year begins. */
  readonly yearFrom: LocalDate;
  readonly investigatorCount: number;
  readonly investigatorFteHundredths: number;
  readonly specialistCount: number;
  readonly specialistFteHundredths: number;
}

/** The last day of the financial year that begins on a day. */
export const lastDayOfYear = (yearFrom: LocalDate): LocalDate => addDays(addYears(yearFrom, 1), -1);

/** Whether the figures of a year can be published: the year is over, and parts are not above their whole. */
export function publishFigures(figures: FraudFigureFacts, today: LocalDate): Decision {
  const rule = FRAUD_FIGURES_RULE;
  const problems: Problem[] = [];
  const { yearFrom } = figures;
  const until = lastDayOfYear(yearFrom);
  if (!yearFrom.endsWith('-04-01'))
    problems.push(problem.invalidInput('A financial year begins on 1 April.', { path: ['yearFrom'], rule }));
  else if (today <= until)
    problems.push(
      problem.tooEarly('The year is not over yet.', endOfLondonDay(until), { path: ['yearFrom'], rule }),
    );
  for (const [whole, part] of [
    ['investigatorCount', 'investigatorFteHundredths'],
    ['specialistCount', 'specialistFteHundredths'],
  ] as const)
    if (figures[part] > figures[whole] * 100)
      problems.push(
        problem.limitExceeded(
          'Full-time equivalents, in hundredths, are above the number of people.',
          figures[whole] * 100,
          figures[part],
          { path: [part], rule },
        ),
      );
  return decide(problems, {});
}
