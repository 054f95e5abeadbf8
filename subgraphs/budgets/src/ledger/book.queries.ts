import { In, type EntityManager } from 'typeorm';
import { safeNumber } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { LedgerAccount, LedgerPeriod, LedgerPosting } from './ledger.entity';
import type { AccountKey } from './posting.rules';

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
