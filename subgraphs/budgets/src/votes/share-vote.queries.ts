import type { EntityManager } from 'typeorm';
import { Vote } from './vote.entity';

/**
 * A vote that stays as it is until the end of the transaction, while others may hold it so too: many cast at once, and
 * the tally waits for all of them.
 */
export function shareVote(manager: EntityManager, id: string): Promise<Vote | null> {
  const query = manager.createQueryBuilder(Vote, 'vote').where({ id });
  // SQLite has one writer at a time, which is this transaction.
  if (manager.dataSource.options.type !== 'better-sqlite3') query.setLock('pessimistic_read');
  return query.getOne();
}
