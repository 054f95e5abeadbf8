import { graphqlEnum } from '@coop/shared/graphql';
import { wardAwardLifecycle } from './ward-award.lifecycle';

/** Where an award stands. */
export const WardAwardState = graphqlEnum(
  'WardAwardState',
  "Where an award out of a ward councillor's budget stands.",
  wardAwardLifecycle.states,
);
export type WardAwardState = keyof typeof WardAwardState;

/** The orders of a list of ward budgets. */
export const WardBudgetOrder = graphqlEnum(
  'WardBudgetOrder',
  "The order of a list of ward councillors' budgets.",
  {
    NEWEST: 'The latest financial year first.',
  },
);
export type WardBudgetOrder = keyof typeof WardBudgetOrder;
