import { In, type EntityManager } from 'typeorm';
import { safeNumber } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { LedgerAccount, LedgerEntry, LedgerPeriod, LedgerPosting } from './ledger.entity';
import type { AccountKey, DayMovement } from './posting.rules';

/** Last day of the last closed period of a fund's book; null where none is closed. */
export async function closedUntil(manager: EntityManager, fundId: string): Promise<LocalDate | null> {
  const row = await manager
    .createQueryBuilder(LedgerPeriod, 'period')
    .select('MAX(period.untilOn)', 'day')
    .where('period.fundId = :fundId', { fundId })
    .getRawOne<{ day: LocalDate | null }>();
  return row?.day ?? null;
}

/** Day of the earliest posting of a fund's book; null where it is empty. */
export async function firstPostedOn(manager: EntityManager, fundId: string): Promise<LocalDate | null> {
  const row = await manager
    .createQueryBuilder(LedgerPosting, 'posting')
    .select('MIN(posting.postedOn)', 'day')
    .where('posting.fundId = :fundId', { fundId })
    .getRawOne<{ day: LocalDate | null }>();
  return row?.day ?? null;
}

/** The number that the next posting of a fund's book gets. The fund is locked. */
export async function nextNumber(manager: EntityManager, fundId: string): Promise<number> {
  const row = await manager
    .createQueryBuilder(LedgerPosting, 'posting')
    .select('MAX(posting.number)', 'last')
    .where('posting.fundId = :fundId', { fundId })
    .getRawOne<{ last: number | string | null }>();
  return safeNumber(row?.last ?? 0) + 1;
}

/** What was posted to accounts on the days after a day: one sum for each account and day, the latest day first. */
export async function movementsAfter(
  manager: EntityManager,
  accountIds: readonly string[],
  on: LocalDate,
): Promise<DayMovement[]> {
  const rows = await manager
    .createQueryBuilder(LedgerEntry, 'entry')
    .select('entry.accountId', 'accountId')
    .addSelect('entry.postedOn', 'postedOn')
    .addSelect('SUM(entry.amountPence)', 'pence')
    .where({ accountId: In([...accountIds]) })
    .andWhere('entry.postedOn > :on', { on })
    .groupBy('entry.accountId')
    .addGroupBy('entry.postedOn')
    .orderBy('entry.postedOn', 'DESC')
    .getRawMany<{ accountId: string; postedOn: LocalDate; pence: string | number }>();
  return rows.map(({ accountId, postedOn, pence }) => ({
    ...{ accountId, postedOn, amountPence: safeNumber(pence) },
  }));
}

/** The accounts of a fund that a posting may touch: those of the owners that its lines name. */
export function accountsOf(
  manager: EntityManager,
  fundId: string,
  keys: readonly AccountKey[],
): Promise<LedgerAccount[]> {
  const owners = [...new Set(keys.map(({ owner }) => owner))];
  const kinds = [...new Set(keys.map(({ kind }) => kind))];
  return manager.find(LedgerAccount, {
    where: { fundId, kind: In(kinds), owner: In(owners) },
    order: { id: 'ASC' },
  });
}
