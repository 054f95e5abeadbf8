import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import type { CommunityBudgetState } from './community-budget.lifecycle';
import { blankProblems, standingProblems } from './community-budget.rules';
import { BUDGET_RULES, type AccountabilityDuty } from './community-budgets.law';

/** Who answers for what, as it is asked for. */
export interface DutyEntry {
  readonly duty: AccountabilityDuty;
  readonly name: string;
  readonly statement: string;
  readonly partnerId: string | null;
}

/**
 * Whether accountability can be arranged so: somebody decides, and one partner keeps the accounts.
 * @param partners ids of those that take part
 */
export function arrangeAccountability(
  state: CommunityBudgetState,
  duties: readonly DutyEntry[],
  partners: ReadonlySet<string>,
): Decision {
  const rule = BUDGET_RULES.accountability;
  const problems: Problem[] = [...standingProblems(state, 'change')];
  duties.forEach(({ name, statement, partnerId }, index) => {
    const path = ['duties', String(index)];
    problems.push(
      ...blankProblems(
        [
          [name, 'Say who it is.', ...path, 'name'],
          [statement, 'Say how, to whom and how often.', ...path, 'statement'],
        ],
        rule,
      ),
    );
    if (partnerId !== null && !partners.has(partnerId))
      problems.push(
        problem.notFound('No such partner takes part in the budget.', { path: [...path, 'partnerId'], rule }),
      );
  });
  const refuse = (message: string) =>
    problems.push(problem.invalidInput(message, { path: ['duties'], rule }));
  if (!duties.some(({ duty }) => duty === 'DECIDES')) refuse('Say who decides what the money is spent on.');
  const keepers = duties.filter(({ duty }) => duty === 'KEEPS_ACCOUNTS');
  if (keepers.length !== 1) refuse('One body, and one alone, keeps the accounts and answers for them.');
  if (keepers.some(({ partnerId }) => partnerId === null))
    refuse('Whoever keeps the accounts is one of the partners: name it.');
  return decide(problems, {});
}
