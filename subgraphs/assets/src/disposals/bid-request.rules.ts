import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { endOfLondonDay, formatDay, startOfLondonDay, type LocalDate } from '@coop/shared/time';
import { communityInterestGroupProblems, type GroupFacts } from '../groups/groups.rules';
import { bidRequestLifecycle, type BidRequestState } from './bid-request.lifecycle';
import { clocksOf, noticeStateOn, type NoticeFacts } from './clocks.rules';
import { disposalNoticeLifecycle, type DisposalNoticeState } from './disposal-notice.lifecycle';
import { DISPOSAL_RULES } from './disposals.law';

/** What a bid request that was taken brings about. */
export interface TakenBidRequest {
  readonly state: BidRequestState;
  readonly noticeState: DisposalNoticeState;
  /** The last day of the full moratorium that now holds. */
  readonly fullMoratoriumEndsOn: LocalDate;
}

/**
 * Whether a group's request to be treated as a potential bidder can be taken (Localism Act 2011 s. 95(3)(a)). It
 * must reach the council during the interim moratorium, its first and last day included; it need show neither
 * money nor a plan, and binds nobody.
 */
export function requestBid(
  request: {
    readonly group: GroupFacts;
    readonly receivedOn: LocalDate;
    readonly isInWriting: boolean;
    /** True when the group has a request on this notice that still stands. */
    readonly hasAskedAlready: boolean;
  },
  notice: NoticeFacts,
  today: LocalDate,
): Decision<TakenBidRequest> {
  const problems: Problem[] = [];
  const { interimMoratoriumEndsOn: last, fullMoratoriumEndsOn } = clocksOf(notice.receivedOn);
  const path = ['receivedOn'];
  if (request.receivedOn > today)
    problems.push(problem.invalidInput('The day of receipt lies in the future.', { path }));
  if (request.receivedOn < notice.receivedOn)
    problems.push(
      problem.tooEarly(
        `The owner's notice was received on ${formatDay(notice.receivedOn)}; only then can a group ask.`,
        startOfLondonDay(notice.receivedOn),
        { path, rule: DISPOSAL_RULES.interim },
      ),
    );
  else if (request.receivedOn > last)
    problems.push(
      problem.tooLate(
        `The interim moratorium ended on ${formatDay(last)}; a group had to ask by then.`,
        endOfLondonDay(last),
        { path, rule: DISPOSAL_RULES.interim },
      ),
    );
  else {
    const state = noticeStateOn(notice, request.receivedOn) ?? disposalNoticeLifecycle.initial;
    const permitted = disposalNoticeLifecycle.permit('requestBid', state, DISPOSAL_RULES.interim);
    if (!permitted.ok) problems.push(...permitted.problems);
  }
  if (!request.isInWriting)
    problems.push(
      problem.invalidInput('The request must be in writing, however expressed.', {
        path: ['isInWriting'],
        rule: DISPOSAL_RULES.interim,
      }),
    );
  if (request.hasAskedAlready)
    problems.push(problem.ineligible('This group has asked already.', { path: ['group'] }));
  problems.push(...communityInterestGroupProblems(request.group, request.receivedOn, ['group']));
  return decide(problems, {
    state: bidRequestLifecycle.initial,
    noticeState: 'FULL_MORATORIUM',
    fullMoratoriumEndsOn,
  });
}

/** Whether an officer can confirm a group as one that may ask, or find that it is none. */
export function checkBidRequest(
  state: BidRequestState,
  outcome: 'CONFIRMED' | 'DISQUALIFIED',
  statementOfReasons: string,
): Decision<{ readonly state: BidRequestState }> {
  const permitted = bidRequestLifecycle.permit(outcome === 'CONFIRMED' ? 'confirm' : 'disqualify', state);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (outcome === 'DISQUALIFIED' && statementOfReasons.trim() === '')
    problems.push(
      problem.invalidInput('Say why the group is no community interest group.', {
        path: ['statementOfReasons'],
        rule: DISPOSAL_RULES.interim,
      }),
    );
  return decide(problems, { state: outcome });
}

/**
 * Whether a group can take its request back. The moratorium goes on: condition B asks whether a request was
 * received during the interim period, not whether it still stands.
 */
export function withdrawBidRequest(state: BidRequestState): Decision<{ readonly state: BidRequestState }> {
  const permitted = bidRequestLifecycle.permit('withdraw', state);
  return decide(permitted.ok ? [] : permitted.problems, { state: 'WITHDRAWN' });
}
