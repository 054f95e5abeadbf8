import type { Feature } from '@coop/shared/graphql';
import { PlanMutations } from './plan-mutations.resolver';
import { plansDemo } from './plan.demo';
import { OperationalPlan, PlanAgreement, PlanResource, PlanService } from './plan.entity';
import { planLifecycle } from './plan.lifecycle';
import { planMigrations } from './plan.migrations';
import { planById } from './plan.queries';
import {
  BudgetPlansResolver,
  OperationalPlanResolver,
  PlanAgreementResolver,
  PlanResourceResolver,
  PlanServiceResolver,
} from './plan.resolver';

/** Operational plans: what partners agreed to do, with what, and who answers for it. */
export const plans: Feature = {
  resolvers: [
    OperationalPlanResolver,
    PlanServiceResolver,
    PlanResourceResolver,
    PlanAgreementResolver,
    BudgetPlansResolver,
    PlanMutations,
  ],
  references: {
    OperationalPlan: ({ id }, context) => (typeof id === 'string' ? planById.load(context, id) : null),
  },
  entities: [OperationalPlan, PlanService, PlanResource, PlanAgreement],
  migrations: planMigrations,
  demo: plansDemo,
  lifecycles: [planLifecycle],
};
