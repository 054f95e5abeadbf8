import { bulkInsert, newSecret } from '@coop/shared/persistence';
import type { EntityManager } from 'typeorm';
import { ID_OF_KEY, secretOf } from './secret.queries';
import { SpendingKey } from './spend-import.entity';

/** The key, made now where there is none. Inside a write transaction. */
export async function ensureSecret(manager: EntityManager): Promise<string> {
  const found = await secretOf(manager);
  if (found !== null) return found;
  await bulkInsert(manager, SpendingKey, [{ id: ID_OF_KEY, secret: newSecret() }], {
    unlessThere: true,
  });
  return (await secretOf(manager)) ?? '';
}
