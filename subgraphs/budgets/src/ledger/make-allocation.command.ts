import { defineCommand, done, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { keepLedger } from '../access';
import { lockBudget } from '../community-budgets/locked-budget.command';
import { CommunityBudgetPriority } from '../community-budgets/community-budget-parts.entity';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { standingProblems } from '../community-budgets/community-budget.rules';
import { PlanService } from '../plans/plan.entity';
import { Allocation } from './allocation.entity';
import { AllocationMakeInput } from './ledger-inputs.types';
import { LEDGER_RULES } from './ledger.law';
import { post } from './post.command';
import { amountProblems, available, owned, transfer } from './posting.rules';

/** What the input names that is not there, or not of this budget. */
async function missing(tx: Tx, budget: CommunityBudget, input: AllocationMakeInput): Promise<Problem[]> {
  const problems: Problem[] = [];
  const { priorityId, serviceId } = input;
  if (
    priorityId &&
    !(await tx.manager.existsBy(CommunityBudgetPriority, { id: priorityId, budgetId: budget.id }))
  )
    problems.push(problem.notFound('The budget has no such priority.', { path: ['priorityId'] }));
  if (serviceId && !(await tx.manager.existsBy(PlanService, { id: serviceId, budgetId: budget.id })))
    problems.push(problem.notFound('No plan of the budget has such a service.', { path: ['serviceId'] }));
  return problems;
}

async function found(
  tx: Tx,
  budget: CommunityBudget,
  input: AllocationMakeInput,
): Promise<Allocation | Problem> {
  const { allocationId, form } = input;
  if (!allocationId) {
    const row = { id: tx.newId('allocation'), gssCode: budget.gssCode, fundId: budget.id, form };
    return tx.manager.create(Allocation, {
      ...row,
      ...{ purpose: input.purpose, priorityId: input.priorityId ?? null, serviceId: input.serviceId ?? null },
      ...{ allocatedOn: input.postedOn ?? tx.today, illustrative: false },
    });
  }
  const row = await tx.manager.findOneBy(Allocation, { id: allocationId, fundId: budget.id });
  if (!row) return problem.notFound('The budget has no such allocation.', { path: ['allocationId'] });
  return row.form === form
    ? row
    : problem.invalidInput('The allocation is in another form.', {
        path: ['form'],
        rule: LEDGER_RULES.doubleEntry,
      });
}

/** Sets something aside for a priority or service, or adds to it: for the treasurer. */
export const makeAllocation = defineCommand({
  name: 'allocationMake',
  input: AllocationMakeInput,
  async handle(tx, input) {
    const locked = await lockBudget(tx, input.budgetId, keepLedger);
    if (!locked.ok) return locked;
    const { budget } = locked;
    const { amountPence, form, purpose } = input;
    const problems: Problem[] = [
      ...standingProblems(budget.state),
      ...amountProblems(amountPence),
      ...(await missing(tx, budget, input)),
    ];
    if (purpose.trim() === '')
      problems.push(problem.invalidInput('Say what it is for.', { path: ['purpose'] }));
    const allocation = await found(tx, budget, input);
    if (!(allocation instanceof Allocation)) return refuse(...problems, allocation);
    if (problems.length > 0) return refuse(...problems);
    if (!input.allocationId) await tx.insert(Allocation, allocation);
    const posted = await post(tx, budget, {
      ...{ kind: 'ALLOCATION', postedOn: input.postedOn ?? tx.today, narrative: purpose },
      subjectId: allocation.id,
      lines: transfer(available(form), owned('ALLOCATED', form, allocation.id), amountPence),
    });
    if (!posted.ok) return posted;
    const changes = { budget: budget.id, posting: posted.postingId, form, amountPence };
    return done({ council: budget.gssCode, subject: allocation.id, changes });
  },
});
