import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { disposalRefusals } from '../disposals/disposal-notice.rules';
import type { MayDispose } from '../disposals/may-dispose.rules';
import { assetLifecycle, type AssetState } from '../register/asset.lifecycle';
import { transferLifecycle, type TransferState } from './transfer.lifecycle';
import { reviewDueBy } from './transfer-review.rules';
import { TRANSFER_RULES } from './transfers.law';
import { undervalueOf, undervalueProblems, type Undervalue, type UndervalueFacts } from './undervalue.rules';

/**
 * Whether a body can enquire about an asset: one that stands on the register, and once at a time.
 * @param isUnderWay whether a transfer of it to this body has begun and not come to an end
 */
export function enquireTransfer(
  asset: AssetState,
  recipientName: string,
  isUnderWay: boolean,
): Decision<{ readonly state: TransferState }> {
  const held = assetLifecycle.permit('recordSteward', asset, TRANSFER_RULES.policy);
  const problems: Problem[] = held.ok ? [] : [...held.problems];
  if (recipientName.trim() === '')
    problems.push(
      problem.invalidInput('Name the body that asks.', {
        path: ['recipient', 'name'],
        rule: TRANSFER_RULES.policy,
      }),
    );
  if (isUnderWay)
    problems.push(
      problem.ineligible('This body has asked about it already, and what became of that is still open.', {
        path: ['recipient'],
        rule: TRANSFER_RULES.policy,
      }),
    );
  return decide(problems, { state: transferLifecycle.initial });
}

/** The moves that ask for nothing but the right state and, some of them, a text by the one who makes them. */
const PLAIN_MOVES = {
  expressInterest: { to: 'EXPRESSION_OF_INTEREST', needs: 'Say what the group wants the asset for.' },
  submitCase: { to: 'BUSINESS_CASE', needs: 'Hand in the business case, or say where it can be read.' },
  decline: { to: 'DECLINED', needs: 'Say why the transfer is declined.' },
  agreeTerms: { to: 'HEADS_OF_TERMS', needs: 'State the heads of terms.' },
  withdraw: { to: 'WITHDRAWN', needs: null },
  end: { to: 'ENDED', needs: 'Say how the transfer came to its end.' },
} as const satisfies Record<string, { to: TransferState; needs: string | null }>;

/** A move of a transfer that asks for no more than a text. */
export type PlainTransferMove = keyof typeof PLAIN_MOVES;

/**
 * Whether a transfer can make a plain move.
 * @param statement the text that goes with it: purpose, case, reasons or terms
 */
export function moveTransfer(
  state: TransferState,
  move: PlainTransferMove,
  statement: string,
): Decision<{ readonly state: TransferState }> {
  const permitted = transferLifecycle.permit(move, state, TRANSFER_RULES.policy);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  const { to, needs } = PLAIN_MOVES[move];
  if (needs !== null && statement.trim() === '')
    problems.push(problem.invalidInput(needs, { path: ['statement'], rule: TRANSFER_RULES.policy }));
  return decide(problems, { state: to });
}

/** Whether a transfer can be decided so. An approval has to stand by its price; a refusal by its reasons. */
export function decideTransfer(
  state: TransferState,
  decision: {
    readonly outcome: 'APPROVED' | 'DECLINED';
    readonly statementOfReasons: string;
    readonly undervalue: UndervalueFacts;
  },
  today: LocalDate,
): Decision<{ readonly state: TransferState; readonly undervalue: Undervalue }> {
  const permitted = transferLifecycle.permit('decide', state, TRANSFER_RULES.policy);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (decision.outcome === 'APPROVED') problems.push(...undervalueProblems(decision.undervalue, today));
  else if (decision.statementOfReasons.trim() === '')
    problems.push(
      problem.invalidInput('Say why the transfer is declined.', {
        path: ['statementOfReasons'],
        rule: TRANSFER_RULES.policy,
      }),
    );
  return decide(problems, {
    state: decision.outcome,
    undervalue: undervalueOf(decision.undervalue, today),
  });
}

/** What a community body can get. */
export const INTERESTS = {
  LEASE: 'A lease: the council keeps the freehold.',
  FREEHOLD: 'The freehold.',
} as const;

/** What a community body gets. */
export type TransferInterest = keyof typeof INTERESTS;

/** How a transfer is completed. */
export interface Completion {
  readonly completedOn: LocalDate;
  /** The day of the council's decision: nothing is completed before it. */
  readonly approvedOn: LocalDate;
  /** Years of the lease that was approved, by which its undervalue was judged; null for the freehold. */
  readonly approvedLeaseYears: number | null;
  readonly interest: TransferInterest;
  /** Years of the lease; null for the freehold. */
  readonly leaseYears: number | null;
  /** Whether the land is, or is part of, an open space, and when the second notice of the disposal appeared. */
  readonly isOpenSpace: boolean;
  readonly openSpaceAdvertisedOn: LocalDate | null;
  /** Whether another transfer of the same asset is completed and has not ended. */
  readonly anotherStands: boolean;
  /** The answer of `mayDispose` for the day and shape of this completion: listed land binds the council as well. */
  readonly mayDispose: Pick<MayDispose, 'permitted' | 'until' | 'reasons'>;
}

/** Whether a transfer can be recorded as completed. */
export function completeTransfer(
  state: TransferState,
  completion: Completion,
  today: LocalDate,
): Decision<{ readonly state: TransferState; readonly firstReviewDueBy: LocalDate }> {
  const permitted = transferLifecycle.permit('complete', state, TRANSFER_RULES.policy);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  const { policy, openSpace } = TRANSFER_RULES;
  if (completion.anotherStands)
    problems.push(
      problem.ineligible('Another transfer of this asset is completed; it has to end first.', {
        rule: policy,
      }),
    );
  if (completion.completedOn > today)
    problems.push(
      problem.invalidInput('A completion is recorded when it has come about.', { path: ['completedOn'] }),
    );
  if (completion.completedOn < completion.approvedOn)
    problems.push(
      problem.invalidInput('A transfer is completed after the council has approved it.', {
        path: ['completedOn'],
        rule: policy,
      }),
    );
  const years = completion.leaseYears;
  if (completion.interest === 'LEASE' && (years === null || !Number.isInteger(years) || years < 1))
    problems.push(
      problem.invalidInput('A lease has whole years, at least one.', { path: ['leaseYears'], rule: policy }),
    );
  if (completion.interest === 'FREEHOLD' && years !== null)
    problems.push(
      problem.invalidInput('A freehold has no years of lease.', { path: ['leaseYears'], rule: policy }),
    );
  const fits = completion.interest === 'FREEHOLD' ? years === null : years !== null && years >= 1;
  if (fits && years !== completion.approvedLeaseYears)
    problems.push(
      problem.ineligible(
        `The council approved ${
          completion.approvedLeaseYears === null
            ? 'a transfer of the freehold'
            : `a lease of ${completion.approvedLeaseYears} years`
        }, and its price was judged for that; anything else needs a decision of its own.`,
        { path: ['leaseYears'], rule: TRANSFER_RULES.bestConsideration },
      ),
    );
  const advertised = completion.openSpaceAdvertisedOn;
  if (completion.isOpenSpace && (advertised === null || advertised > completion.completedOn))
    problems.push(
      problem.ineligible(
        'Open space is disposed of only after notice in a local newspaper for two weeks running, and objections weighed.',
        { path: ['openSpaceAdvertisedOn'], rule: openSpace },
      ),
    );
  if (!completion.mayDispose.permitted)
    problems.push(...disposalRefusals(completion.mayDispose, ['completedOn']));
  return decide(problems, { state: 'COMPLETED', firstReviewDueBy: reviewDueBy(completion.completedOn, 1) });
}
