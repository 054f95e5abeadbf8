import { In } from 'typeorm';
import { defineLoader, inOrder, type RequestContext } from '@coop/shared/graphql';
import { OperationalPlan, PlanAgreement, PlanResource, PlanService } from './plan.entity';

/** A plan by its id. */
export const planById = defineLoader<string, OperationalPlan>(async (ids, { database }) =>
  inOrder(ids, await database.reader.findBy(OperationalPlan, { id: In([...ids]) }), (row) => row.id),
);

/** Every plan that a community budget has had, the latest first. */
export const plansOf = defineLoader<string, OperationalPlan[]>(async (ids, { database }) => {
  const rows = await database.reader.find(OperationalPlan, {
    where: { fundId: In([...ids]) },
    order: { draftedOn: 'DESC', id: 'DESC' },
  });
  return ids.map((id) => rows.filter((row) => row.fundId === id));
});

/** The services of a plan's package, in their order. */
export const servicesOf = defineLoader<string, PlanService[]>(async (ids, { database }) => {
  const rows = await database.reader.find(PlanService, {
    where: { planId: In([...ids]) },
    order: { planId: 'ASC', position: 'ASC' },
  });
  return ids.map((id) => rows.filter((row) => row.planId === id));
});

/** A service by its id. */
export const serviceById = defineLoader<string, PlanService>(async (ids, { database }) =>
  inOrder(ids, await database.reader.findBy(PlanService, { id: In([...ids]) }), (row) => row.id),
);

/** The resources of a plan, in their order. */
export const resourcesOf = defineLoader<string, PlanResource[]>(async (ids, { database }) => {
  const rows = await database.reader.find(PlanResource, {
    where: { planId: In([...ids]) },
    order: { planId: 'ASC', position: 'ASC' },
  });
  return ids.map((id) => rows.filter((row) => row.planId === id));
});

/** Every agreement to any wording of a plan, in the order of the days. */
const allAgreements = defineLoader<string, PlanAgreement[]>(async (ids, { database }) => {
  const rows = await database.reader.find(PlanAgreement, {
    where: { planId: In([...ids]) },
    order: { agreedOn: 'ASC', id: 'ASC' },
  });
  return ids.map((id) => rows.filter((row) => row.planId === id));
});

/** The agreements to a plan as it stands. */
export async function agreementsOf(
  context: RequestContext,
  { id, revision }: OperationalPlan,
): Promise<PlanAgreement[]> {
  return ((await allAgreements.load(context, id)) ?? []).filter((row) => row.revision === revision);
}
