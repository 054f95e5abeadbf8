import { assertPence, formatPence, type Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { endOfLondonDay, formatDay, type LocalDate } from '@coop/shared/time';
import { listingInForce, type ListingFacts } from '../nominations/listing.rules';
import { lastDayWithin } from '../periods/periods.rules';
import { compensationClaimLifecycle, type CompensationClaimState } from './compensation-claim.lifecycle';
import { DISPOSAL_RULES, disposalRegimes } from './disposals.law';

/**
 * The last day of a claim: before the end of thirteen weeks after the loss or expense was incurred or, as the case
 * may be, finished being incurred (SI 2012/2421 reg. 14(5)(b)). "After" leaves that day itself out. The council
 * has no power to extend it (Fielder v Harrogate BC [2020] UKUT 288 (AAC)).
 */
export function compensationClaimDueBy(lossEndedOn: LocalDate): LocalDate {
  return lastDayWithin(lossEndedOn, disposalRegimes.require(lossEndedOn).value.compensationClaim);
}

/** Whether an owner's claim for compensation can be taken (SI 2012/2421 regs. 14 and 15). */
export function receiveCompensationClaim(
  claim: {
    readonly receivedOn: LocalDate;
    /** First and last day on which the loss or expense was incurred. */
    readonly lossBeganOn: LocalDate;
    readonly lossEndedOn: LocalDate;
    readonly amountPence: Pence;
    readonly evidence: string;
    /** Whether the claimant owned the land when the loss was incurred. */
    readonly wasOwner: boolean;
    /** Whether the claimant is one of the public bodies that reg. 15 leaves out. */
    readonly isPublicBody: boolean;
  },
  listings: readonly ListingFacts[],
  today: LocalDate,
): Decision<{ readonly state: CompensationClaimState }> {
  const problems: Problem[] = [];
  const rule = DISPOSAL_RULES.compensation;
  const ineligible = (message: string, field: string, because = rule) =>
    problems.push(problem.ineligible(message, { path: [field], rule: because }));
  const invalid = (message: string, field: string) =>
    problems.push(problem.invalidInput(message, { path: [field], rule }));
  if (claim.isPublicBody)
    ineligible('A public body is not entitled to compensation.', 'isPublicBody', DISPOSAL_RULES.publicOwner);
  if (!claim.wasOwner)
    ineligible('Only a loss incurred while the claimant owned the land counts.', 'wasOwner');
  if (claim.amountPence <= 0) invalid('State the amount claimed, above nothing.', 'amountPence');
  if (claim.evidence.trim() === '') invalid('Supporting evidence must be given for each part.', 'evidence');
  if (claim.receivedOn > today) invalid('The day of receipt lies in the future.', 'receivedOn');
  if (claim.lossEndedOn < claim.lossBeganOn || claim.lossEndedOn > claim.receivedOn)
    invalid('The loss ends on or after its first day, and not after the claim.', 'lossEndedOn');
  else if (disposalRegimes.on(claim.lossEndedOn) === null || !listingInForce(listings, claim.lossEndedOn))
    ineligible('Only a loss incurred while the land was listed counts.', 'lossEndedOn');
  else if (claim.receivedOn > compensationClaimDueBy(claim.lossEndedOn)) {
    const due = compensationClaimDueBy(claim.lossEndedOn);
    problems.push(
      problem.tooLate(`The claim had to be made by ${formatDay(due)}.`, endOfLondonDay(due), {
        path: ['receivedOn'],
        rule: DISPOSAL_RULES.compensationTime,
      }),
    );
  }
  return decide(problems, { state: compensationClaimLifecycle.initial });
}

/** Whether a claim can be decided so: written reasons are due whatever the amount, which is at most what was claimed. */
export function decideCompensationClaim(
  claim: { readonly state: CompensationClaimState; readonly amountPence: Pence },
  decision: { readonly awardedPence: Pence; readonly statementOfReasons: string },
): Decision<{ readonly state: CompensationClaimState }> {
  const rule = DISPOSAL_RULES.compensation;
  const permitted = compensationClaimLifecycle.permit('decide', claim.state, rule);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  const awarded = assertPence(decision.awardedPence);
  if (awarded < 0)
    problems.push(
      problem.invalidInput('An award cannot be below nothing.', { path: ['awardedPence'], rule }),
    );
  if (awarded > claim.amountPence)
    problems.push(
      problem.limitExceeded(
        `The award, in pence, is above the ${formatPence(claim.amountPence)} that was claimed.`,
        claim.amountPence,
        awarded,
        { path: ['awardedPence'], rule },
      ),
    );
  if (decision.statementOfReasons.trim() === '')
    problems.push(
      problem.invalidInput('The claimant must be given written reasons.', {
        path: ['statementOfReasons'],
        rule,
      }),
    );
  return decide(problems, { state: awarded > 0 ? 'AWARDED' : 'REFUSED' });
}

/** Whether an owner can take a claim back: while it is undecided. */
export function withdrawCompensationClaim(
  state: CompensationClaimState,
): Decision<{ readonly state: CompensationClaimState }> {
  const permitted = compensationClaimLifecycle.permit('withdraw', state, DISPOSAL_RULES.compensation);
  return decide(permitted.ok ? [] : permitted.problems, { state: 'WITHDRAWN' });
}
