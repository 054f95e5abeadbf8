import type { Feature } from '@coop/shared/graphql';
import { wardAwardLifecycle } from './ward-award.lifecycle';
import { wardBudgetsDemo } from './ward-budget.demo';
import { WardAward, WardBudget } from './ward-budget.entity';
import { wardBudgetMigrations } from './ward-budget.migrations';
import { wardAwardById, wardBudgetById } from './ward-budget.queries';
import {
  CouncilWardBudgetsResolver,
  WardAwardResolver,
  WardBudgetResolver,
  WardWardBudgetsResolver,
} from './ward-budget.resolver';
import { WardBudgetMutations } from './ward-mutations.resolver';

/** Ward councillors' own budgets with their limits, kept in the same ledger. */
export const wardBudgets: Feature = {
  resolvers: [
    WardBudgetResolver,
    WardAwardResolver,
    CouncilWardBudgetsResolver,
    WardWardBudgetsResolver,
    WardBudgetMutations,
  ],
  references: {
    WardBudget: ({ id }, context) => (typeof id === 'string' ? wardBudgetById.load(context, id) : null),
    WardAward: ({ id }, context) => (typeof id === 'string' ? wardAwardById.load(context, id) : null),
  },
  entities: [WardBudget, WardAward],
  migrations: wardBudgetMigrations,
  demo: wardBudgetsDemo,
  lifecycles: [wardAwardLifecycle],
};
