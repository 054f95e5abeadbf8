import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { InvalidInput, Refused } from '../problems';
import { appendAudit } from './audit';
import { checkInput } from './check-input';
import type { Command, CommandContext, CommandResult, Outcome, Tx } from './command';
import { firstAnswer, keepAnswer, keyedCall, keyOf, receipt, takeKey, type KeyedCall } from './idempotency';
import { callSeed, guessableKey, secretCall, type SecretCommand } from './secret-call';
import { Transaction } from './transaction';

/** What a command is made of. */
export interface CommandDefinition<Input extends object> {
  /** The mutation's name, which is the action in the audit trail. */
  readonly name: string;
  /** A class with class-validator's decorators, by which every input is checked first. */
  readonly input?: new () => Input;
  /** Somebody without a token may run it too: it asks for a secret instead, such as a code from a letter. */
  readonly admitsAnybody?: boolean;
  /** Its input or its answer is a secret, which no record may lead to. */
  readonly secret?: SecretCommand<Input>;
  /**
   * Loads under lock, authorises, decides, saves. It may run more than once, so it has no effect but through
   * the transaction; when it refuses, nothing that it wrote stays.
   */
  handle(tx: Tx, input: Input): Promise<Outcome>;
}

/** Thrown through the transaction to roll a refusal back; never seen outside. */
class Refusal extends Error {
  constructor(readonly refused: Refused) {
    super('Refused.');
  }
}

const isProblem = (key: string | null | InvalidInput): key is InvalidInput =>
  typeof key === 'object' && key !== null;

/** Refuses everybody without a token. */
export function assertKnown({ actor }: CommandContext): void {
  if (actor.kind === 'anonymous')
    throw new GraphQLError('Sign in first: send a token in the header Authorization, as “Bearer …”.', {
      extensions: { code: 'UNAUTHENTICATED' },
    });
}

/**
 * Defines one verb that writes. Around its work stand, once for all: the transaction, the idempotency key, the
 * audit trail, and the retries while the database is busy.
 */
export function defineCommand<Input extends object>(definition: CommandDefinition<Input>): Command<Input> {
  return {
    name: definition.name,
    async run(context, input) {
      if (!definition.admitsAnybody) assertKnown(context);
      const problems = checkInput(definition.input, input);
      const key = usableKey(definition, input);
      if (isProblem(key)) {
        const others = problems.filter(({ path }) => path?.[0] !== 'idempotencyKey');
        return { ok: false, problems: [...others, key] };
      }
      if (problems.length > 0) return { ok: false, problems };
      const call = key === null ? null : callOf(definition, context, key, input);
      try {
        return await context.database.transaction((manager) =>
          carryOut(manager, context, definition, input, call),
        );
      } catch (error) {
        if (error instanceof Refusal) return { ok: false, problems: error.refused.problems };
        throw error;
      }
    },
  };
}

function usableKey(
  { secret }: Pick<CommandDefinition<never>, 'secret'>,
  input: object,
): string | null | InvalidInput {
  const key = keyOf(input);
  return !secret || isProblem(key) ? key : (guessableKey(key) ?? key);
}

function callOf<Input extends object>(
  { name, secret }: CommandDefinition<Input>,
  { actor }: CommandContext,
  key: string,
  input: Input,
): KeyedCall {
  const call = keyedCall(actor, key, name, input);
  return secret ? secretCall(call, actor, key, name, input) : call;
}

/** The answer to a call that was made before: as it was kept or, where nothing secret is kept, worked out anew. */
function answeredBefore<Input extends object>(
  first: CommandResult,
  { secret }: CommandDefinition<Input>,
  { actor }: CommandContext,
  input: Input,
): CommandResult {
  const seed = first.ok && secret ? callSeed(actor, input) : null;
  if (!first.ok || !secret || !seed) return first;
  const again = secret.again({ actor, input, seed });
  return isRefused(again) ? again : { ...first, ...receipt(again) };
}

const isRefused = (again: unknown): again is Refused =>
  typeof again === 'object' && again !== null && 'ok' in again && again.ok === false;

async function carryOut<Input extends object>(
  manager: EntityManager,
  context: CommandContext,
  definition: CommandDefinition<Input>,
  input: Input,
  call: KeyedCall | null,
): Promise<CommandResult> {
  const { name, handle, secret } = definition;
  if (call) {
    const first = await firstAnswer(manager, call);
    if (first) return answeredBefore(first, definition, context, input);
    await takeKey(manager, call, context.now);
  }
  const outcome = await handle(new Transaction(manager, context), input);
  if (!outcome.ok) throw new Refusal(outcome);
  if (call) await keepAnswer(manager, call, secret ? { subject: outcome.subject } : outcome);
  await appendAudit(manager, context, name, outcome);
  return { ok: true, subject: outcome.subject, ...receipt(outcome.receipt) };
}
