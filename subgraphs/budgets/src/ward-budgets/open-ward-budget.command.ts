import { defineCommand, done } from '@coop/shared/commands';
import { isGssCode, isWardCode } from '@coop/shared/nouns';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { keepLedger } from '../access';
import { accountProblems, isSameAccount, nameProblems } from '../ledger/party.rules';
import { post } from '../ledger/post.command';
import { amountProblems, available, owned, transfer } from '../ledger/posting.rules';
import { financialYear } from './ward-award.rules';
import { WardBudget } from './ward-budget.entity';
import { WARD_RULES } from './ward-budgets.law';
import { WardBudgetOpenInput } from './ward-inputs.types';

/** Gives a ward councillor a budget for a financial year, the whole limit at once: for the treasurer. */
export const openWardBudget = defineCommand({
  name: 'wardBudgetOpen',
  input: WardBudgetOpenInput,
  async handle(tx, { council: gssCode, ward, councillorName, beginsIn, limitPence, ...input }) {
    const councillorAccount = input.councillorAccount.trim();
    const problems: Problem[] = [];
    for (const [path, code] of Object.entries({ council: gssCode, ward }))
      if (!isGssCode(code)) problems.push(problem.invalidInput('It has to be a GSS code.', { path: [path] }));
    if (isGssCode(ward) && !isWardCode(ward))
      problems.push(
        problem.invalidInput('It has to be the code of a ward, such as E05013941.', { path: ['ward'] }),
      );
    if (problems.length > 0) return refuse(...problems);
    const denied = tx.demand(keepLedger, { gssCode });
    if (denied.length > 0) return refuse(...denied);
    problems.push(...amountProblems(limitPence, ['limitPence']));
    for (const [path, text] of Object.entries({ councillorName, councillorAccount }))
      if (text.trim() === '')
        problems.push(
          problem.invalidInput('Say whose it is.', { path: [path], rule: WARD_RULES.wardFunctions }),
        );
    problems.push(
      ...nameProblems(councillorName, ['councillorName']),
      ...accountProblems(councillorAccount, ['councillorAccount']),
    );
    const { from: fromOn, until: untilOn } = financialYear(beginsIn);
    const ofTheYear = await tx.manager.findBy(WardBudget, { gssCode, fromOn });
    if (ofTheYear.some((other) => isSameAccount(other.councillorAccount, councillorAccount)))
      problems.push(
        problem.ineligible('The councillor has a budget for that year.', {
          path: ['councillorAccount'],
          rule: WARD_RULES.limit,
        }),
      );
    if (problems.length > 0) return refuse(...problems);
    const budget = await tx.insert(WardBudget, {
      ...{ id: tx.newId('wardbudget'), gssCode, wardGssCode: ward, councillorName, councillorAccount },
      ...{ fromOn, untilOn, limitPence, illustrative: false },
    });
    const posted = await post(tx, budget, {
      ...{ kind: 'CONTRIBUTION', postedOn: tx.today, narrative: "The year's limit", subjectId: budget.id },
      ...{ lines: transfer(owned('CONTRIBUTED', 'CASH', ''), available('CASH'), limitPence) },
    });
    if (!posted.ok) return posted;
    return done({ council: gssCode, subject: budget.id, changes: { ward, fromOn, limitPence } });
  },
});
