import type { Feature } from '@coop/shared/graphql';
import {
  CommunityBudgetCouncil,
  CommunityBudgetPartner,
  CommunityBudgetPriority,
} from './community-budget-parts.entity';
import { CommunityBudget } from './community-budget.entity';
import { communityBudgetsDemo } from './community-budget.demo';
import { communityBudgetMigrations } from './community-budget.migrations';
import { communityBudgetById } from './community-budget.queries';
import { CommunityBudgetPartnerResolver, CommunityBudgetResolver } from './community-budget.resolver';
import {
  CouncilCommunityBudgetsResolver,
  NeighbourhoodCommunityBudgetsResolver,
} from './parent-budgets.resolver';

/** Community budgets: their area, lead, partners and priorities. */
export const communityBudgets: Feature = {
  resolvers: [
    CommunityBudgetResolver,
    CommunityBudgetPartnerResolver,
    CouncilCommunityBudgetsResolver,
    NeighbourhoodCommunityBudgetsResolver,
  ],
  references: {
    CommunityBudget: ({ id }, context) =>
      typeof id === 'string' ? communityBudgetById.load(context, id) : null,
  },
  entities: [CommunityBudget, CommunityBudgetCouncil, CommunityBudgetPartner, CommunityBudgetPriority],
  migrations: communityBudgetMigrations,
  demo: communityBudgetsDemo,
};
