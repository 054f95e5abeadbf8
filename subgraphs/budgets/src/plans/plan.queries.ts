import { rowById, rowsByParent, type RequestContext } from '@coop/shared/graphql';
import { OperationalPlan, PlanAgreement, PlanResource, PlanService } from './plan.entity';

/** A plan by its id. */
export const planById = rowById(OperationalPlan);

/** Every plan that a community budget has had, the latest first. */
export const plansOf = rowsByParent(OperationalPlan, 'fundId', { draftedOn: 'DESC', id: 'DESC' });

/** The services of a plan's package, in their order. */
export const servicesOf = rowsByParent(PlanService, 'planId', { planId: 'ASC', position: 'ASC' });

/** A service by its id. */
export const serviceById = rowById(PlanService);

/** The resources of a plan, in their order. */
export const resourcesOf = rowsByParent(PlanResource, 'planId', { planId: 'ASC', position: 'ASC' });

/** Every agreement to any wording of a plan, in the order of the days. */
const allAgreements = rowsByParent(PlanAgreement, 'planId', { agreedOn: 'ASC', id: 'ASC' });

/** The agreements to a plan as it stands. */
export async function agreementsOf(
  context: RequestContext,
  { id, revision }: OperationalPlan,
): Promise<PlanAgreement[]> {
  return ((await allAgreements.load(context, id)) ?? []).filter((row) => row.revision === revision);
}
