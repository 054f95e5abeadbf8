import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { INTERESTS_REGISTER_LAW } from './interests-register.law';

/** An interest as it is entered in the register. */
export interface InterestEntry {
  /** What it is, without the name of another person; null where the details are withheld. */
  readonly details: string | null;
  /** True where showing the details could lead to violence or intimidation: they are not kept here at all. */
  readonly isSensitive: boolean;
  readonly heldFrom: LocalDate;
  /** The day on which the monitoring officer was told. */
  readonly notifiedOn: LocalDate;
}

/**
 * Whether an interest can stand in the public register: what it is, unless it is sensitive, and then nothing of it
 * (Localism Act 2011 s. 32(2)); notified by today and not before the register was.
 */
export function checkInterest(entry: InterestEntry, today: LocalDate): Decision {
  const law = INTERESTS_REGISTER_LAW.on(entry.notifiedOn);
  if (!law)
    return decide(
      [
        problem.invalidInput('There was no register of this kind on that day.', {
          path: ['notifiedOn'],
          rule: INTERESTS_REGISTER_LAW.rows[0]!.source,
        }),
      ],
      {},
    );
  const problems: Problem[] = [];
  const blank = (entry.details ?? '').trim() === '';
  if (entry.isSensitive && !blank)
    problems.push(
      problem.invalidInput('The details of a sensitive interest are not entered here: leave them out.', {
        path: ['details'],
        rule: law.value.sensitive,
      }),
    );
  if (!entry.isSensitive && blank)
    problems.push(problem.invalidInput('Say what the interest is.', { path: ['details'], rule: law.source }));
  if (entry.notifiedOn > today)
    problems.push(
      problem.invalidInput('An interest is entered once it is notified.', { path: ['notifiedOn'] }),
    );
  if (entry.heldFrom > entry.notifiedOn)
    problems.push(
      problem.invalidInput('It is notified on a day before it was held.', { path: ['heldFrom'] }),
    );
  return decide(problems, {});
}

/** Whether an interest can end on a day: not before it began, and not in the future. */
export function checkInterestEnd(
  { heldFrom }: Pick<InterestEntry, 'heldFrom'>,
  heldUntil: LocalDate,
  today: LocalDate,
): Decision {
  const problems: Problem[] = [];
  if (heldUntil < heldFrom)
    problems.push(problem.invalidInput('It cannot end before it began.', { path: ['heldUntil'] }));
  if (heldUntil > today)
    problems.push(problem.invalidInput('The end is entered once it has come.', { path: ['heldUntil'] }));
  return decide(problems, {});
}
