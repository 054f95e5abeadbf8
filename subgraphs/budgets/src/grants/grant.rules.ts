import { formatPence, type Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { GRANT_RULES } from './grants.law';

/** £1,000,000,000: more than any council gives at once. */
export const MOST_GRANT_PENCE: Pence = 100_000_000_000;

/** Whether a grant can be put on record: it says what the standard asks for, and was awarded. */
export function awardGrant(
  said: {
    readonly title: string;
    readonly description: string;
    readonly recipientName: string;
    readonly awardedPence: Pence;
    readonly awardedOn: LocalDate;
    readonly startsOn: LocalDate | null;
    readonly endsOn: LocalDate | null;
  },
  today: LocalDate,
): Decision {
  const problems: Problem[] = [];
  const refuse = (message: string, ...path: string[]) =>
    problems.push(problem.invalidInput(message, { path, rule: GRANT_RULES.standard }));
  if (said.title.trim() === '') refuse('A grant has a title.', 'title');
  if (said.description.trim() === '') refuse('Say what the grant is for.', 'description');
  if (said.recipientName.trim() === '') refuse('Name the recipient.', 'recipient', 'name');
  if (said.awardedPence <= 0 || said.awardedPence > MOST_GRANT_PENCE)
    refuse(`A grant is more than £0.00 and at most ${formatPence(MOST_GRANT_PENCE)}.`, 'awardedPence');
  if (said.awardedOn > today) refuse('A grant is recorded when it has been awarded.', 'awardedOn');
  if (said.startsOn !== null && said.endsOn !== null && said.endsOn < said.startsOn)
    refuse('It ends on the day it starts, or later.', 'endsOn');
  return decide(problems, {});
}
