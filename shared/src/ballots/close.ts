import { IsNull, Not } from 'typeorm';
import type { Tx } from '../commands';
import { Ballot, CountedBallot } from './ballot.entity';
import { ofBox, type Box } from './box';
import { PaperBallot } from './paper-ballot.entity';
import { randomKey } from './secrets';
import { wiping } from './wipe';

const filled = (box: Box) => ({ ...ofBox(box), content: Not(IsNull()) });

/**
 * Closes a box for good: what the ballots said is written anew under random keys, in the order of those keys and all
 * in one transaction, and wiped where it stood beside the marks of the receipts. From then on nothing leads from a
 * receipt to what its ballot said.
 *
 * The caller holds the box's owner locked against everybody who casts.
 * @returns how many ballots are counted
 */
export async function closeBox(tx: Tx, box: Box): Promise<number> {
  const { manager } = tx;
  const cast = await manager.find(Ballot, { where: filled(box), select: { id: true, content: true } });
  const counted = cast
    .map(({ content }) => ({ id: randomKey(), ...ofBox(box), content }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  await tx.insertMany(CountedBallot, counted);
  await wiping(manager, () =>
    manager.update(Ballot, filled(box), { content: null, isCounted: true } as object),
  );
  return counted.length;
}

/** Wipes what all ballots of a box say, uncounted: for a vote that was called off. */
export async function discardBox({ manager }: Tx, box: Box): Promise<void> {
  await wiping(manager, async () => {
    await manager.update(Ballot, filled(box), { content: null } as object);
    await manager.update(PaperBallot, filled(box), { content: null } as object);
  });
}
