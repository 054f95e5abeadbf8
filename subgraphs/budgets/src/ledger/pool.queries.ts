import { In } from 'typeorm';
import { defineLoader, Money, type RequestContext } from '@coop/shared/graphql';
import { sumPence } from '@coop/shared/money';
import { safeNumber } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { closedUntil } from './book.queries';
import { BudgetCommitment } from './commitment.entity';
import { Contribution } from './contribution.entity';
import { LedgerAccount } from './ledger.entity';
import { ResourceForm, type LedgerAccountKind } from './ledger.enums';
import { accountsOfFund, accountView } from './ledger.queries';
import { LedgerStatement } from './ledger.types';
import { CommunityPool, CommunityPoolOutlook, CommunityPoolPart } from './pool.types';
import { normalBalance } from './posting.rules';
import { balancesOn, postingsUpTo } from './statement.queries';

interface Balance {
  readonly kind: LedgerAccountKind;
  readonly form: ResourceForm;
  /** Debits positive. */
  readonly balancePence: number;
}

/** Where everything is, worked out of balances of any accounts of one fund. */
export function poolOf(balances: readonly Balance[]): CommunityPool {
  const sum = (kind: LedgerAccountKind, form?: ResourceForm) =>
    sumPence(
      balances
        .filter((one) => one.kind === kind && (form === undefined || one.form === form))
        .map((one) => normalBalance(kind, one.balancePence)),
    );
  const total = (form?: ResourceForm) => sum('CONTRIBUTED', form) - sum('RETURNED', form);
  const places = (form?: ResourceForm) => ({
    total: Money.of(total(form)),
    available: Money.of(sum('AVAILABLE', form)),
    allocated: Money.of(sum('ALLOCATED', form)),
    committed: Money.of(sum('COMMITTED', form)),
    spent: Money.of(sum('SPENT', form)),
  });
  return Object.assign(new CommunityPool(), {
    ...places(),
    ...{
      cash: Money.of(total('CASH')),
      inKind: Money.of(total('IN_KIND')),
      aligned: Money.of(total('ALIGNED')),
    },
    byForm: Object.values(ResourceForm).map((form) =>
      Object.assign(new CommunityPoolPart(), { form, ...places(form) }),
    ),
  });
}

/** Where everything is in each fund, out of the kept balances: one statement for all funds. */
export const poolOfFund = defineLoader<string, CommunityPool>(async (ids, { database }) => {
  const rows = await database.reader
    .createQueryBuilder(LedgerAccount, 'account')
    .select('account.fundId', 'fundId')
    .addSelect('account.kind', 'kind')
    .addSelect('account.form', 'form')
    .addSelect('SUM(account.balancePence)', 'balance')
    .where({ fundId: In([...ids]) })
    .groupBy('account.fundId')
    .addGroupBy('account.kind')
    .addGroupBy('account.form')
    .getRawMany<Pick<LedgerAccount, 'fundId' | 'kind' | 'form'> & { balance: string | number }>();
  return ids.map((id) =>
    poolOf(
      rows
        .filter(({ fundId }) => fundId === id)
        .map(({ kind, form, balance }) => ({ kind, form, balancePence: safeNumber(balance) })),
    ),
  );
});

interface Sum {
  readonly fundId: string;
  readonly pence: string | number | null;
  readonly count: string | number;
}

/** What is promised and what is asked for in each fund: two statements for all funds. */
export const outlookOfFund = defineLoader<string, CommunityPoolOutlook>(async (ids, { database }) => {
  const pledged = await database.reader
    .createQueryBuilder(Contribution, 'contribution')
    .select('contribution.fundId', 'fundId')
    .addSelect('SUM(contribution.pledgedPence - contribution.receivedPence)', 'pence')
    .addSelect('COUNT(*)', 'count')
    .where({ fundId: In([...ids]), state: In(['PLEDGED', 'PART_RECEIVED']) })
    .groupBy('contribution.fundId')
    .getRawMany<Sum>();
  const pending = await database.reader
    .createQueryBuilder(BudgetCommitment, 'commitment')
    .select('commitment.fundId', 'fundId')
    .addSelect('SUM(commitment.amountPence)', 'pence')
    .addSelect('COUNT(*)', 'count')
    .where({ fundId: In([...ids]), state: 'REQUESTED' })
    .groupBy('commitment.fundId')
    .getRawMany<Sum>();
  const of = (sums: readonly Sum[], id: string) => sums.find(({ fundId }) => fundId === id);
  return ids.map((id) =>
    Object.assign(new CommunityPoolOutlook(), {
      pledged: Money.of(safeNumber(of(pledged, id)?.pence ?? 0)),
      pending: Money.of(safeNumber(of(pending, id)?.pence ?? 0)),
      pendingCount: safeNumber(of(pending, id)?.count ?? 0),
    }),
  );
});

/** What the accounts of a fund came to at the end of a day. */
export async function statementOf(
  context: RequestContext,
  fundId: string,
  on: LocalDate,
): Promise<LedgerStatement> {
  const { reader } = context.database;
  const accounts = (await accountsOfFund.load(context, fundId)) ?? [];
  const balances = new Map(
    (await balancesOn(reader, fundId, on)).map(({ accountId, balancePence }) => [accountId, balancePence]),
  );
  const shown = accounts.flatMap((account) => {
    const balancePence = balances.get(account.id);
    return balancePence === undefined ? [] : [{ account, balancePence }];
  });
  const closed = await closedUntil(reader, fundId);
  return Object.assign(new LedgerStatement(), {
    ...{ fundId, on, isClosed: closed !== null && on <= closed },
    postingCount: await postingsUpTo(reader, fundId, on),
    pool: poolOf(
      shown.map(({ account: { kind, form }, balancePence }) => ({ ...{ kind, form, balancePence } })),
    ),
    accounts: shown.map(({ account, balancePence }) => accountView(account, balancePence)),
  });
}
