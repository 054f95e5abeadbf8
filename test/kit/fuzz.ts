import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { In, Not } from 'typeorm';
import type { Actor } from '@coop/shared/access';
import { checkInput, type Command, type CommandContext, type CommandResult } from '@coop/shared/commands';
import { AuditEntry } from '@coop/shared/persistence';
import type { Problem } from '@coop/shared/problems';
import { disturbed } from './awkward';
import type { World } from './world';

const KINDS: ReadonlySet<Problem['kind']> = new Set([
  'InvalidInput',
  'NotFound',
  'NotAllowed',
  'WrongState',
  'TooEarly',
  'TooLate',
  'LimitExceeded',
  'Ineligible',
  'Conflict',
] as const);

/** How long and how often to try. */
export interface FuzzOptions {
  /** How many inputs. */
  readonly runs?: number;
  /** Begins a failed search again where it failed. */
  readonly seed?: number;
}

/** What came of the inputs, so that a test can see that both halves were reached. */
export interface FuzzReport {
  readonly refused: number;
  readonly accepted: number;
}

/**
 * Sends random inputs through the checks of an input class: 10,000 unless told. They must never throw, and say what
 * is wrong by typed problems.
 * @param sound inputs as a form would send them; they are disturbed here
 */
export function fuzzValidation(
  type: new () => object,
  sound: fc.Arbitrary<object>,
  { runs = 10_000, seed }: FuzzOptions = {},
): FuzzReport {
  const report = { refused: 0, accepted: 0 };
  fc.assert(
    fc.property(disturbed(sound), (input) => {
      const problems = checkInput(type, input);
      for (const one of problems) {
        assertTyped(one);
        if (one.kind !== 'InvalidInput') throw new Error(`A check of an input answered ${one.kind}.`);
        if (!one.path) throw new Error(`A problem of an input has no path: ${one.message}`);
      }
      report[problems.length > 0 ? 'refused' : 'accepted'] += 1;
    }),
    { numRuns: runs, includeErrorInReport: true, ...(seed === undefined ? {} : { seed }) },
  );
  return report;
}

/** Who runs the commands, and what else may be told. */
export interface FuzzCommandOptions extends FuzzOptions {
  readonly actor?: Actor;
  /** Runs before each input, such as to make something that the command can work on. */
  readonly before?: () => Promise<unknown>;
  /** Actions that are recorded beside the command's own, such as the search that follows it; they may come or not. */
  readonly follow?: readonly string[];
}

/**
 * Runs a command with random inputs: 200 unless told. Whatever they are, it answers by typed problems and has
 * written nothing, or it is done and stands in the audit trail once.
 * @param sound inputs as a form would send them; they are disturbed here
 */
export async function fuzzCommand<Input extends object>(
  world: World,
  command: Command<Input>,
  sound: fc.Arbitrary<Input>,
  { runs = 200, seed, actor, before, follow = [] }: FuzzCommandOptions = {},
): Promise<FuzzReport> {
  const report = { refused: 0, accepted: 0 };
  await fc.assert(
    fc.asyncProperty(disturbed(sound), async (input) => {
      await before?.();
      const rows = await countRows(world);
      const entries = await countEntries(world, follow);
      const result = await attempt(command, world.context(actor), input as Input);
      const after = await countRows(world);
      if (result === null || !result.ok) {
        if (result?.problems.length === 0) throw new Error('It was refused without a problem.');
        result?.problems.forEach(assertTyped);
        assertSame(rows, after);
        report.refused += 1;
      } else {
        const written = (await countEntries(world, follow)) - entries;
        const replayed = written === 0 && usesKey(input);
        if (written !== 1 && !replayed) throw new Error(`It stands in the audit trail ${written} times.`);
        report.accepted += 1;
      }
    }),
    {
      numRuns: runs,
      endOnFailure: true,
      includeErrorInReport: true,
      ...(seed === undefined ? {} : { seed }),
    },
  );
  return report;
}

/** Runs it; null when the input was one that no form could have sent. Any other error is a fault. */
async function attempt<Input extends object>(
  command: Command<Input>,
  context: CommandContext,
  input: Input,
): Promise<CommandResult | null> {
  try {
    return await command.run(context, input);
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions['code'] === 'BAD_USER_INPUT') return null;
    throw error;
  }
}

function assertTyped(one: Problem): void {
  if (!KINDS.has(one.kind)) throw new Error(`Unknown kind of problem ${String(one.kind)}.`);
  if (one.message.trim() === '') throw new Error(`A ${one.kind} says nothing.`);
  if (/undefined|\[object|NaN/.test(one.message)) throw new Error(`A ${one.kind} says: ${one.message}`);
}

const usesKey = (input: unknown): boolean =>
  typeof (input as { idempotencyKey?: unknown } | null)?.idempotencyKey === 'string';

/** How many rows each table has, the kernel's too. */
export async function countRows({ database }: World): Promise<Map<string, number>> {
  const { reader } = database;
  const { driver, entityMetadatas } = reader.dataSource;
  const counts = entityMetadatas.map(
    ({ tableName }) => `SELECT '${tableName}' AS name, COUNT(*) AS rows_in FROM ${driver.escape(tableName)}`,
  );
  const found: { name: string; rows_in: string | number }[] = await reader.query(counts.join(' UNION ALL '));
  return new Map(found.map(({ name, rows_in }) => [name, Number(rows_in)]));
}

/** How many entries the audit trail has, those of some actions apart. */
function countEntries({ database }: World, but: readonly string[]): Promise<number> {
  return database.reader.countBy(AuditEntry, { action: Not(In([...but])) });
}

function assertSame(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): void {
  for (const [table, count] of after)
    if (before.get(table) !== count)
      throw new Error(`It was refused, and yet ${table} went from ${before.get(table)} to ${count} rows.`);
}
