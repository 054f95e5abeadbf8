import type { Database } from '@coop/shared/persistence';
import type { EntityManager } from 'typeorm';
import { SpendingKey } from './spend-import.entity';

/** The id of the one row. */
export const ID_OF_KEY = 'spending_key';

/** The key with which contents and names are hashed; null where none was made yet. */
export async function secretOf(manager: EntityManager): Promise<string | null> {
  const found = await manager.findOneBy(SpendingKey, { id: ID_OF_KEY });
  return found?.secret ?? null;
}

/** The key as it stands outside a transaction. */
export const secretIn = ({ reader }: Database): Promise<string | null> => secretOf(reader);
