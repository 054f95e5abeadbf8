import { In, Not, type EntityManager } from 'typeorm';
import { safeNumber } from '@coop/shared/persistence';
import { Allocation } from '../ledger/allocation.entity';
import { BudgetCommitment } from '../ledger/commitment.entity';
import { Contribution } from '../ledger/contribution.entity';
import { LedgerAccount } from '../ledger/ledger.entity';
import type { LedgerAccountKind, ResourceForm } from '../ledger/ledger.enums';
import { OperationalPlan, PlanService } from '../plans/plan.entity';
import { Vote } from '../votes/vote.entity';
import { unsettledOf, type LeavingStanding } from './budget-partner.rules';
import { BudgetAccountability, CommunityBudgetPartner } from './community-budget-parts.entity';
import type { ClosingStanding } from './community-budget.rules';

/** Accounts of what is neither spent nor given back. */
const LEFT: readonly LedgerAccountKind[] = ['AVAILABLE', 'ALLOCATED', 'COMMITTED'];

interface Sum {
  readonly kind: LedgerAccountKind;
  readonly form: ResourceForm;
  readonly pence: number;
}

async function sumsOf(
  manager: EntityManager,
  fundId: string,
  kinds: readonly LedgerAccountKind[],
  owner?: string,
): Promise<Sum[]> {
  const rows = await manager
    .createQueryBuilder(LedgerAccount, 'account')
    .select('account.kind', 'kind')
    .addSelect('account.form', 'form')
    .addSelect('SUM(account.balancePence)', 'pence')
    .where({ fundId, kind: In([...kinds]), ...(owner === undefined ? {} : { owner }) })
    .groupBy('account.kind')
    .addGroupBy('account.form')
    .getRawMany<Omit<Sum, 'pence'> & { pence: string | number }>();
  return rows.map(({ pence, ...account }) => ({ ...account, pence: safeNumber(pence) }));
}

const total = (sums: readonly Sum[], of: (sum: Sum) => boolean): number =>
  sums.filter(of).reduce((sum, { pence }) => sum + pence, 0);

const OPEN_PLEDGE = { state: In(['PLEDGED', 'PART_RECEIVED']) };

/** What is still open in a budget that is locked. */
export async function closingStanding(manager: EntityManager, budgetId: string): Promise<ClosingStanding> {
  const left = await sumsOf(manager, budgetId, LEFT);
  return {
    unsettledPence: total(left, () => true),
    committedPence: total(left, ({ kind }) => kind === 'COMMITTED'),
    openPledges: await manager.countBy(Contribution, { fundId: budgetId, ...OPEN_PLEDGE }),
    openRequests: await manager.countBy(BudgetCommitment, { fundId: budgetId, state: 'REQUESTED' }),
    openPlans: await manager.countBy(OperationalPlan, { fundId: budgetId, state: Not('CLOSED') }),
    openVotes: await manager.countBy(Vote, {
      communityBudgetId: budgetId,
      state: Not(In(['DELIVERED', 'CANCELLED'])),
    }),
  };
}

/** What a partner has in a budget that is locked. */
export async function leavingStanding(
  manager: EntityManager,
  { id, budgetId, position }: CommunityBudgetPartner,
): Promise<LeavingStanding> {
  const left = await sumsOf(manager, budgetId, LEFT);
  const own = await sumsOf(manager, budgetId, ['CONTRIBUTED', 'RETURNED'], id);
  const forms = [...new Set(own.map(({ form }) => form))].map((form) => ({
    // A contribution is a credit, and so below nothing.
    contributedPence: -total(own, (sum) => sum.form === form && sum.kind === 'CONTRIBUTED'),
    returnedPence: total(own, (sum) => sum.form === form && sum.kind === 'RETURNED'),
    leftPence: total(left, (sum) => sum.form === form),
  }));
  return {
    isLead: position === 0,
    keepsAccounts: await manager.existsBy(BudgetAccountability, {
      ...{ budgetId, partnerId: id, duty: 'KEEPS_ACCOUNTS' },
    }),
    openPledges: await manager.countBy(Contribution, { partnerId: id, ...OPEN_PLEDGE }),
    unsettledPence: unsettledOf(forms),
  };
}

/** Ids of the priorities of a budget that is locked which an allocation or a plan that is not closed names. */
export async function prioritiesInUse(
  manager: EntityManager,
  budgetId: string,
): Promise<ReadonlySet<string>> {
  const allocations = await manager.find(Allocation, {
    select: { id: true, priorityId: true },
    where: { fundId: budgetId },
  });
  const plans = await manager.find(OperationalPlan, {
    select: { id: true },
    where: { fundId: budgetId, state: Not('CLOSED') },
  });
  const services = await manager.findBy(PlanService, { planId: In(plans.map(({ id }) => id)) });
  return new Set([...allocations, ...services].flatMap(({ priorityId }) => priorityId ?? []));
}
