import { versionProblems, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Decision, type Refused } from '@coop/shared/problems';
import { holdVote } from '../access';
import { Vote } from './vote.entity';

/** Says that a vote is not there. */
export const noVote = (path = 'voteId') => problem.notFound('There is no such vote.', { path: [path] });

/**
 * Locks a vote for an officer of its council who changes it: nobody casts meanwhile.
 * @param path where the input names it
 */
export async function lockHeldVote(
  tx: Tx,
  id: string,
  path: 'id' | 'voteId' = 'voteId',
): Promise<Decision<{ readonly vote: Vote }>> {
  const vote = await tx.lock(Vote, id);
  if (!vote) return refuse(noVote(path));
  const denied = tx.demand(holdVote, vote);
  return denied.length > 0 ? refuse(...denied) : { ok: true, vote };
}

/** A decision with what a stale version adds to it: all problems at once. */
export function unlessStale<Facts extends object>(
  row: { readonly version: number },
  expectedVersion: number | null | undefined,
  decision: Decision<Facts>,
): ({ readonly ok: true } & Facts) | Refused {
  const stale = versionProblems(row, expectedVersion);
  if (!decision.ok) return refuse(...stale, ...decision.problems);
  return stale.length > 0 ? refuse(...stale) : decision;
}
