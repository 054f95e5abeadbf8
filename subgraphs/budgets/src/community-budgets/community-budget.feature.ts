import type { Feature } from '@coop/shared/graphql';
import { budgetPartnerLifecycle } from './budget-partner.lifecycle';
import { BudgetPartnerMutations, CommunityBudgetMutations } from './community-budget-mutations.resolver';
import {
  BudgetAccountability,
  CommunityBudgetCouncil,
  CommunityBudgetPartner,
  CommunityBudgetPriority,
} from './community-budget-parts.entity';
import { CommunityBudget } from './community-budget.entity';
import { communityBudgetsDemo } from './community-budget.demo';
import { communityBudgetLifecycle } from './community-budget.lifecycle';
import { communityBudgetMigrations } from './community-budget.migrations';
import { communityBudgetById } from './community-budget.queries';
import {
  BudgetAccountabilityResolver,
  CommunityBudgetPartnerResolver,
  CommunityBudgetResolver,
} from './community-budget.resolver';
import {
  CouncilCommunityBudgetsResolver,
  NeighbourhoodCommunityBudgetsResolver,
} from './parent-budgets.resolver';

/** Community budgets: their area, lead, partners and priorities. */
export const communityBudgets: Feature = {
  resolvers: [
    CommunityBudgetResolver,
    CommunityBudgetPartnerResolver,
    BudgetAccountabilityResolver,
    CommunityBudgetMutations,
    BudgetPartnerMutations,
    CouncilCommunityBudgetsResolver,
    NeighbourhoodCommunityBudgetsResolver,
  ],
  references: {
    CommunityBudget: ({ id }, context) =>
      typeof id === 'string' ? communityBudgetById.load(context, id) : null,
  },
  entities: [
    CommunityBudget,
    CommunityBudgetCouncil,
    CommunityBudgetPartner,
    CommunityBudgetPriority,
    BudgetAccountability,
  ],
  migrations: communityBudgetMigrations,
  demo: communityBudgetsDemo,
  lifecycles: [communityBudgetLifecycle, budgetPartnerLifecycle],
};
