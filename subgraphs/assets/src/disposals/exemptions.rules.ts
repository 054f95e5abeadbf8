import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { formatDay, type LocalDate } from '@coop/shared/time';
import { listingInForce, type ListingFacts } from '../nominations/listing.rules';
import { EXEMPTIONS, type ExemptionGround } from './exemptions.law';

/**
 * Whether an exempt disposal can be recorded for listed land. The grounds that rest on an earlier obligation or
 * option fail if the land was listed on the day it was entered into (SI 2012/2421 Sch. 3 para. 4(2)).
 */
export function recordExemption(
  exemption: {
    readonly ground: ExemptionGround;
    /** What makes the ground out: the will, the order, the option, and where it can be seen. */
    readonly evidence: string;
    /** The day of the obligation or agreement, for the grounds that rest on one. */
    readonly agreedOn: LocalDate | null;
  },
  listings: readonly ListingFacts[],
  today: LocalDate,
): Decision<{ readonly recordedOn: LocalDate }> {
  const problems: Problem[] = [];
  const { rule, needsEarlierAgreement } = EXEMPTIONS[exemption.ground];
  if (listingInForce(listings, today) === null)
    problems.push(
      problem.ineligible('The land is not on the list and needs no exemption.', { path: ['assetId'], rule }),
    );
  if (exemption.evidence.trim() === '')
    problems.push(problem.invalidInput('Say what makes the ground out.', { path: ['evidence'], rule }));
  if (needsEarlierAgreement) {
    const path = ['agreedOn'];
    if (exemption.agreedOn === null)
      problems.push(problem.invalidInput('Give the day of the obligation or agreement.', { path, rule }));
    else if (exemption.agreedOn > today)
      problems.push(problem.invalidInput('The agreement lies in the future.', { path, rule }));
    else if (listingInForce(listings, exemption.agreedOn) !== null)
      problems.push(
        problem.ineligible(`The land was listed on ${formatDay(exemption.agreedOn)}, when this was agreed.`, {
          path,
          rule,
        }),
      );
  }
  return decide(problems, { recordedOn: today });
}

/** Whether an exemption can be ended: once, on a day since it was recorded that has come. */
export function endExemption(
  exemption: {
    readonly ground: ExemptionGround;
    readonly recordedOn: LocalDate;
    readonly endedOn: LocalDate | null;
  },
  endedOn: LocalDate,
  today: LocalDate,
): Decision<{ readonly endedOn: LocalDate }> {
  const problems: Problem[] = [];
  const { rule } = EXEMPTIONS[exemption.ground];
  if (exemption.endedOn !== null)
    problems.push(problem.wrongState('This exemption has ended already.', 'ENDED', ['STANDING'], { rule }));
  if (endedOn < exemption.recordedOn || endedOn > today)
    problems.push(
      problem.invalidInput('An exemption ends on a day since it was recorded, and not in the future.', {
        path: ['endedOn'],
        rule,
      }),
    );
  return decide(problems, { endedOn });
}
