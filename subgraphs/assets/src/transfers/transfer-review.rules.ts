import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { addYears, formatDay, startOfLondonDay, type LocalDate } from '@coop/shared/time';
import { transferLifecycle, type TransferState } from './transfer.lifecycle';
import { TRANSFER_RULES } from './transfers.law';

/** Every so many years the review is a full one: of purpose, condition, finances and terms. */
const FULL_REVIEW_EVERY = 5;

/**
 * The last day for the review of a year: the anniversary of completion, counted from completion itself each time,
 * so that a transfer of 29 February comes back to that day in leap years.
 * @param year 1 for the first review
 */
export function reviewDueBy(completedOn: LocalDate, year: number): LocalDate {
  return addYears(completedOn, year);
}

/** A yearly review, or the full one of every fifth year. */
export const REVIEW_KINDS = {
  YEARLY: 'The yearly one: whether the asset is used as agreed.',
  FIVE_YEARLY: 'The full one of every fifth year: purpose, condition, finances and terms.',
} as const;

/** A yearly review, or the full one of every fifth year. */
export type TransferReviewKind = keyof typeof REVIEW_KINDS;

/** The kind of review that belongs to a year. */
export function reviewKind(year: number): TransferReviewKind {
  return year % FULL_REVIEW_EVERY === 0 ? 'FIVE_YEARLY' : 'YEARLY';
}

/** The next review that is due, given the years reviewed so far, in order or not. */
export function nextReview(
  completedOn: LocalDate,
  reviewedYears: readonly number[],
  today: LocalDate,
): {
  readonly year: number;
  readonly kind: TransferReviewKind;
  readonly dueBy: LocalDate;
  readonly isOverdue: boolean;
} {
  let year = 1;
  while (reviewedYears.includes(year)) year += 1;
  const dueBy = reviewDueBy(completedOn, year);
  return { year, kind: reviewKind(year), dueBy, isOverdue: today > dueBy };
}

/** Whether a review can be recorded for a year: not before that year has begun, once, and with its findings. */
export function recordReview(
  transfer: {
    readonly state: TransferState;
    readonly completedOn: LocalDate;
    readonly reviewedYears: readonly number[];
  },
  review: { readonly year: number; readonly findings: string },
  today: LocalDate,
): Decision<{ readonly state: TransferState; readonly kind: TransferReviewKind; readonly isLate: boolean }> {
  const rule = TRANSFER_RULES.policy;
  const permitted = transferLifecycle.permit('review', transfer.state, rule);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  const isYear = Number.isInteger(review.year) && review.year >= 1 && review.year <= 999;
  if (!isYear) problems.push(problem.invalidInput('Years are counted from 1.', { path: ['year'], rule }));
  else {
    const begins = reviewDueBy(transfer.completedOn, review.year - 1);
    if (today < begins)
      problems.push(
        problem.tooEarly(
          `Year ${review.year} of this transfer begins on ${formatDay(begins)}.`,
          startOfLondonDay(begins),
          { path: ['year'], rule },
        ),
      );
    if (transfer.reviewedYears.includes(review.year))
      problems.push(problem.ineligible(`Year ${review.year} has had its review.`, { path: ['year'], rule }));
  }
  if (review.findings.trim() === '')
    problems.push(problem.invalidInput('Write down what the review found.', { path: ['findings'], rule }));
  return decide(problems, {
    state: 'COMPLETED',
    kind: reviewKind(review.year),
    isLate: isYear && today > reviewDueBy(transfer.completedOn, review.year),
  });
}
