import { formatPence, type Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { addYears, formatDay, isLocalDate, type LocalDate } from '@coop/shared/time';
import { grantDays, GRANT_RULES } from './grants.law';

/** £1,000,000,000: more than any council gives at once. */
export const MOST_GRANT_PENCE: Pence = 100_000_000_000;

/** Who gives or gets a grant, as far as the directory knows. */
export interface KnownParty {
  readonly name: string;
  /** Its org-id; null where it is in no register. */
  readonly orgId: string | null;
}

/** The council's identifier and name in the standard. */
export interface Funder {
  readonly funderIdentifier: string;
  readonly funderName: string;
}

/**
 * The council as the standard names a funder: by its org-id, such as `GB-LAE-OLD` of the register of English local
 * authorities. A GSS code is none. Where the directory has no org-id, an identifier of the publisher's own stands for
 * it, as the standard provides, under the prefix that grants have too: `360G-E08000004-council`.
 */
export const funderOf = (gssCode: string, known: KnownParty | undefined): Funder => ({
  funderIdentifier: known?.orgId ?? `360G-${gssCode}-council`,
  funderName: known?.name ?? `Council ${gssCode}`,
});

/** The recipient's identifier: the one that is told, else its org-id, else one of the publisher's own by its name. */
export const recipientIdentifierOf = (
  gssCode: string,
  recipient: { readonly name: string; readonly identifier: string },
  known: KnownParty | undefined,
): string =>
  recipient.identifier.trim() ||
  known?.orgId ||
  `360G-${gssCode}-${recipient.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`.slice(0, 180);

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
    /** Day on which the community budget was opened that it is out of; null where it is of none, or not known. */
    readonly openedOn: LocalDate | null;
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
  const { earliestAward, mostYears } = grantDays.require(today).value;
  if (said.awardedOn < earliestAward)
    problems.push(
      problem.invalidInput(`Grants are recorded from ${formatDay(earliestAward)} on.`, {
        ...{ path: ['awardedOn'], rule: GRANT_RULES.power },
      }),
    );
  else if (said.openedOn !== null && said.awardedOn < said.openedOn)
    refuse(`The budget was opened on ${formatDay(said.openedOn)}: it gave nothing before.`, 'awardedOn');
  else if (isLocalDate(said.awardedOn))
    for (const [field, day] of Object.entries({ startsOn: said.startsOn, endsOn: said.endsOn }))
      if (day !== null && (day < earliestAward || day > addYears(said.awardedOn, mostYears)))
        refuse(`It lies within ${mostYears} years of the award.`, field);
  if (said.startsOn !== null && said.endsOn !== null && said.endsOn < said.startsOn)
    refuse('It ends on the day it starts, or later.', 'endsOn');
  return decide(problems, {});
}
