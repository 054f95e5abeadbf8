import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { InvalidInput, Refused } from '../problems';
import { appendAudit } from './audit';
import { checkInput } from './check-input';
import type { Command, CommandContext, CommandResult, Outcome, Tx } from './command';
import { firstAnswer, keepAnswer, keyedCall, keyOf, receipt, takeKey, type KeyedCall } from './idempotency';
import { Transaction } from './transaction';

/** What a command is made of. */
export interface CommandDefinition<Input extends object> {
  /** The mutation's name, which is the action in the audit trail. */
  readonly name: string;
  /** A class with class-validator's decorators, by which every input is checked first. */
  readonly input?: new () => Input;
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
    throw new GraphQLError('Sign in first: this needs a token.', { extensions: { code: 'UNAUTHENTICATED' } });
}

/**
 * Defines one verb that writes. Around its work stand, once for all: the transaction, the idempotency key, the
 * audit trail, and the retries while the database is busy.
 */
export function defineCommand<Input extends object>(definition: CommandDefinition<Input>): Command<Input> {
  return {
    name: definition.name,
    async run(context, input) {
      assertKnown(context);
      const problems = checkInput(definition.input, input);
      const key = keyOf(input);
      if (isProblem(key)) {
        const others = problems.filter(({ path }) => path?.[0] !== 'idempotencyKey');
        return { ok: false, problems: [...others, key] };
      }
      if (problems.length > 0) return { ok: false, problems };
      const call = key === null ? null : keyedCall(context.actor, key, definition.name, input);
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

async function carryOut<Input extends object>(
  manager: EntityManager,
  context: CommandContext,
  { name, handle }: CommandDefinition<Input>,
  input: Input,
  call: KeyedCall | null,
): Promise<CommandResult> {
  if (call) {
    const first = await firstAnswer(manager, call);
    if (first) return first;
    await takeKey(manager, call, context.now);
  }
  const outcome = await handle(new Transaction(manager, context), input);
  if (!outcome.ok) throw new Refusal(outcome);
  if (call) await keepAnswer(manager, call, outcome);
  await appendAudit(manager, context, name, outcome);
  return { ok: true, subject: outcome.subject, ...receipt(outcome.receipt) };
}
