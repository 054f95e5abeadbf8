import { formatPence, type Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { startOfLondonDay, type LocalDate } from '@coop/shared/time';
import { communityBudgetLifecycle, type CommunityBudgetState } from './community-budget.lifecycle';
import { BUDGET_RULES, type CommunityBudgetKind } from './community-budgets.law';

/** Says what lacks where text has to say something. */
export const blankProblems = (
  texts: readonly (readonly [text: string, message: string, ...path: string[]])[],
  rule: (typeof BUDGET_RULES)[keyof typeof BUDGET_RULES],
): Problem[] =>
  texts.flatMap(([text, message, ...path]) =>
    text.trim() === '' ? [problem.invalidInput(message, { path, rule })] : [],
  );

/** Whether a budget still takes something new: a pledge, a plan, an allocation, a request for spending, a partner. */
export function standingProblems(
  state: CommunityBudgetState,
  action: 'change' | 'use' = 'use',
): readonly Problem[] {
  const permitted = communityBudgetLifecycle.permit(action, state, BUDGET_RULES.standing);
  return permitted.ok ? [] : permitted.problems;
}

/** A community budget that is to be opened. */
export interface Opening {
  readonly kind: CommunityBudgetKind;
  readonly name: string;
  readonly description: string;
  readonly openedOn: LocalDate;
  /** Code of the council that keeps it, and of the others in whose areas it is. */
  readonly council: string;
  readonly otherCouncils: readonly string[];
  readonly neighbourhoodId: string | null;
  readonly leadName: string;
  /** Who agreed for the lead. */
  readonly leadAgreedBy: string;
}

/** Whether a budget can be opened: it says for where, for what, and who leads with whose agreement. */
export function openBudget(
  said: Opening,
  today: LocalDate,
): Decision<{ readonly state: CommunityBudgetState }> {
  const rule = BUDGET_RULES.opening;
  const problems = blankProblems(
    [
      [said.name, 'A community budget has a name.', 'name'],
      [said.description, 'Say what it is for.', 'description'],
      [said.leadName, 'Name the body that leads.', 'lead', 'name'],
    ],
    rule,
  );
  problems.push(
    ...blankProblems(
      [[said.leadAgreedBy, 'Say who agreed for the body that leads.', 'lead', 'agreedBy']],
      BUDGET_RULES.agreement,
    ),
  );
  const refuse = (message: string, ...path: string[]) =>
    problems.push(problem.invalidInput(message, { path, rule }));
  if (said.kind === 'NEIGHBOURHOOD' && said.neighbourhoodId === null)
    refuse('Say for which neighbourhood.', 'neighbourhoodId');
  if (said.kind === 'WHOLE_PLACE' && said.neighbourhoodId !== null)
    refuse('A whole place is no neighbourhood: leave it out.', 'neighbourhoodId');
  said.otherCouncils.forEach((code, index) => {
    if (code === said.council || said.otherCouncils.indexOf(code) < index)
      refuse('Each council is named once.', 'otherCouncils', String(index));
  });
  if (said.openedOn > today)
    problems.push(
      problem.tooEarly('It is put on record when it has been opened.', startOfLondonDay(said.openedOn), {
        path: ['openedOn'],
        rule,
      }),
    );
  return decide(problems, { state: communityBudgetLifecycle.initial });
}

/** Whether a budget can be called something else, or said to be about something else. */
export function describeBudget(state: CommunityBudgetState, name: string, description: string): Decision {
  const problems = [
    ...standingProblems(state, 'change'),
    ...blankProblems(
      [
        [name, 'A community budget has a name.', 'name'],
        [description, 'Say what it is for.', 'description'],
      ],
      BUDGET_RULES.opening,
    ),
  ];
  return decide(problems, {});
}

/** What is still open in a budget that is to be closed. */
export interface ClosingStanding {
  /** What was put in and is neither spent nor given back, in all forms. */
  readonly unsettledPence: Pence;
  /** What of that is approved for a payee and not paid. */
  readonly committedPence: Pence;
  /** Pledges of which something is still to come, and requests that wait for the panel. */
  readonly openPledges: number;
  readonly openRequests: number;
  /** Plans that are not closed, and votes that are not decided or not delivered. */
  readonly openPlans: number;
  readonly openVotes: number;
}

/** Whether it is recorded what becomes of something that is left; nothing need be said where nothing is. */
export function settlementProblems(unsettledPence: Pence, balanceStatement: string): Problem[] {
  return unsettledPence > 0 && balanceStatement.trim() === ''
    ? [
        problem.invalidInput(
          `${formatPence(unsettledPence)} is left: give it back or use it first, or say what becomes of it.`,
          { path: ['balanceStatement'], rule: BUDGET_RULES.settlement },
        ),
      ]
    : [];
}

/** Whether a budget can be closed: nothing is open, and nothing is left of which it is not said what becomes. */
export function closeBudget(
  state: CommunityBudgetState,
  standing: ClosingStanding,
  said: { readonly statementOfReasons: string; readonly balanceStatement: string },
): Decision<{ readonly state: CommunityBudgetState }> {
  const rule = BUDGET_RULES.settlement;
  const permitted = communityBudgetLifecycle.permit('close', state, BUDGET_RULES.standing);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  const { committedPence, openPledges, openRequests, openPlans, openVotes, unsettledPence } = standing;
  const open: readonly (readonly [isOpen: boolean, message: string])[] = [
    [committedPence > 0, `${formatPence(committedPence)} is committed to payees: pay or release it first.`],
    [openRequests > 0, 'Requests for spending wait for the panel: decide on them or take them back first.'],
    [openPledges > 0, 'Something that was pledged is still to come: receive it or take it back first.'],
    [openPlans > 0, 'It has a plan that is not closed: close it first.'],
    [openVotes > 0, 'A vote on it is under way, or not delivered: end it first.'],
  ];
  for (const [isOpen, message] of open)
    if (isOpen) problems.push(problem.ineligible(message, { path: ['id'], rule }));
  problems.push(
    ...settlementProblems(unsettledPence, said.balanceStatement),
    ...blankProblems([[said.statementOfReasons, 'Say why it is closed.', 'statementOfReasons']], rule),
  );
  return decide(problems, { state: 'CLOSED' as const });
}
