import { accept, decide, problem, refuse, type Decision, type Problem } from '@coop/shared/problems';
import { endOfLondonDay, formatDay, type LocalDate } from '@coop/shared/time';
import { lastDayBeginningWith, lastDayWithin } from '../periods/periods.rules';
import { listingReviewLifecycle, type ListingReviewState } from './listing-review.lifecycle';
import { listingStateOn, type ListingFacts } from './listing.rules';
import { NOMINATION_RULES, nominationsLaw } from './nominations.law';

/**
 * The last day on which the owner may ask for a review: eight weeks beginning with the day of the written notice
 * of inclusion (SI 2012/2421 Sch. 2), which therefore counts. The council may allow longer in writing.
 */
export function reviewRequestDueBy(noticeGivenOn: LocalDate): LocalDate {
  return lastDayBeginningWith(noticeGivenOn, nominationsLaw.require(noticeGivenOn).value.reviewRequest);
}

/**
 * The last day for the review's decision: eight weeks beginning with the day on which the council received the
 * request (SI 2012/2421 Sch. 2), which therefore counts. Council and owner may agree on longer in writing.
 */
export function reviewDecisionDueBy(requestedOn: LocalDate): LocalDate {
  return lastDayBeginningWith(requestedOn, nominationsLaw.require(requestedOn).value.reviewDecision);
}

/**
 * The last day on which a notice of appeal reaches the tribunal in time: within 28 days of the day on which notice
 * of the review's decision was sent. The day of sending does not count, since the days run from an event. The
 * rules' own extensions (to the next working day, r. 12; by the tribunal, r. 5(3)(a)) come on top.
 */
export function appealDueBy(decisionSentOn: LocalDate): LocalDate {
  return lastDayWithin(decisionSentOn, nominationsLaw.require(decisionSentOn).value.appealWithin);
}

/**
 * Whether an owner's request for a listing review can be taken.
 * @param request.allowedUntil the later day that the council allowed in writing, or null
 */
export function requestReview(
  listing: ListingFacts,
  request: {
    readonly isOwner: boolean;
    readonly noticeGivenOn: LocalDate;
    readonly receivedOn: LocalDate;
    readonly allowedUntil: LocalDate | null;
    /** The states of earlier reviews of this entry. */
    readonly earlierReviews: readonly ListingReviewState[];
  },
  today: LocalDate,
): Decision<{ readonly state: ListingReviewState; readonly decisionDueBy: LocalDate }> {
  const problems: Problem[] = [];
  const rule = NOMINATION_RULES.reviewProcedure;
  if (!request.isOwner)
    problems.push(
      problem.notAllowed('Only an owner of the land may ask for a listing review.', 'an owner of the land', {
        rule: NOMINATION_RULES.review,
      }),
    );
  if (request.receivedOn > today)
    problems.push(problem.invalidInput('The day of receipt lies in the future.', { path: ['receivedOn'] }));
  if (listingStateOn(listing, request.receivedOn) !== 'LISTED')
    problems.push(
      problem.wrongState(
        'The land is not on the list.',
        listingStateOn(listing, request.receivedOn) ?? 'EXPIRED',
        ['LISTED'],
        { rule: NOMINATION_RULES.review },
      ),
    );
  const own = reviewRequestDueBy(request.noticeGivenOn);
  const due = request.allowedUntil !== null && request.allowedUntil > own ? request.allowedUntil : own;
  if (request.receivedOn > due)
    problems.push(
      problem.tooLate(`A review had to be asked for by ${formatDay(due)}.`, endOfLondonDay(due), {
        path: ['receivedOn'],
        rule,
      }),
    );
  if (request.earlierReviews.some((state) => state !== 'WITHDRAWN'))
    problems.push(problem.ineligible('This entry has had its review already.', { rule }));
  // A day before there was a law has no last day either.
  if (problems.length > 0) return refuse(...problems);
  return accept({
    state: listingReviewLifecycle.initial,
    decisionDueBy: reviewDecisionDueBy(request.receivedOn),
  });
}

/**
 * Whether a review can be decided so, by this officer. A late decision is taken all the same: the duty to complete
 * the review does not lapse.
 */
export function decideReview(
  review: {
    readonly state: ListingReviewState;
    readonly requestedOn: LocalDate;
    /** The later day that council and owner agreed on in writing, or null. */
    readonly agreedUntil: LocalDate | null;
    /** Whether the owner asked for an oral hearing, and whether it was held. */
    readonly hearingRequested: boolean;
    readonly hearingHeld: boolean;
    /** Everybody who took part in the decision to list. */
    readonly tookPart: readonly string[];
  },
  decision: {
    readonly officer: string;
    readonly outcome: 'UPHELD' | 'OVERTURNED';
    readonly statementOfReasons: string;
  },
  today: LocalDate,
): Decision<{
  readonly state: ListingReviewState;
  readonly removesListing: boolean;
  readonly isLate: boolean;
}> {
  const rule = NOMINATION_RULES.reviewProcedure;
  const permitted = listingReviewLifecycle.permit('decide', review.state, rule);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (review.tookPart.includes(decision.officer))
    problems.push(
      problem.notAllowed(
        'The review is for an officer who took no part in the decision to list.',
        'an officer of appropriate seniority who took no part in the decision to list',
        { rule },
      ),
    );
  if (review.hearingRequested && !review.hearingHeld)
    problems.push(
      problem.ineligible('The owner asked for an oral hearing, and it has not been held.', { rule }),
    );
  if (decision.statementOfReasons.trim() === '')
    problems.push(
      problem.invalidInput('The owner must be given the reasons for the decision.', {
        path: ['statementOfReasons'],
        rule: NOMINATION_RULES.review,
      }),
    );
  const own = reviewDecisionDueBy(review.requestedOn);
  const due = review.agreedUntil !== null && review.agreedUntil > own ? review.agreedUntil : own;
  return decide(problems, {
    state: decision.outcome,
    removesListing: decision.outcome === 'OVERTURNED',
    isLate: today > due,
  });
}

/** Whether the owner can take a request for a review back. */
export function withdrawReview(state: ListingReviewState): Decision<{ readonly state: ListingReviewState }> {
  const permitted = listingReviewLifecycle.permit('withdraw', state);
  return decide(permitted.ok ? [] : permitted.problems, { state: 'WITHDRAWN' });
}

/**
 * Whether an appeal can be recorded. Lateness is the tribunal's to judge, which may extend the time, so it is a fact
 * and no refusal.
 */
export function recordAppeal(
  review: { readonly state: ListingReviewState; readonly decisionSentOn: LocalDate },
  receivedByTribunalOn: LocalDate,
  today: LocalDate,
): Decision<{ readonly state: ListingReviewState; readonly isLate: boolean }> {
  const permitted = listingReviewLifecycle.permit('appeal', review.state, NOMINATION_RULES.appeal);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (receivedByTribunalOn > today || receivedByTribunalOn < review.decisionSentOn)
    problems.push(
      problem.invalidInput('An appeal comes after the decision was sent, and not in the future.', {
        path: ['receivedByTribunalOn'],
        rule: NOMINATION_RULES.appealTime,
      }),
    );
  return decide(problems, {
    state: 'APPEALED',
    isLate: receivedByTribunalOn > appealDueBy(review.decisionSentOn),
  });
}

/** Whether the tribunal's ruling can be recorded, and whether it takes the entry off the list. */
export function concludeAppeal(
  state: ListingReviewState,
  outcome: 'APPEAL_DISMISSED' | 'APPEAL_ALLOWED',
): Decision<{ readonly state: ListingReviewState; readonly removesListing: boolean }> {
  const permitted = listingReviewLifecycle.permit('concludeAppeal', state, NOMINATION_RULES.appeal);
  return decide(permitted.ok ? [] : permitted.problems, {
    state: outcome,
    removesListing: outcome === 'APPEAL_ALLOWED',
  });
}
