import type { EntityManager } from 'typeorm';
import type { JsonValue, Tx } from '../commands';
import { problem, refuse, type Decision, type NotFound } from '../problems';
import { Ballot } from './ballot.entity';
import { ofBox, type Box } from './box';
import { markVoted } from './roll';
import type { RollEntry } from './roll-entry.entity';
import { markOf, newReceipt } from './secrets';
import { wiping } from './wipe';

/**
 * Casts a voter's one ballot: the roll is told that they voted, the box what the ballot says, and nothing which of
 * the box's ballots is theirs.
 * @param entry the voter, locked in this transaction
 * @param seed what the receipt is made from when the call can be repeated (`callSeed`); random when null
 * @param path where the input names the voter, for the problem when they have voted already
 * @returns the receipt, which is kept nowhere
 */
export async function castBallot(
  tx: Tx,
  entry: RollEntry,
  content: JsonValue,
  { seed, path }: { readonly seed: Buffer | null; readonly path: readonly string[] },
): Promise<Decision<{ readonly receipt: string }>> {
  const marked = await markVoted(tx, entry, 'ONLINE', path);
  if (!marked.ok) return marked;
  const receipt = newReceipt(seed);
  await putInBox(tx, entry, receipt, content);
  return { ok: true, receipt };
}

/** Puts a ballot into its box under the mark of its receipt. */
export async function putInBox(tx: Tx, box: Box, receipt: string, content: JsonValue): Promise<void> {
  const id = markOf(receipt);
  if (id === null) throw new Error('A receipt of our own making cannot be read.');
  // The file makes room for a row by moving others, and would keep what stood where they were.
  await wiping(tx.manager, () => tx.insertMany(Ballot, [{ id, ...ofBox(box), content, isCounted: false }]));
}

const unknownReceipt = (): NotFound =>
  problem.notFound('No ballot has this receipt. Look at each letter and digit again.', { path: ['receipt'] });

/** The box that the ballot of a receipt lies in, so that its owner can be locked before the ballot. */
export async function boxOfReceipt(manager: EntityManager, receipt: string): Promise<Decision<Box>> {
  const id = markOf(receipt);
  const found = id === null ? null : await manager.findOneBy(Ballot, { id });
  return found ? { ok: true, ...ofBox(found) } : refuse(unknownReceipt());
}

/**
 * Makes a ballot say something else, or nothing (null: it is withdrawn, and can be made to say something again). The
 * receipt stays the same; whoever has it is the voter, nobody is asked for a name.
 */
export async function rewriteBallot(
  tx: Tx,
  receipt: string,
  content: JsonValue | null,
): Promise<Decision<Box>> {
  const id = markOf(receipt);
  const ballot = id === null ? null : await tx.lock(Ballot, id);
  if (!ballot) return refuse(unknownReceipt());
  if (content === null && ballot.content === null)
    return refuse(problem.ineligible('This ballot was withdrawn already.', { path: ['receipt'] }));
  await wiping(tx.manager, () => tx.update(Object.assign(ballot, { content })));
  return { ok: true, ...ofBox(ballot) };
}

/** What became of the ballot of a receipt: whether it lies in its box, counts or counted, and never what it says. */
export type BallotStanding = 'CAST' | 'WITHDRAWN' | 'COUNTED';

/** Looks a receipt up; null when no ballot has it. */
export async function standingOf(
  manager: EntityManager,
  receipt: string,
): Promise<(Box & { readonly standing: BallotStanding }) | null> {
  const id = markOf(receipt);
  const ballot = id === null ? null : await manager.findOneBy(Ballot, { id });
  if (!ballot) return null;
  const standing = ballot.isCounted ? 'COUNTED' : ballot.content === null ? 'WITHDRAWN' : 'CAST';
  return { ...ofBox(ballot), standing };
}
