import { LessThan, type EntityManager } from 'typeorm';
import type { Actor } from '../access';
import { bulkInsert, IdempotencyKey, type Database } from '../persistence';
import { problem, type InvalidInput } from '../problems';
import { canonicalJson, type JsonValue } from './canonical-json';
import type { CommandResult } from './command';
import { sha256 } from './hash';

const PATH = { path: ['idempotencyKey'] };

/** A call under a key of the caller's choice. */
export interface KeyedCall {
  readonly id: string;
  readonly inputHash: string;
}

/** The key of an input: null when it has none, a problem when it cannot be one. */
export function keyOf(input: object): string | null | InvalidInput {
  const key = (input as { idempotencyKey?: unknown } | null)?.idempotencyKey ?? null;
  if (key === null) return null;
  if (typeof key === 'string' && key !== '' && key.length <= 100) return key;
  return problem.invalidInput('An idempotency key is a text of 1 to 100 characters.', PATH);
}

/**
 * Tells one call from another: keys stand for one command with one input, and belong to the actor in one role, since
 * the same person may act in several, and an answer given to the one is not for the other.
 */
export function keyedCall(actor: Actor, key: string, command: string, input: object): KeyedCall {
  const { subject, role, council, organisation } = actor;
  return {
    id: sha256(canonicalJson([subject, role, council, organisation, key])),
    inputHash: sha256(canonicalJson([command, input])),
  };
}

/** The first answer to a call, a problem when the key stood for another call, null when it is new. */
export async function firstAnswer(manager: EntityManager, call: KeyedCall): Promise<CommandResult | null> {
  const found = await manager.findOneBy(IdempotencyKey, { id: call.id });
  if (!found) return null;
  if (found.inputHash !== call.inputHash) {
    const message =
      'This idempotency key was used before, with other input. Take a new key for a new request.';
    return { ok: false, problems: [problem.invalidInput(message, PATH)] };
  }
  return { ok: true, subject: found.subject, ...receipt(found.receipt as JsonValue | undefined) };
}

/** Takes the key before the work is done: a second call at the same moment waits here for the first. */
export async function takeKey(manager: EntityManager, call: KeyedCall, at: Date): Promise<void> {
  await bulkInsert(manager, IdempotencyKey, [{ ...call, subject: '', receipt: null, at }]);
}

/** Keeps the answer under the key. */
export async function keepAnswer(
  manager: EntityManager,
  call: KeyedCall,
  answer: { readonly subject: string; readonly receipt?: JsonValue },
): Promise<void> {
  const kept = { subject: answer.subject, receipt: answer.receipt ?? null };
  await manager.update(IdempotencyKey, { id: call.id }, kept as object);
}

/** An answer's receipt, where it has one. */
export function receipt(value: JsonValue | undefined): { receipt?: JsonValue } {
  return value === undefined || value === null ? {} : { receipt: value };
}

/** Forgets keys older than an instant; they grow for ever otherwise. Answers how many there were. */
export async function forgetIdempotencyKeys(database: Database, before: Date): Promise<number> {
  return database.transaction(async (manager) => {
    const { affected } = await manager.delete(IdempotencyKey, { at: LessThan(before) });
    return affected ?? 0;
  });
}
