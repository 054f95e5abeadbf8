import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { speakForPartner } from '../access';
import { CommunityBudgetPartner } from '../community-budgets/community-budget-parts.entity';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { Contribution } from './contribution.entity';
import { contributionLifecycle } from './contribution.lifecycle';
import { pledge } from './contribution.rules';
import { ContributionPledgeInput } from './ledger-inputs.types';

/** Records what a partner promises to put in: for the partner itself, or the treasurer who has it on paper. */
export const pledgeContribution = defineCommand({
  name: 'contributionPledge',
  input: ContributionPledgeInput,
  async handle(tx, input) {
    const partner = await tx.manager.findOneBy(CommunityBudgetPartner, { id: input.partnerId });
    const budget = partner && (await tx.lock(CommunityBudget, partner.budgetId));
    if (!budget) return refuse(problem.notFound('There is no such partner.', { path: ['partnerId'] }));
    const denied = tx.demand(speakForPartner, partner);
    if (denied.length > 0) return refuse(...denied);
    const { form, description, amountPence = null, hours = null, hourlyRatePence = null } = input;
    const decision = pledge({ form, description, amountPence, hours, hourlyRatePence });
    if (!decision.ok) return decision;
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
