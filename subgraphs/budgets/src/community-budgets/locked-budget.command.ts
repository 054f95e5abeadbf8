import type { Right } from '@coop/shared/access';
import type { Tx } from '@coop/shared/commands';
import { accept, problem, refuse, type Decision } from '@coop/shared/problems';
import type { OfCouncil } from '../access';
import { CommunityBudget } from './community-budget.entity';

/**
 * Locks a budget for somebody who has a right over it, or says why not.
 * @param path where in the input its id stands
 */
export async function lockBudget(
  tx: Tx,
  id: string,
  right: Right<OfCouncil>,
  path: readonly string[] = ['budgetId'],
): Promise<Decision<{ readonly budget: CommunityBudget }>> {
  const budget = await tx.lock(CommunityBudget, id);
  if (!budget) return refuse(problem.notFound('There is no such budget.', { path }));
  const denied = tx.demand(right, budget);
  return denied.length > 0 ? refuse(...denied) : accept({ budget });
}
