import { Not } from 'typeorm';
import type { Tx } from '@coop/shared/commands';
import { partnersOfLocked } from '../community-budgets/locked.queries';
import { OperationalPlan, PlanAgreement } from './plan.entity';
import { isAgreedByAll } from './plan.rules';

/** The plan of a budget that is not closed; null where there is none. The budget is locked. */
export async function openPlanOf(tx: Tx, budgetId: string): Promise<OperationalPlan | null> {
  const found = await tx.manager.findOneBy(OperationalPlan, { fundId: budgetId, state: Not('CLOSED') });
  return found && tx.lock(OperationalPlan, found.id);
}

/** Writes down that a partner agrees to a plan as it stands, which all others have agreed to, by joining the budget. */
export async function agreeByJoining(
  tx: Tx,
  { id: planId, gssCode, revision }: OperationalPlan,
  partnerId: string,
  agreedBy: string,
): Promise<void> {
  await tx.insert(PlanAgreement, {
    ...{ id: tx.newId('planagreement'), gssCode, planId, revision, partnerId, agreedOn: tx.today, agreedBy },
  });
}

/** Settles a draft that waited only for a partner that has left: all that are there have agreed to it. */
export async function agreedWithout(tx: Tx, budgetId: string): Promise<void> {
  const plan = await openPlanOf(tx, budgetId);
  if (plan?.state !== 'DRAFT') return;
  const partners = await partnersOfLocked(tx, budgetId);
  const agreements = await tx.manager.findBy(PlanAgreement, { planId: plan.id, revision: plan.revision });
  const isAgreed = isAgreedByAll(
    partners.map(({ id }) => id),
    agreements.map(({ partnerId }) => partnerId),
  );
  if (isAgreed) await tx.update(Object.assign(plan, { state: 'AGREED', agreedOn: tx.today }));
}
