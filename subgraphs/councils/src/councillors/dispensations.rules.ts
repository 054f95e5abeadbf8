import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { addDays, addYears, daysBetween, type LocalDate } from '@coop/shared/time';
import { INTEREST_LAW, type DispensationGround, type DispensedRestriction } from '../decisions/interests.law';
import type { DispensationState } from './dispensation.lifecycle';

/** A dispensation on record. */
export interface Dispensation {
  readonly id: string;
  readonly council: string;
  readonly councillor: string;
  /** The case in which it holds, in words: `the budget and council tax`. */
  readonly matter: string;
  readonly restrictions: readonly DispensedRestriction[];
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** The day on which it was taken back; null while it was not. */
  readonly withdrawnOn: LocalDate | null;
}

/** What an officer enters to grant one. */
export interface DispensationRequest {
  readonly requestedInWriting: boolean;
  readonly matter: string;
  readonly ground: DispensationGround;
  readonly restrictions: readonly DispensedRestriction[];
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/**
 * Whether a dispensation may be granted: asked for in writing, on a statutory ground, for a stated case and
 * period of at most four years (Localism Act 2011 s. 33).
 */
export function checkDispensation(request: DispensationRequest, hasExecutive: boolean): Decision {
  const law = INTEREST_LAW.on(request.from)?.value;
  if (!law)
    return decide(
      [
        problem.invalidInput(`Dispensations of this kind begin on ${INTEREST_LAW.rows[0]!.from}.`, {
          path: ['from'],
        }),
      ],
      {},
    );
  const rule = law.dispensation;
  const problems: Problem[] = [];
  if (!request.requestedInWriting)
    problems.push(
      problem.ineligible('The councillor must ask for it in writing.', {
        path: ['requestedInWriting'],
        rule,
      }),
    );
  if (request.matter.trim() === '')
    problems.push(problem.invalidInput('Say in which cases it holds.', { path: ['matter'], rule }));
  if (request.restrictions.length === 0)
    problems.push(
      problem.invalidInput('Say what it lifts: discussion, vote or both.', { path: ['restrictions'], rule }),
    );
  if (request.ground === 'WHOLE_EXECUTIVE' && !hasExecutive)
    problems.push(problem.ineligible('The council has no executive.', { path: ['ground'], rule }));
  const last = addDays(addYears(request.from, law.longestDispensationYears), -1);
  if (request.until < request.from)
    problems.push(problem.invalidInput('It cannot end before it begins.', { path: ['until'] }));
  else if (request.until > last)
    problems.push(
      problem.limitExceeded(
        `It may last ${law.longestDispensationYears} years at most, to ${last}; figures are in days.`,
        daysBetween(request.from, last) + 1,
        daysBetween(request.from, request.until) + 1,
        { path: ['until'], rule },
      ),
    );
  return decide(problems, {});
}

/** The state of a dispensation on a day; one that has not begun is granted all the same. */
export function dispensationStateOn(dispensation: Dispensation, day: LocalDate): DispensationState {
  if (dispensation.withdrawnOn !== null && dispensation.withdrawnOn <= day) return 'WITHDRAWN';
  return dispensation.until < day ? 'EXPIRED' : 'GRANTED';
}

/** True when it lifts the restriction for the councillor in that council on that day. */
export function dispenses(
  dispensation: Dispensation,
  council: string,
  councillor: string,
  restriction: DispensedRestriction,
  day: LocalDate,
): boolean {
  return (
    dispensation.council === council &&
    dispensation.councillor === councillor &&
    dispensation.restrictions.includes(restriction) &&
    dispensation.from <= day &&
    dispensationStateOn(dispensation, day) === 'GRANTED'
  );
}

/** The last day on which an interest that arose on a day is to be notified (Localism Act 2011 s. 30(1)); null before the law. */
export function notifyInterestBy(day: LocalDate): LocalDate | null {
  const law = INTEREST_LAW.on(day)?.value;
  // The period begins with the day itself.
  return law ? addDays(day, law.notificationDays - 1) : null;
}
