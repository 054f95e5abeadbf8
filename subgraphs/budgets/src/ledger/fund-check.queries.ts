import { In } from 'typeorm';
import { defineLoader } from '@coop/shared/graphql';
import { safeNumber } from '@coop/shared/persistence';
import { ledgerFaults } from './ledger-check.queries';
import { LedgerPosting } from './ledger.entity';
import { LedgerCheck } from './ledger.types';

/** What came of recomputing the book of a fund: as many statements as there are invariants, for all funds together. */
export const checkOfFund = defineLoader<string, LedgerCheck>(async (ids, { database: { reader } }) => {
  const counts = await reader
    .createQueryBuilder(LedgerPosting, 'posting')
    .select('posting.fundId', 'fundId')
    .addSelect('COUNT(*)', 'count')
    .where({ fundId: In([...ids]) })
    .groupBy('posting.fundId')
    .getRawMany<{ fundId: string; count: string | number }>();
  const faults = await ledgerFaults(reader, ids);
  return ids.map((id) => {
    const mine = faults.filter(({ fundId }) => fundId === id).map(({ message }) => message);
    return Object.assign(new LedgerCheck(), {
      ...{ isSound: mine.length === 0, faults: mine },
      postingCount: safeNumber(counts.find(({ fundId }) => fundId === id)?.count ?? 0),
    });
  });
});
