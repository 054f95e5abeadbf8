import { IsNull, Not } from 'typeorm';
import type { Tx } from '../commands';
import { Ballot, CountedBallot } from './ballot.entity';
import { ofBox, type Box } from './box';
import { randomKey } from './secrets';

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
  // SQLite would leave the text of a row that is written over in the file until the page is used again.
  if (manager.dataSource.options.type === 'better-sqlite3') await manager.query('PRAGMA secure_delete = ON');
  const cast = await manager.find(Ballot, {
    where: { ...ofBox(box), isCounted: false, content: Not(IsNull()) },
    select: { id: true, content: true },
  });
  const counted = cast
    .map(({ content }) => ({ id: randomKey(), ...ofBox(box), content }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  await tx.insertMany(CountedBallot, counted);
  await manager.update(Ballot, { ...ofBox(box), content: Not(IsNull()) }, {
    content: null,
    isCounted: true,
  } as object);
  return counted.length;
}
