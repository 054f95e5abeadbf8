import { In } from 'typeorm';
import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { keepLedger } from '../access';
import { lockBudget } from '../community-budgets/locked-budget.command';
import { Allocation } from './allocation.entity';
import { LedgerJournalPostInput } from './book-inputs.types';
import { LEDGER_RULES } from './ledger.law';
import { post } from './post.command';
import { journalProblems } from './posting.rules';

/** Moves money between allocations and what is available, or recodes spending: for the treasurer. */
export const postJournal = defineCommand({
  name: 'ledgerJournalPost',
  input: LedgerJournalPostInput,
  async handle(tx, { budgetId, form, narrative, lines: said, postedOn }) {
    const locked = await lockBudget(tx, budgetId, keepLedger);
    if (!locked.ok) return locked;
    const { budget } = locked;
    const problems: Problem[] = [];
    if (narrative.trim() === '')
      problems.push(
        problem.invalidInput('Say why.', { path: ['narrative'], rule: LEDGER_RULES.accountingRecords }),
      );
    const ids = said.flatMap(({ allocationId }) => allocationId ?? []);
    const there = await tx.manager.findBy(Allocation, { id: In(ids), fundId: budgetId });
    for (const [index, { kind, allocationId }] of said.entries()) {
      const path = ['lines', String(index), 'allocationId'];
      const allocation = there.find(({ id }) => id === allocationId);
      if (kind === 'AVAILABLE' ? allocationId : !allocationId)
        problems.push(
          problem.invalidInput('What is available belongs to no allocation; everything else to one.', {
            path,
          }),
        );
      else if (kind !== 'AVAILABLE' && allocation?.form !== form)
        problems.push(problem.notFound('The budget has no such allocation in this form.', { path }));
    }
    const lines = said.map(({ kind, allocationId, amountPence }) => ({
      account: { kind, form, owner: allocationId ?? '' },
      amountPence,
    }));
    problems.push(...journalProblems(lines));
    if (problems.length > 0) return refuse(...problems);
    const posted = await post(tx, budget, {
      ...{
        kind: 'JOURNAL',
        postedOn: postedOn ?? tx.today,
        narrative,
        subjectId: '',
        lines,
        path: ['lines'],
      },
    });
    if (!posted.ok) return posted;
    return done({ council: budget.gssCode, subject: posted.postingId, changes: { budget: budgetId, form } });
  },
});
