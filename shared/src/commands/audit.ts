import type { EntityManager } from 'typeorm';
import { AuditEntry, AuditTail, bulkInsert } from '../persistence';
import { canonicalJson } from './canonical-json';
import type { AuditFacts, CommandContext } from './command';
import { sha256 } from './hash';

/** The hash of an entry: over everything in it and the hash of the entry before. */
export function auditHash(entry: Omit<AuditEntry, 'hash'>): string {
  const { council, sequence, at, actor, role, action, subject, requestId, changes, previousHash } = entry;
  return sha256(
    canonicalJson({ council, sequence, at, actor, role, action, subject, requestId, changes, previousHash }),
  );
}

/**
 * Appends to a council's trail. The trail's tail is read and locked inside the transaction, last of all rows,
 * so that two processes cannot write the same position.
 */
export async function appendAudit(
  manager: EntityManager,
  context: CommandContext,
  action: string,
  facts: AuditFacts,
): Promise<void> {
  const council = facts.council ?? '';
  const query = manager.createQueryBuilder(AuditTail, 'tail').where('tail.council = :council', { council });
  if (context.database.kind === 'mysql') query.setLock('pessimistic_write');
  const tail = await query.getOne();
  const unsealed = {
    council,
    sequence: (tail?.sequence ?? 0) + 1,
    at: context.now,
    actor: context.actor.subject,
    role: context.actor.role ?? '',
    action,
    subject: facts.subject,
    requestId: context.requestId.slice(0, 100),
    changes: canonicalJson(facts.changes ?? {}),
    previousHash: tail?.hash ?? '',
  };
  const entry = { ...unsealed, hash: auditHash(unsealed) };
  await bulkInsert(manager, AuditEntry, [entry]);
  const { sequence, hash } = entry;
  if (tail) await manager.update(AuditTail, { council }, { sequence, hash });
  else await bulkInsert(manager, AuditTail, [{ council, sequence, hash }]);
}
