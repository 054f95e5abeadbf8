import { graphqlEnum } from '@coop/shared/graphql';
import { budgetPartnerLifecycle } from './budget-partner.lifecycle';
import { communityBudgetLifecycle } from './community-budget.lifecycle';
import { ACCOUNTABILITY_DUTIES, BUDGET_KINDS, LEAD_KINDS } from './community-budgets.law';

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

/** Where a community budget stands. */
export const CommunityBudgetState = graphqlEnum(
  'CommunityBudgetState',
  'Where a community budget stands.',
  communityBudgetLifecycle.states,
);
export type CommunityBudgetState = keyof typeof CommunityBudgetState;

/** Where a body's part in a community budget stands. */
export const BudgetPartnerState = graphqlEnum(
  'BudgetPartnerState',
  "Where a body's part in a community budget stands.",
  budgetPartnerLifecycle.states,
);
export type BudgetPartnerState = keyof typeof BudgetPartnerState;

/** What somebody answers for in a community budget. */
export const AccountabilityDuty = graphqlEnum(
  'AccountabilityDuty',
  'What somebody answers for in a community budget.',
  ACCOUNTABILITY_DUTIES,
);
export type AccountabilityDuty = keyof typeof AccountabilityDuty;
