import { In } from 'typeorm';
import {
  defineLoader,
  definePageLoader,
  inOrder,
  Money,
  rowById,
  rowsByParent,
  type RequestContext,
} from '@coop/shared/graphql';
import { keysetPagesByParent, type Ordering, type PageArgs } from '@coop/shared/persistence';
import { Allocation } from './allocation.entity';
import { BudgetCommitment, BudgetCommitmentVerdict, BudgetPanelMember } from './commitment.entity';
import { Contribution } from './contribution.entity';
import { LedgerAccount, LedgerEntry, LedgerPeriod, LedgerPosting } from './ledger.entity';
import type { LedgerAccountKind, ResourceForm } from './ledger.enums';
import {
  type AllocationFilter,
  type BudgetCommitmentFilter,
  type ContributionFilter,
  type LedgerPostingFilter,
} from './ledger-lists.types';
import { LedgerAccountType, LedgerLine } from './ledger.types';
import { normalBalance } from './posting.rules';

/** A contribution by its id. */
export const contributionById = rowById(Contribution);

/** An allocation by its id. */
export const allocationById = rowById(Allocation);

/** A commitment by its id. */
export const commitmentById = rowById(BudgetCommitment);

/** A posting by its id. */
export const postingById = rowById(LedgerPosting);

/** A closed period by its id. */
export const periodById = rowById(LedgerPeriod);

/** The posting that turned another round, by the id of that other one. */
export const correctionOf = defineLoader<string, LedgerPosting>(async (ids, { database }) =>
  inOrder(
    ids,
    await database.reader.findBy(LedgerPosting, { reverses: In([...ids]) }),
    (row) => row.reverses,
  ),
);

/** The verdicts on a commitment, in the order in which they were given. */
export const verdictsOf = rowsByParent(BudgetCommitmentVerdict, 'commitmentId', { id: 'ASC' });

/** The panel of a community budget, by name. */
export const panelOf = rowsByParent(BudgetPanelMember, 'fundId', { nameSort: 'ASC', id: 'ASC' });

/** An account as the graph shows it, with a balance. */
export function accountView(
  { id, kind, form, owner }: Pick<LedgerAccount, 'id' | 'kind' | 'form' | 'owner'>,
  balancePence: number,
): LedgerAccountType {
  const balance = Money.of(normalBalance(kind, balancePence));
  return Object.assign(new LedgerAccountType(), { id, kind, form, owner, balance });
}

/** The accounts of a fund, as they were opened. */
export const accountsOfFund = rowsByParent(LedgerAccount, 'fundId', {
  fundId: 'ASC',
  kind: 'ASC',
  form: 'ASC',
  id: 'ASC',
});

/** What one account of an owner comes to. */
export interface OwnedBalance {
  readonly kind: LedgerAccountKind;
  readonly form: ResourceForm;
  readonly balancePence: number;
}

/** The balances of the accounts that a partner or an allocation owns. */
export const balancesOfOwner = defineLoader<string, OwnedBalance[]>(async (owners, { database }) => {
  const rows = await database.reader.findBy(LedgerAccount, { owner: In([...owners]) });
  return owners.map((owner) =>
    rows
      .filter((row) => row.owner === owner)
      .map(({ kind, form, balancePence }) => ({
        ...{ kind, form, balancePence: normalBalance(kind, balancePence) },
      })),
  );
});

/** The lines of a posting, as the graph shows them. */
export const linesOfPosting = defineLoader<string, LedgerLine[]>(async (ids, { database }) => {
  const entries = await database.reader.find(LedgerEntry, {
    where: { postingId: In([...ids]) },
    order: { postingId: 'ASC', position: 'ASC' },
  });
  const accountIds = [...new Set(entries.map(({ accountId }) => accountId))];
  const accounts = await database.reader.findBy(LedgerAccount, { id: In(accountIds) });
  const views = new Map(accounts.map((account) => [account.id, accountView(account, account.balancePence)]));
  return ids.map((id) =>
    entries
      .filter(({ postingId }) => postingId === id)
      .flatMap(({ accountId, amountPence }) => {
        const account = views.get(accountId);
        if (!account) return [];
        const [debit, credit] = [amountPence > 0 ? amountPence : null, amountPence < 0 ? -amountPence : null];
        return [
          Object.assign(new LedgerLine(), {
            ...{ account, debit: Money.orNull(debit), credit: Money.orNull(credit) },
          }),
        ];
      }),
  );
});

type Under<Filter> = PageArgs & { readonly filter?: Filter | null };

const latest = (column: string): Ordering => ({ name: 'LATEST', column, direction: 'DESC' });

/** A page of each budget's contributions, the latest first. */
export const contributionsOf = definePageLoader<Contribution, Under<ContributionFilter>>(
  (parents, { filter, ...args }, { database }: RequestContext) => {
    const query = database.reader.createQueryBuilder(Contribution, 'contribution');
    if (filter?.state) query.andWhere('contribution.state = :state', { state: filter.state });
    if (filter?.form) query.andWhere('contribution.form = :form', { form: filter.form });
    return keysetPagesByParent({
      ...{ query, alias: 'contribution', parentColumn: 'contribution.fundId', parents: [...parents] },
      ...{ ordering: latest('contribution.pledgedOn'), args },
    });
  },
);

/** A page of each budget's allocations, the latest first. */
export const allocationsOf = definePageLoader<Allocation, Under<AllocationFilter>>(
  (parents, { filter, ...args }, { database }) => {
    const query = database.reader.createQueryBuilder(Allocation, 'allocation');
    if (filter?.form) query.andWhere('allocation.form = :form', { form: filter.form });
    if (filter?.priority) query.andWhere('allocation.priorityId = :priority', { priority: filter.priority });
    return keysetPagesByParent({
      ...{ query, alias: 'allocation', parentColumn: 'allocation.fundId', parents: [...parents] },
      ...{ ordering: latest('allocation.allocatedOn'), args },
    });
  },
);

const commitmentsUnder = (parentColumn: 'commitment.fundId' | 'commitment.allocationId') =>
  definePageLoader<BudgetCommitment, Under<BudgetCommitmentFilter>>(
    (parents, { filter, ...args }, { database }) => {
      const query = database.reader.createQueryBuilder(BudgetCommitment, 'commitment');
      if (filter?.state) query.andWhere('commitment.state = :state', { state: filter.state });
      return keysetPagesByParent({
        ...{ query, alias: 'commitment', parentColumn, parents: [...parents] },
        ...{ ordering: latest('commitment.requestedOn'), args },
      });
    },
  );

/** A page of each budget's commitments, the latest first. */
export const commitmentsOf = commitmentsUnder('commitment.fundId');

/** A page of each allocation's commitments, the latest first. */
export const commitmentsOfAllocation = commitmentsUnder('commitment.allocationId');

/** A page of each fund's postings, the latest number first. */
export const postingsOf = definePageLoader<LedgerPosting, Under<LedgerPostingFilter>>(
  (parents, { filter, ...args }, { database }) => {
    const query = database.reader.createQueryBuilder(LedgerPosting, 'posting');
    if (filter?.kind) query.andWhere('posting.kind = :kind', { kind: filter.kind });
    if (filter?.postedFrom) query.andWhere('posting.postedOn >= :from', { from: filter.postedFrom });
    if (filter?.postedUntil) query.andWhere('posting.postedOn <= :until', { until: filter.postedUntil });
    return keysetPagesByParent({
      ...{ query, alias: 'posting', parentColumn: 'posting.fundId', parents: [...parents] },
      ...{ ordering: { name: 'NUMBER', column: 'posting.number', direction: 'DESC', isUnique: true }, args },
    });
  },
);

/** A page of each fund's closed periods, the latest first. */
export const periodsOf = definePageLoader<LedgerPeriod, PageArgs>((parents, args, { database }) =>
  keysetPagesByParent({
    ...{ query: database.reader.createQueryBuilder(LedgerPeriod, 'period'), alias: 'period' },
    ...{ parentColumn: 'period.fundId', parents: [...parents], ordering: latest('period.untilOn'), args },
  }),
);
