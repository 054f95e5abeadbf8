import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { CommunityBudgetPartner, CommunityBudgetPriority } from './community-budget-parts.entity';
import { CommunityBudget } from './community-budget.entity';

/** The part of a write transaction that reads under lock. */
export interface Locking {
  readonly manager: EntityManager;
  lock<Row extends ObjectLiteral>(entity: EntityTarget<Row>, id: string): Promise<Row | null>;
}

/** Something that belongs to a community budget, locked together with it. */
export interface LockedPair<Row> {
  readonly budget: CommunityBudget;
  readonly row: Row;
}

/**
 * Locks what belongs to a community budget. The budget is always locked first, so that everything about one budget
 * happens one after the other and no two commands wait for each other in a ring.
 */
export async function lockWithBudget<Row extends { id: string; fundId: string }>(
  tx: Locking,
  entity: EntityTarget<Row>,
  id: string,
): Promise<LockedPair<Row> | null> {
  const found = await tx.manager.findOneBy(entity, { id } as never);
  const budget = found && (await tx.lock(CommunityBudget, found.fundId));
  const row = budget && (await tx.lock(entity, id));
  return row ? { budget, row } : null;
}

/** A partner with the budget that it has to do with. */
export interface LockedPartner {
  readonly budget: CommunityBudget;
  readonly partner: CommunityBudgetPartner;
}

/** Locks a partner's entry, whatever its state, and before it the budget. */
export async function lockPartner(tx: Locking, id: string): Promise<LockedPartner | null> {
  const found = await tx.manager.findOneBy(CommunityBudgetPartner, { id });
  const budget = found && (await tx.lock(CommunityBudget, found.budgetId));
  const partner = budget && (await tx.lock(CommunityBudgetPartner, id));
  return partner ? { budget, partner } : null;
}

/** The partners that take part in a budget that is locked, in their order. */
export function partnersOfLocked(tx: Locking, budgetId: string): Promise<CommunityBudgetPartner[]> {
  return tx.manager.find(CommunityBudgetPartner, {
    where: { budgetId, state: 'JOINED' },
    order: { position: 'ASC' },
  });
}

/** Everybody who takes part in a budget that is locked, is asked to, did or declined; in their order. */
export function partyOfLocked(tx: Locking, budgetId: string): Promise<CommunityBudgetPartner[]> {
  return tx.manager.find(CommunityBudgetPartner, { where: { budgetId }, order: { position: 'ASC' } });
}

/** The priorities of a budget that is locked, the first one first. */
export function prioritiesOfLocked(tx: Locking, budgetId: string): Promise<CommunityBudgetPriority[]> {
  return tx.manager.find(CommunityBudgetPriority, { where: { budgetId }, order: { rank: 'ASC' } });
}
