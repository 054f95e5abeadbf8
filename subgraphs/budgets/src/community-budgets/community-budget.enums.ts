import { graphqlEnum } from '@coop/shared/graphql';
import { BUDGET_KINDS, LEAD_KINDS } from './community-budgets.law';

/** The kind of a community budget. */
export const CommunityBudgetKind = graphqlEnum(
  'CommunityBudgetKind',
  'What a community budget is for.',
  BUDGET_KINDS,
);
export type CommunityBudgetKind = keyof typeof CommunityBudgetKind;

/** The kind of body that leads a community budget. */
export const BudgetLeadKind = graphqlEnum(
  'BudgetLeadKind',
  'The kind of body that leads a community budget.',
  LEAD_KINDS,
);
export type BudgetLeadKind = keyof typeof BudgetLeadKind;

/** The orders of a list of community budgets. */
export const CommunityBudgetOrder = graphqlEnum(
  'CommunityBudgetOrder',
  'The order of a list of community budgets.',
  { NAME: 'By name.' },
);
export type CommunityBudgetOrder = keyof typeof CommunityBudgetOrder;
