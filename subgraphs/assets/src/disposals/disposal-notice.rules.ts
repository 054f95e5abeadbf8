import { accept, decide, problem, refuse, type Decision, type Problem } from '@coop/shared/problems';
import { addDays, formatDay, startOfLondonDay, type LocalDate } from '@coop/shared/time';
import { listingInForce, listingStateOn, type ListingFacts } from '../nominations/listing.rules';
import { clocksOf, noticeStateOn, type Clocks, type NoticeFacts } from './clocks.rules';
import { disposalNoticeLifecycle, type DisposalNoticeState } from './disposal-notice.lifecycle';
import { DISPOSAL_RULES } from './disposals.law';
import {
  mayDispose,
  type MayDispose,
  type DisposalFacts,
  type DisposalQuestion,
  type Standing,
} from './may-dispose.rules';
import { relevance, type DisposalShape } from './relevant-disposal.rules';

/**
 * Whether an owner's notice of a wish to dispose of land can be taken, and what clocks it starts.
 * A second notice while the moratorium of the first one runs would set the clocks back, so it is refused; in the
 * protected period or after it a new one is taken.
 */
export function receiveNotice(
  notice: {
    readonly receivedOn: LocalDate;
    readonly isOwner: boolean;
    readonly isInWriting: boolean;
    readonly disposal: DisposalShape;
  },
  facts: Pick<DisposalFacts, 'listings' | 'notices'>,
  today: LocalDate,
): Decision<{ readonly state: DisposalNoticeState } & Clocks> {
  const problems: Problem[] = [];
  if (notice.receivedOn > today)
    return refuse(problem.invalidInput('The day of receipt lies in the future.', { path: ['receivedOn'] }));
  if (!notice.isOwner)
    problems.push(
      problem.notAllowed('Only an owner of the land can give this notice.', 'an owner of the land', {
        rule: DISPOSAL_RULES.notice,
      }),
    );
  if (!notice.isInWriting)
    problems.push(
      problem.invalidInput('The notice must be in writing.', {
        path: ['isInWriting'],
        rule: DISPOSAL_RULES.notice,
      }),
    );
  if (listingInForce(facts.listings, notice.receivedOn) === null) {
    problems.push(
      problem.wrongState(
        'The land is not on the list; it can be disposed of without a notice.',
        lastListingState(facts.listings, notice.receivedOn),
        ['LISTED'],
        { rule: DISPOSAL_RULES.prohibition },
      ),
    );
    return refuse(...problems);
  }
  const { isRelevant, message, rule } = relevance(notice.disposal, notice.receivedOn);
  if (!isRelevant)
    problems.push(problem.ineligible(`${message} It needs no notice.`, { path: ['disposal'], rule }));
  const running = facts.notices.find((one) => {
    const state = one.isByCurrentOwner ? noticeStateOn(one, notice.receivedOn) : null;
    return state === 'INTERIM_MORATORIUM' || state === 'FULL_MORATORIUM';
  });
  if (running)
    problems.push(
      problem.ineligible(
        `The moratorium of the notice received on ${formatDay(running.receivedOn)} is still running.`,
        { rule: DISPOSAL_RULES.periods },
      ),
    );
  return decide(problems, { state: disposalNoticeLifecycle.initial, ...clocksOf(notice.receivedOn) });
}

/** Whether an owner can take a notice back. It frees nobody: a new wish to dispose needs a new notice. */
export function withdrawNotice(
  notice: NoticeFacts,
  today: LocalDate,
): Decision<{ readonly state: DisposalNoticeState }> {
  const permitted = disposalNoticeLifecycle.permit(
    'withdraw',
    noticeStateOn(notice, today) ?? disposalNoticeLifecycle.initial,
    DISPOSAL_RULES.notice,
  );
  return decide(permitted.ok ? [] : permitted.problems, { state: 'WITHDRAWN' });
}

/** What follows from a disposal that was entered into. */
export interface RecordedDisposal {
  /** On what footing it was permitted. */
  readonly standing: Standing;
  /** True when the entry is to be taken off the list: a relevant disposal that was no exempt one (reg. 2(b)). */
  readonly removesListing: boolean;
}

/**
 * Whether a disposal made on a footing takes the land off the list: a relevant one that was no exempt one. A sale to
 * a community interest group is permitted by reg. 13, under s. 95(5)(j): reg. 2(b) leaves it out.
 */
export const removesListing = (standing: Standing): boolean => standing === 'FREE_TO_DISPOSE';

/**
 * Whether a disposal can be recorded as lawfully entered into on a day. Refused with the reasons of `mayDispose`;
 * with `TooEarly` and the first day on which it can be, where one is in sight.
 */
export function recordDisposal(
  question: DisposalQuestion & { readonly disposal: DisposalShape },
  facts: DisposalFacts,
  today: LocalDate,
): Decision<RecordedDisposal> {
  if (question.on > today)
    return refuse(problem.invalidInput('A disposal is recorded when it has been made.', { path: ['on'] }));
  const answer = mayDispose(question, facts);
  if (answer.permitted)
    return accept({
      standing: answer.standing,
      removesListing: removesListing(answer.standing),
    });
  return refuse(...disposalRefusals(answer, ['on']));
}

/**
 * The reasons of an answer that is no as problems of an input: `TooEarly` with the first day on which it turns into
 * yes where one is in sight, `Ineligible` otherwise. The opening reason, that the land is listed, is left out.
 */
export function disposalRefusals(
  answer: Pick<MayDispose, 'until' | 'reasons'>,
  path: readonly string[],
): Problem[] {
  const [, ...reasons] = answer.reasons;
  return reasons.map(({ message, rule }) =>
    answer.until === null
      ? problem.ineligible(message, { path, rule })
      : problem.tooEarly(message, startOfLondonDay(addDays(answer.until, 1)), { path, rule }),
  );
}

function lastListingState(listings: readonly ListingFacts[], day: LocalDate): string {
  const states = listings.map((listing) => listingStateOn(listing, day)).filter((state) => state !== null);
  return states.at(-1) ?? 'NOT_LISTED';
}
