import { formatPence, type Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { addYears, type LocalDate } from '@coop/shared/time';
import { isSameName, nameProblems } from '../ledger/party.rules';
import { amountProblems } from '../ledger/posting.rules';
import { wardAwardLifecycle, type WardAwardState } from './ward-award.lifecycle';
import { WARD_RULES } from './ward-budgets.law';

/** First and last day of the financial year that begins in a calendar year. */
export function financialYear(beginsIn: number): { readonly from: LocalDate; readonly until: LocalDate } {
  const from = `${String(beginsIn).padStart(4, '0')}-04-01`;
  return { from, until: `${addYears(from, 1).slice(0, 4)}-03-31` };
}

/** A councillor who proposes, as far as is known. */
export interface Councillor {
  /** The name that the budget has, and the name that the token has. */
  readonly names: readonly string[];
  /** The organisation of the token; null where it names none. */
  readonly organisationId: string | null;
}

/** An interest in the payee: one that is declared, and else what the facts say: the payee is the councillor. */
function interestProblems(
  said: {
    readonly payeeName: string;
    readonly payeeOrganisationId: string | null;
    readonly hasInterest: boolean;
  },
  { names, organisationId }: Councillor,
): Problem[] {
  const path = said.hasInterest
    ? 'hasInterest'
    : organisationId !== null && said.payeeOrganisationId === organisationId
      ? 'payeeOrganisationId'
      : names.some((name) => isSameName(name, said.payeeName))
        ? 'payeeName'
        : null;
  const message = 'A councillor with an interest in the payee takes no part in paying it.';
  return path === null ? [] : [problem.ineligible(message, { path: [path], rule: WARD_RULES.interests })];
}

/** Whether a councillor can propose an award: in the year, of something, to somebody without an interest undeclared. */
export function proposeAward(
  said: {
    readonly amountPence: Pence;
    readonly purpose: string;
    readonly payeeName: string;
    readonly hasInterest: boolean;
    readonly payeeOrganisationId: string | null;
  },
  councillor: Councillor,
  budget: { readonly fromOn: LocalDate; readonly untilOn: LocalDate; readonly limitPence: Pence },
  today: LocalDate,
): Decision<{ readonly state: WardAwardState }> {
  const problems: Problem[] = amountProblems(said.amountPence);
  if (problems.length === 0 && said.amountPence > budget.limitPence)
    problems.push(
      problem.limitExceeded(
        `The year's limit is ${formatPence(budget.limitPence)}.`,
        budget.limitPence,
        said.amountPence,
        { path: ['amountPence'], rule: WARD_RULES.limit },
      ),
    );
  if (said.purpose.trim() === '')
    problems.push(
      problem.invalidInput('Say what it is for.', { path: ['purpose'], rule: WARD_RULES.wardFunctions }),
    );
  if (said.payeeName.trim() === '')
    problems.push(
      problem.invalidInput('Name the payee.', { path: ['payeeName'], rule: WARD_RULES.wardFunctions }),
    );
  problems.push(...interestProblems(said, councillor), ...nameProblems(said.payeeName, ['payeeName']));
  if (today < budget.fromOn || today > budget.untilOn)
    problems.push(
      problem.ineligible('The budget is for another financial year.', {
        path: ['wardBudgetId'],
        rule: WARD_RULES.limit,
      }),
    );
  return decide(problems, { state: wardAwardLifecycle.initial });
}

/** Whether an officer can say yes or no: it waits for it, the officer is not the payee, and a no has its reasons. */
export function checkAward(
  action: 'approve' | 'refuse',
  state: WardAwardState,
  standing: {
    readonly isPayee: boolean;
    readonly isProposer: boolean;
    readonly statementOfReasons: string | null;
  },
): Decision<{ readonly state: WardAwardState }> {
  const permitted = wardAwardLifecycle.permit(action, state, WARD_RULES.wardFunctions);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (standing.isPayee || standing.isProposer)
    problems.push(
      problem.ineligible('Nobody approves an award to themselves or of their own.', {
        rule: WARD_RULES.separation,
      }),
    );
  if (action === 'refuse' && (standing.statementOfReasons ?? '').trim() === '')
    problems.push(
      problem.invalidInput('Say why it is refused.', {
        path: ['statementOfReasons'],
        rule: WARD_RULES.wardFunctions,
      }),
    );
  return decide(problems, { state: action === 'approve' ? 'APPROVED' : 'REFUSED' });
}
