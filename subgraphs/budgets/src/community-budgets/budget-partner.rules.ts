import type { Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { budgetPartnerLifecycle, type BudgetPartnerState } from './budget-partner.lifecycle';
import { blankProblems, settlementProblems, standingProblems } from './community-budget.rules';
import type { CommunityBudgetState } from './community-budget.lifecycle';
import { BUDGET_RULES } from './community-budgets.law';

/** Most bodies that one budget asks in all, those that declined or left with them: the lists of them stay short. */
const MOST_ASKED = 200;

/** A body that takes part, or is asked to. */
export interface PartnerParty {
  readonly organisationId: string | null;
  /** The name in its normal form. */
  readonly nameSort: string;
}

/**
 * Whether a body can be asked to take part: it has a name, and neither takes part nor is asked already.
 * @param there the bodies that take part or are asked
 * @param askedCount how many were asked in all
 */
export function invitePartner(
  budget: CommunityBudgetState,
  party: PartnerParty,
  there: readonly PartnerParty[],
  askedCount: number = there.length,
): Decision<{ readonly state: BudgetPartnerState }> {
  const rule = BUDGET_RULES.agreement;
  const problems: Problem[] = [
    ...standingProblems(budget, 'change'),
    ...blankProblems([[party.nameSort, 'Name the body.', 'name']], rule),
  ];
  const { organisationId, nameSort } = party;
  const isThere =
    organisationId !== null && there.some((one) => one.organisationId === organisationId)
      ? 'organisationId'
      : there.some((one) => one.nameSort === nameSort)
        ? 'name'
        : null;
  if (isThere !== null)
    problems.push(
      problem.ineligible('This body takes part, or is asked to, already.', { path: [isThere], rule }),
    );
  if (askedCount >= MOST_ASKED)
    problems.push(
      problem.limitExceeded(`A budget asks at most ${MOST_ASKED} bodies.`, MOST_ASKED, askedCount + 1, {
        path: ['budgetId'],
        rule,
      }),
    );
  return decide(problems, { state: budgetPartnerLifecycle.initial });
}

/** The plan that a body finds as it joins, where every partner has agreed to one. */
export interface PlanFound {
  readonly revision: number;
}

/**
 * Whether a body joins. Where a plan is agreed or live, joining is agreeing to it, so its wording has to have been read.
 * @param readRevision the wording that was read; null where none was
 */
export function joinBudget(
  state: BudgetPartnerState,
  budget: CommunityBudgetState,
  agreedBy: string,
  plan: PlanFound | null,
  readRevision: number | null,
): Decision<{ readonly state: BudgetPartnerState }> {
  const rule = BUDGET_RULES.agreement;
  const permitted = budgetPartnerLifecycle.permit('join', state, rule);
  const problems: Problem[] = [
    ...(permitted.ok ? [] : permitted.problems),
    ...standingProblems(budget),
    ...blankProblems([[agreedBy, 'Say who agrees for the partner.', 'agreedBy']], rule),
  ];
  const path = ['planRevision'];
  if (plan !== null && readRevision === null)
    problems.push(
      problem.invalidInput(
        'The partners have agreed to a plan, and joining is agreeing to it: read it, and say which revision.',
        { path, rule },
      ),
    );
  if (plan !== null && readRevision !== null && readRevision !== plan.revision)
    problems.push(
      problem.conflict('The plan was written anew since you read it. Read it again first.', plan.revision, {
        path,
        rule,
      }),
    );
  return decide(problems, { state: 'JOINED' as const });
}

/** Whether a body can say that it does not take part. */
export function declineInvitation(
  state: BudgetPartnerState,
): Decision<{ readonly state: BudgetPartnerState }> {
  const permitted = budgetPartnerLifecycle.permit('decline', state, BUDGET_RULES.agreement);
  return decide(permitted.ok ? [] : permitted.problems, { state: 'DECLINED' as const });
}

/** What a partner that leaves has in the budget. */
export interface LeavingStanding {
  readonly isLead: boolean;
  /** Whether the arrangements say that it keeps the accounts. */
  readonly keepsAccounts: boolean;
  /** Pledges of which something is still to come. */
  readonly openPledges: number;
  /** What it put in and is neither given back nor, form by form, spent (`unsettledOf`). */
  readonly unsettledPence: Pence;
}

/** What a partner put into the resources of one form, and what of those resources is left. */
export interface FormStanding {
  readonly contributedPence: Pence;
  readonly returnedPence: Pence;
  /** What of this form, whoever put it in, is neither spent nor given back. */
  readonly leftPence: Pence;
}

/** What a partner still has in a budget: what it put in and did not get back, as far as there is that much left. */
export const unsettledOf = (forms: readonly FormStanding[]): Pence =>
  forms.reduce(
    (sum, { contributedPence, returnedPence, leftPence }) =>
      sum + Math.min(contributedPence - returnedPence, leftPence),
    0,
  );

/** Whether a partner can leave: it does not lead, owes nothing, and it is said what becomes of what it put in. */
export function leaveBudget(
  state: BudgetPartnerState,
  budget: CommunityBudgetState,
  standing: LeavingStanding,
  said: { readonly statementOfReasons: string; readonly balanceStatement: string },
): Decision<{ readonly state: BudgetPartnerState }> {
  const rule = BUDGET_RULES.settlement;
  const permitted = budgetPartnerLifecycle.permit('leave', state, BUDGET_RULES.agreement);
  const problems: Problem[] = [
    ...(permitted.ok ? [] : permitted.problems),
    ...standingProblems(budget, 'change'),
    ...blankProblems([[said.statementOfReasons, 'Say why it leaves.', 'statementOfReasons']], rule),
  ];
  const refuse = (message: string) => problems.push(problem.ineligible(message, { path: ['id'], rule }));
  if (standing.isLead) refuse('The body that leads does not leave: close the budget.');
  if (standing.keepsAccounts) refuse('It keeps the accounts: arrange first who does from now on.');
  if (standing.openPledges > 0)
    refuse('Something that it pledged is still to come: receive it or take it back first.');
  problems.push(...settlementProblems(standing.unsettledPence, said.balanceStatement));
  return decide(problems, { state: 'LEFT' as const });
}
