import { defineCommand, done, versionProblems, type Command } from '@coop/shared/commands';
import { textSort } from '@coop/shared/persistence';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { ownRequest, personKey, requesterKey, requestSpending } from '../access';
import { standingProblems } from '../community-budgets/community-budget.rules';
import { unknownProblems } from '../community-budgets/directory.rules';
import type { Directory } from '../community-budgets/directory.queries';
import { lockWithBudget, partnersOfLocked } from '../community-budgets/locked.queries';
import { Allocation } from './allocation.entity';
import { BudgetCommitment } from './commitment.entity';
import { commitmentLifecycle } from './commitment.lifecycle';
import { requestCommitment as mayRequest } from './commitment.rules';
import { BudgetCommitmentRequestInput, BudgetCommitmentWithdrawInput } from './ledger-inputs.types';
import { LEDGER_RULES } from './ledger.law';
import { accountProblems, nameProblems } from './party.rules';

/**
 * Asks the panel for spending out of an allocation: for the treasurer, or somebody who acts for a partner.
 * @param directory what the directory says of the payee (`lookUp`)
 */
export const requestCommitment = (directory: Directory): Command<BudgetCommitmentRequestInput> =>
  defineCommand({
    name: 'budgetCommitmentRequest',
    input: BudgetCommitmentRequestInput,
    async handle(tx, { allocationId, amountPence, purpose, payee }) {
      const locked = await lockWithBudget(tx, Allocation, allocationId);
      if (!locked)
        return refuse(problem.notFound('There is no such allocation.', { path: ['allocationId'] }));
      const { budget, row: allocation } = locked;
      const partners = await partnersOfLocked(tx, budget.id);
      const partnerOrganisationIds = partners.map(({ organisationId }) => organisationId);
      const denied = tx.demand(requestSpending, { gssCode: budget.gssCode, partnerOrganisationIds });
      if (denied.length > 0) return refuse(...denied);
      const { form } = allocation;
      const decision = mayRequest({ form, amountPence, purpose, payeeName: payee.name });
      const payeeAccount = payee.account?.trim() ?? '';
      const problems = [
        ...standingProblems(budget.state),
        ...nameProblems(payee.name, ['payee', 'name']),
        ...accountProblems(payeeAccount, ['payee', 'account']),
        ...unknownProblems(directory, 'Organisation', payee.organisationId, ['payee', 'organisationId']),
      ];
      if (!decision.ok) return refuse(...problems, ...decision.problems);
      if (problems.length > 0) return refuse(...problems);
      const commitment = await tx.insert(BudgetCommitment, {
        ...{
          id: tx.newId('budgetcommitment'),
          gssCode: budget.gssCode,
          fundId: budget.id,
          allocationId,
          purpose,
        },
        ...{ state: decision.state, payeeName: payee.name, payeeNameSort: textSort(payee.name) },
        ...{ payeeOrganisationId: payee.organisationId ?? null, payeeAccount },
        ...{ payeeIsPerson: payee.isPerson ?? false, amountPence, paidPence: 0, releasedPence: 0 },
        ...{
          approvalsNeeded: budget.approvalsNeeded,
          requestedOn: tx.today,
          requestedBy: requesterKey(tx.actor, budget),
          requestedByPerson: personKey(tx.actor.subject),
        },
        illustrative: false,
      });
      const changes = { budget: budget.id, allocation: allocationId, amountPence, state: commitment.state };
      return done({ council: budget.gssCode, subject: commitment.id, changes });
    },
  });

/** Takes a request for spending back: for whoever asked, or the treasurer. */
export const withdrawCommitment = defineCommand({
  name: 'budgetCommitmentWithdraw',
  input: BudgetCommitmentWithdrawInput,
  async handle(tx, { id, expectedVersion }) {
    const locked = await lockWithBudget(tx, BudgetCommitment, id);
    if (!locked) return refuse(problem.notFound('There is no such request.', { path: ['id'] }));
    const { budget, row: commitment } = locked;
    const denied = tx.demand(ownRequest, commitment);
    if (denied.length > 0) return refuse(...denied);
    const problems: Problem[] = versionProblems(commitment, expectedVersion);
    const permitted = commitmentLifecycle.permit('withdraw', commitment.state, LEDGER_RULES.approval);
    if (!permitted.ok) return refuse(...problems, ...permitted.problems);
    if (problems.length > 0) return refuse(...problems);
    await tx.update(Object.assign(commitment, { state: 'WITHDRAWN' }));
    return done({ council: budget.gssCode, subject: id, changes: { state: 'WITHDRAWN' } });
  },
});
