import { And, IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import type { JsonValue, Tx } from '../commands';
import { Ballot, CountedBallot } from './ballot.entity';
import { ofBox, type Box } from './box';
import { PaperBallot } from './paper-ballot.entity';
import { inLots, letOthersRun, type Pile } from './pile';
import { randomKey } from './secrets';
import { wiping } from './wipe';

const filled = (box: Box) => ({ ...ofBox(box), content: Not(IsNull()) });

/**
 * Closes a box for good: what the ballots said is written anew under random keys, in the order of those keys and all
 * in one transaction, and wiped where it stood beside the marks of the receipts. From then on nothing leads from a
 * receipt to what its ballot said.
 * @param pile what lies in the box, read in this transaction while its owner is locked against everybody who casts
 */
export async function closeBox(tx: Tx, { box, contents, ends }: Pile): Promise<void> {
  const { manager } = tx;
  const counted = contents
    .map((said) => ({ id: randomKey(), ...box, said }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const lot of inLots(counted)) {
    const rows = lot.map(({ said, ...row }) => ({ ...row, content: JSON.parse(said) as JsonValue }));
    await tx.insertMany(CountedBallot, rows);
    await letOthersRun();
  }
  let after = '';
  for (const end of ends) {
    const lot = { ...filled(box), id: And(MoreThan(after), LessThanOrEqual(end)) };
    await wiping(manager, () => manager.update(Ballot, lot, { content: null, isCounted: true } as object));
    await letOthersRun();
    after = end;
  }
}

/** Wipes what all ballots of a box say, uncounted: for a vote that was called off. */
export async function discardBox({ manager }: Tx, box: Box): Promise<void> {
  await wiping(manager, async () => {
    await manager.update(Ballot, filled(box), { content: null } as object);
    await manager.update(PaperBallot, filled(box), { content: null } as object);
  });
}
