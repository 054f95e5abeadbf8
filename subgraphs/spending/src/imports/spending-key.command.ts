import { bulkInsert, newSecret, type Database } from '@coop/shared/persistence';
import type { EntityManager } from 'typeorm';
import { SpendingKey } from './spend-import.entity';

const ID = 'spending_key';

/** The key with which contents and names are hashed; null where none was made yet. */
async function secretOf(manager: EntityManager): Promise<string | null> {
  const found = await manager.findOneBy(SpendingKey, { id: ID });
  return found?.secret ?? null;
}

/** The key, made now where there is none. Inside a write transaction. */
export async function ensureSecret(manager: EntityManager): Promise<string> {
  const found = await secretOf(manager);
  if (found !== null) return found;
  await bulkInsert(manager, SpendingKey, [{ id: ID, secret: newSecret() }], {
    unlessThere: true,
  });
  return (await secretOf(manager)) ?? '';
}

/** The key as it stands outside a transaction. */
export const secretIn = ({ reader }: Database): Promise<string | null> => secretOf(reader);
