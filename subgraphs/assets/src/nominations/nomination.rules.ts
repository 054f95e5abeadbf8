import { accept, decide, problem, refuse, type Decision, type Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { englandProblems, nominatorProblems, type GroupFacts } from '../groups/groups.rules';
import { lastDayWithin } from '../periods/periods.rules';
import { communityValue, type CommunityValueLimb, type Findings } from './community-value.rules';
import { listingDates, type ListingDates } from './listing.rules';
import { nominationLifecycle, type NominationState } from './nomination.lifecycle';
import { NOMINATION_RULES, nominationsLaw } from './nominations.law';

/** What a nomination says (SI 2012/2421 reg. 6). */
export interface NominationFacts {
  /** GSS code of the council in whose area the land lies. */
  readonly council: string;
  readonly nominator: GroupFacts;
  /** The day on which the council received it. */
  readonly receivedOn: LocalDate;
  /** The land, with its proposed boundaries. */
  readonly landDescription: string;
  /** Why the council should conclude that the land is of community value. */
  readonly statementOfReasons: string;
}

/**
 * Whether a community nomination can be received, and by when it must be decided.
 * What the nominator knows of owners and occupiers is asked for by reg. 6 as well; it may know nothing of them, so
 * that is no reason to refuse.
 */
export function receiveNomination(
  nomination: NominationFacts,
  today: LocalDate,
): Decision<{ readonly state: NominationState; readonly decisionDueBy: LocalDate }> {
  const problems: Problem[] = [...englandProblems(nomination.council, ['asset'])];
  if (nomination.receivedOn > today)
    problems.push(problem.invalidInput('The day of receipt lies in the future.', { path: ['receivedOn'] }));
  else if (nominationsLaw.on(nomination.receivedOn) === null)
    problems.push(
      problem.invalidInput('There were no community nominations before 21 September 2012.', {
        path: ['receivedOn'],
        rule: NOMINATION_RULES.communityNomination,
      }),
    );
  else problems.push(...nominatorProblems(nomination.nominator, nomination.receivedOn, ['nominator']));
  for (const field of ['landDescription', 'statementOfReasons'] as const)
    if (nomination[field].trim() === '')
      problems.push(
        problem.invalidInput(
          field === 'landDescription'
            ? 'Describe the land with its proposed boundaries.'
            : 'Say why the council should conclude that the land is of community value.',
          { path: [field], rule: NOMINATION_RULES.contents },
        ),
      );
  if (problems.length > 0) return refuse(...problems);
  return accept({
    state: nominationLifecycle.initial,
    decisionDueBy: decisionDueBy(nomination.receivedOn),
  });
}

/**
 * The last day for the decision: within eight weeks of receiving the nomination (SI 2012/2421 reg. 7). The day of
 * receipt does not count, since the weeks run from an event: received on a Monday, due by the Monday of the eighth
 * week after it.
 */
export function decisionDueBy(receivedOn: LocalDate): LocalDate {
  return lastDayWithin(receivedOn, nominationsLaw.require(receivedOn).value.decideWithin);
}

/** What an officer decides. */
export interface NominationDecision {
  readonly outcome: 'ACCEPTED' | 'UNSUCCESSFUL';
  readonly findings: Findings;
  /** Goes to the nominator and onto the public list; needed when unsuccessful. */
  readonly statementOfReasons: string;
}

/** What follows from a decided nomination. */
export interface DecidedNomination {
  readonly state: NominationState;
  /** Which half of the test was met; null when unsuccessful. */
  readonly limb: CommunityValueLimb | null;
  /** First and last day on the list; null when unsuccessful. */
  readonly listing: ListingDates | null;
  /** True when the decision came after its last day. It is valid all the same: the duty to decide does not lapse. */
  readonly isLate: boolean;
}

/**
 * Whether a nomination can be decided so. There is no discretion: land in the area and of community value must be
 * listed, other land cannot be (Localism Act 2011 s. 90(3)); a decision against the findings is refused.
 */
export function decideNomination(
  nomination: { readonly state: NominationState; readonly receivedOn: LocalDate },
  decision: NominationDecision,
  today: LocalDate,
): Decision<DecidedNomination> {
  const problems: Problem[] = [];
  const permitted = nominationLifecycle.permit('decide', nomination.state);
  if (!permitted.ok) problems.push(...permitted.problems);
  const value = communityValue(decision.findings, today);
  if (decision.outcome === 'ACCEPTED' && !value.ok) problems.push(...value.problems);
  if (decision.outcome === 'UNSUCCESSFUL' && value.ok)
    problems.push(
      problem.invalidInput(
        'By these findings the land is of community value, and then the council must list it.',
        { path: ['outcome'], rule: NOMINATION_RULES.duty },
      ),
    );
  if (decision.outcome === 'UNSUCCESSFUL' && decision.statementOfReasons.trim() === '')
    problems.push(
      problem.invalidInput('The nominator must be given written reasons.', {
        path: ['statementOfReasons'],
        rule: NOMINATION_RULES.writtenReasons,
      }),
    );
  const accepted = decision.outcome === 'ACCEPTED';
  return decide(problems, {
    state: decision.outcome,
    limb: accepted && value.ok ? value.limb : null,
    listing: accepted ? listingDates(today) : null,
    isLate: today > decisionDueBy(nomination.receivedOn),
  });
}

/** Whether a nomination can be returned as none that the law knows. It goes on no public list. */
export function returnNomination(
  state: NominationState,
  statementOfReasons: string,
): Decision<{ readonly state: NominationState }> {
  const permitted = nominationLifecycle.permit('return', state);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (statementOfReasons.trim() === '')
    problems.push(
      problem.invalidInput('Say why this is no community nomination.', {
        path: ['statementOfReasons'],
        rule: NOMINATION_RULES.communityNomination,
      }),
    );
  return decide(problems, { state: 'RETURNED' });
}

/** Whether the nominator can take a nomination back. */
export function withdrawNomination(state: NominationState): Decision<{ readonly state: NominationState }> {
  const permitted = nominationLifecycle.permit('withdraw', state);
  return decide(permitted.ok ? [] : permitted.problems, { state: 'WITHDRAWN' });
}

/** True when a nomination waits for its decision beyond the last day. */
export function isOverdue(
  nomination: { readonly state: NominationState; readonly receivedOn: LocalDate },
  today: LocalDate,
): boolean {
  return nomination.state === 'RECEIVED' && today > decisionDueBy(nomination.receivedOn);
}

/** True for a nomination that belongs on the public list of unsuccessful ones (Localism Act 2011 s. 93). */
export function isOnUnsuccessfulList(state: NominationState): boolean {
  return state === 'UNSUCCESSFUL';
}
