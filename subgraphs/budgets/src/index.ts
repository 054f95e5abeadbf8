import 'reflect-metadata';
import type { SubgraphDefinition } from '@coop/shared/graphql';
import { communityBudgets } from './community-budgets/community-budget.feature';
import { evaluation } from './evaluation/evaluation.feature';
import { grants } from './grants/grant.feature';
import { ledger } from './ledger/ledger.feature';
import { pabulib } from './pabulib/pabulib.feature';
import { plans } from './plans/plan.feature';
import { foreignNouns } from './stubs';
import { votes } from './votes/vote.feature';
import { wardBudgets } from './ward-budgets/ward-budget.feature';

/** Community budgets: pooled money, who decides on it, and what came of it. */
export const budgets: SubgraphDefinition = {
  name: 'budgets',
  description:
    'Community budgets: pooled and aligned money in a ledger, plans, votes, grants, ward budgets and what they achieved.',
  features: [foreignNouns, communityBudgets, plans, ledger, wardBudgets, grants, evaluation, pabulib, votes],
};
