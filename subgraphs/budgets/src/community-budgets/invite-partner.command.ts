import { defineCommand, done, type Command } from '@coop/shared/commands';
import { textSort } from '@coop/shared/persistence';
import { refuse } from '@coop/shared/problems';
import { keepBudget } from '../access';
import { lockBudget } from './locked-budget.command';
import { invitePartner as mayInvite } from './budget-partner.rules';
import { BudgetPartnerInviteInput } from './community-budget-inputs.types';
import { CommunityBudgetPartner } from './community-budget-parts.entity';
import { unknownProblems } from './directory.rules';
import type { Directory } from './directory.queries';
import { partyOfLocked } from './locked.queries';

/**
 * Asks a body to take part in a community budget: for an officer of the council. It takes part once it has agreed.
 * @param directory what the directory says of the organisation that the input names (`lookUp`)
 */
export const invitePartner = (directory: Directory): Command<BudgetPartnerInviteInput> =>
  defineCommand({
    name: 'budgetPartnerInvite',
    input: BudgetPartnerInviteInput,
    async handle(tx, { budgetId, name, organisationId = null }) {
      const locked = await lockBudget(tx, budgetId, keepBudget);
      if (!locked.ok) return locked;
      const { budget } = locked;
      const party = await partyOfLocked(tx, budgetId);
      const decision = mayInvite(
        budget.state,
        { organisationId, nameSort: textSort(name) },
        party
          .filter(({ state }) => state === 'INVITED' || state === 'JOINED')
          .map((one) => ({ organisationId: one.organisationId, nameSort: textSort(one.name) })),
        party.length,
      );
      const unknown = unknownProblems(directory, 'Organisation', organisationId, ['organisationId']);
      if (!decision.ok) return refuse(...decision.problems, ...unknown);
      if (unknown.length > 0) return refuse(...unknown);
      const { gssCode } = budget;
      const partner = await tx.insert(CommunityBudgetPartner, {
        ...{ id: tx.newId('budgetpartner'), gssCode, budgetId, name, organisationId, state: decision.state },
        position: 1 + Math.max(0, ...party.map(({ position }) => position)),
      });
      const changes = { budget: budgetId, organisation: organisationId, state: decision.state };
      return done({ council: gssCode, subject: partner.id, changes });
    },
  });
