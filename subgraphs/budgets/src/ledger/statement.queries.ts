import type { EntityManager } from 'typeorm';
import { safeNumber } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { LedgerEntry, LedgerPosting, type ClosingBalance } from './ledger.entity';

/** What the accounts of a fund came to at the end of a day, worked out of the entries; those at nothing too. */
export async function balancesOn(
  manager: EntityManager,
  fundId: string,
  on: LocalDate,
): Promise<ClosingBalance[]> {
  const rows = await manager
    .createQueryBuilder(LedgerEntry, 'entry')
    .select('entry.accountId', 'accountId')
    .addSelect('SUM(entry.amountPence)', 'balance')
    .where('entry.fundId = :fundId AND entry.postedOn <= :on', { fundId, on })
    .groupBy('entry.accountId')
    .orderBy('entry.accountId', 'ASC')
    .getRawMany<{ accountId: string; balance: string | number }>();
  return rows.map(({ accountId, balance }) => ({ accountId, balancePence: safeNumber(balance) }));
}

/** How many postings a fund's book has up to a day. */
export async function postingsUpTo(manager: EntityManager, fundId: string, on: LocalDate): Promise<number> {
  return manager
    .createQueryBuilder(LedgerPosting, 'posting')
    .where('posting.fundId = :fundId AND posting.postedOn <= :on', { fundId, on })
    .getCount();
}
