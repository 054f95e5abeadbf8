import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { speakForPartner } from '../access';
import { budgetPartnerLifecycle } from '../community-budgets/budget-partner.lifecycle';
import { standingProblems } from '../community-budgets/community-budget.rules';
import { BUDGET_RULES } from '../community-budgets/community-budgets.law';
import { lockPartner } from '../community-budgets/locked.queries';
import { Contribution } from './contribution.entity';
import { contributionLifecycle } from './contribution.lifecycle';
import { pledge } from './contribution.rules';
import { ContributionPledgeInput } from './ledger-inputs.types';

/** Records what a partner promises to put in: for the partner itself, or the treasurer who has it on paper. */
export const pledgeContribution = defineCommand({
  name: 'contributionPledge',
  input: ContributionPledgeInput,
  async handle(tx, input) {
    const locked = await lockPartner(tx, input.partnerId);
    if (!locked) return refuse(problem.notFound('There is no such partner.', { path: ['partnerId'] }));
    const { budget, partner } = locked;
    const denied = tx.demand(speakForPartner, partner);
    if (denied.length > 0) return refuse(...denied);
    const { form, description, amountPence = null, hours = null, hourlyRatePence = null } = input;
    const decision = pledge({ form, description, amountPence, hours, hourlyRatePence });
    const permitted = budgetPartnerLifecycle.permit('pledge', partner.state, BUDGET_RULES.agreement);
    const problems: Problem[] = [
      ...standingProblems(budget.state),
      ...(permitted.ok ? [] : permitted.problems),
    ];
    if (!decision.ok) return refuse(...problems, ...decision.problems);
    if (problems.length > 0) return refuse(...problems);
    const { pledgedPence } = decision;
    const contribution = await tx.insert(Contribution, {
      ...{ id: tx.newId('contribution'), gssCode: budget.gssCode, fundId: budget.id, partnerId: partner.id },
      ...{ form, state: contributionLifecycle.initial, description, pledgedOn: tx.today, pledgedPence },
      ...{ hours, hourlyRatePence, receivedPence: 0, returnedPence: 0, illustrative: false },
    });
    const changes = { budget: budget.id, partner: partner.id, form, pledgedPence };
    return done({ council: budget.gssCode, subject: contribution.id, changes });
  },
});
