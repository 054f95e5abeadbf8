import { addToRoll } from '@coop/shared/ballots';
import type { Tx } from '@coop/shared/commands';
import { boxOf } from './ballot.queries';
import type { Vote } from './vote.entity';

/**
 * Puts voters on the roll of a vote that this transaction has locked. Who is added once voting is set is counted, and
 * that is published: an officer alone could add voters, issue codes to them and cast their ballots.
 * @returns how many were new, and how many of them while voting is on
 */
export async function addVoters(
  tx: Tx,
  vote: Vote,
  voters: readonly string[],
): Promise<{ readonly added: number; readonly addedWhileOpen: number }> {
  const added = await addToRoll(tx, boxOf(vote), voters);
  const addedWhileOpen = vote.state === 'VOTING' ? added : 0;
  // Null: begun before it was counted, so that no number would be true.
  if (addedWhileOpen > 0 && vote.votersAddedWhileOpen !== null)
    await tx.update(
      Object.assign(vote, { votersAddedWhileOpen: vote.votersAddedWhileOpen + addedWhileOpen }),
    );
  return { added, addedWhileOpen };
}
