import { createHmac } from 'node:crypto';
import type { Actor } from '../access';
import { problem, type InvalidInput, type Refused } from '../problems';
import { canonicalJson, type JsonValue } from './canonical-json';
import type { KeyedCall } from './idempotency';

/** A call that is made again under its key, as a command that keeps a secret sees it. */
export interface RepeatedCall<Input extends object> {
  readonly actor: Actor;
  readonly input: Input;
  /** The same bytes as `callSeed` gave the first time. */
  readonly seed: Buffer;
}

/**
 * What a command says whose input or answer is a secret. No record may lead to the secret then: the hash of the input
 * under an idempotency key is keyed by that key, so that nobody finds the input by trying, and no receipt is kept.
 */
export interface SecretCommand<Input extends object> {
  /** The receipt of the first answer, worked out anew from the call alone; or why it is not given again. */
  again(call: RepeatedCall<Input>): JsonValue | Refused;
}

/** 22 characters of base64url hold 128 bits; a UUID has 36. */
const UNGUESSABLE = /^[0-9A-Za-z_-]{22,100}$/;
const FEWEST_DIFFERENT = 8;

/** Refuses a key that somebody who has the database could find by trying; nothing when there is none. */
export function guessableKey(key: string | null): InvalidInput | null {
  if (key === null || (UNGUESSABLE.test(key) && new Set(key).size >= FEWEST_DIFFERENT)) return null;
  return problem.invalidInput(
    'What is sent here is secret, and its key must be one that nobody can guess: a random UUID, or at least 22 random letters and digits.',
    { path: ['idempotencyKey'] },
  );
}

const keyed = (key: string, purpose: string, value: unknown): Buffer =>
  createHmac('sha256', key)
    .update(`${purpose}\n${canonicalJson(value)}`)
    .digest();

/** A keyed call whose record says nothing about the input to anybody who has not the key. */
export function secretCall(
  call: KeyedCall,
  { subject, council, organisation }: Actor,
  key: string,
  command: string,
  input: object,
): KeyedCall {
  // Two callers who happen to share a key must not show by equal hashes that they said the same.
  const said = [subject, council, organisation, command, input];
  return { id: call.id, inputHash: keyed(key, 'input', said).toString('hex') };
}

/**
 * 32 bytes that the same call by the same actor always has and that nobody works out without the key: from them a
 * command makes a secret that it can give again and need not keep. Null for a call without a key.
 */
export function callSeed({ subject, council, organisation }: Actor, input: object): Buffer | null {
  const { idempotencyKey: key } = input as { idempotencyKey?: string | null };
  return key ? keyed(key, 'seed', [subject, council, organisation, input]) : null;
}
