import type { LawTable } from '@coop/shared/law';
import type { LocalDate } from '@coop/shared/time';
import { lastDayBeginningWith } from '../periods/periods.rules';
import { COUNTING_BID_REQUESTS, type BidRequestState } from './bid-request.lifecycle';
import type { DisposalNoticeState } from './disposal-notice.lifecycle';
import { disposalRegimes, type DisposalRegime } from './disposals.law';

/** The last days of the three periods that one notice starts. */
export interface Clocks {
  readonly interimMoratoriumEndsOn: LocalDate;
  readonly fullMoratoriumEndsOn: LocalDate;
  readonly protectedPeriodEndsOn: LocalDate;
}

/**
 * The three clocks of a notice. Each period begins "with the date on which the local authority receives
 * notification" (Localism Act 2011 s. 95(6)): the day of receipt is its first day, and all three run from it. On
 * the day after its last day a period has ended, which is when conditions B and C look at it.
 */
export function clocksOf(receivedOn: LocalDate, regimes: LawTable<DisposalRegime> = disposalRegimes): Clocks {
  const regime = regimes.require(receivedOn).value;
  return {
    interimMoratoriumEndsOn: lastDayBeginningWith(receivedOn, regime.interimMoratorium),
    fullMoratoriumEndsOn: lastDayBeginningWith(receivedOn, regime.fullMoratorium),
    protectedPeriodEndsOn: lastDayBeginningWith(receivedOn, regime.protectedPeriod),
  };
}

/** A group's request as the clocks see it. */
export interface BidRequestFacts {
  readonly receivedOn: LocalDate;
  readonly state: BidRequestState;
}

/** An owner's notice as the clocks see it. */
export interface NoticeFacts {
  /** The day on which the council received it. */
  readonly receivedOn: LocalDate;
  readonly withdrawnOn: LocalDate | null;
  /** The day on which a disposal was entered into on it. */
  readonly disposedOn: LocalDate | null;
  /** False when the land has changed hands since: condition A asks for a notice of "that particular person". */
  readonly isByCurrentOwner: boolean;
  readonly bidRequests: readonly BidRequestFacts[];
}

/** The requests that count: received in the interim moratorium, its last day included, from a group that qualified. */
export function countingBidRequests<Request extends BidRequestFacts>(
  notice: { readonly receivedOn: LocalDate; readonly bidRequests: readonly Request[] },
  regimes: LawTable<DisposalRegime> = disposalRegimes,
): Request[] {
  const { interimMoratoriumEndsOn } = clocksOf(notice.receivedOn, regimes);
  return notice.bidRequests.filter(
    (request) =>
      notice.receivedOn <= request.receivedOn &&
      request.receivedOn <= interimMoratoriumEndsOn &&
      COUNTING_BID_REQUESTS.includes(request.state),
  );
}

/**
 * Where a notice stands on a day, by everything that is known of it; null before it was received. A request counts
 * from its own day on: on an earlier day the interim moratorium was running without one.
 */
export function noticeStateOn(
  notice: NoticeFacts,
  day: LocalDate,
  regimes: LawTable<DisposalRegime> = disposalRegimes,
): DisposalNoticeState | null {
  if (day < notice.receivedOn) return null;
  if (notice.withdrawnOn !== null && notice.withdrawnOn <= day) return 'WITHDRAWN';
  if (notice.disposedOn !== null && notice.disposedOn <= day) return 'DISPOSED';
  const clocks = clocksOf(notice.receivedOn, regimes);
  const asked = countingBidRequests(notice, regimes).some((request) => request.receivedOn <= day);
  if (asked && day <= clocks.fullMoratoriumEndsOn) return 'FULL_MORATORIUM';
  if (day <= clocks.interimMoratoriumEndsOn) return 'INTERIM_MORATORIUM';
  return day <= clocks.protectedPeriodEndsOn ? 'FREE_TO_DISPOSE' : 'LAPSED';
}
