import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { keepLedger } from '../access';
import { lockWithBudget } from '../community-budgets/locked.queries';
import { Allocation } from './allocation.entity';
import { AllocationUseInput } from './ledger-inputs.types';
import { LEDGER_RULES } from './ledger.law';
import { post } from './post.command';
import { amountProblems, owned, transfer } from './posting.rules';

/** Records that aligned money or a gift in kind was used for what it was allocated to: for the treasurer. */
export const useAllocation = defineCommand({
  name: 'allocationUse',
  input: AllocationUseInput,
  async handle(tx, { id, amountPence, narrative, postedOn }) {
    const locked = await lockWithBudget(tx, Allocation, id);
    if (!locked) return refuse(problem.notFound('There is no such allocation.', { path: ['id'] }));
    const { budget, row: allocation } = locked;
    const denied = tx.demand(keepLedger, budget);
    if (denied.length > 0) return refuse(...denied);
    const { form } = allocation;
    const problems: Problem[] = amountProblems(amountPence);
    if (form === 'CASH')
      problems.push(
        problem.ineligible('Cash of the pool is spent by a commitment that the panel approves.', {
          path: ['id'],
          rule: LEDGER_RULES.approval,
        }),
      );
    if (narrative.trim() === '')
      problems.push(problem.invalidInput('Say what it was used for.', { path: ['narrative'] }));
    if (problems.length > 0) return refuse(...problems);
    const posted = await post(tx, budget, {
      ...{ kind: 'USE', postedOn: postedOn ?? tx.today, narrative, subjectId: id },
      lines: transfer(owned('ALLOCATED', form, id), owned('SPENT', form, id), amountPence),
    });
    if (!posted.ok) return posted;
    const changes = { posting: posted.postingId, form, amountPence };
    return done({ council: budget.gssCode, subject: id, changes });
  },
});
