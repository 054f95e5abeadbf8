import type { EntityManager } from 'typeorm';
import { canonicalJson, type JsonValue, type Tx } from '../commands';
import { problem, refuse, type Decision } from '../problems';
import { inBoxes, ofBox, type Box } from './box';
import { putInBox } from './cast';
import { PaperBallot } from './paper-ballot.entity';
import { RollEntry } from './roll-entry.entity';
import { newReceipt } from './secrets';
import { wiping } from './wipe';

/** What became of a paper that somebody entered. */
export interface EnteredPaper {
  readonly id: string;
  /** ENTERED: a second person has to enter it too. AGREED: both read the same, and it lies in the box. */
  readonly state: PaperBallot['state'];
}

/**
 * Enters what a paper says. The first entry waits; the second, by somebody else, puts the ballot into the box when
 * both agree. Whose paper it was is noted on the roll apart from this, when its envelope was opened.
 *
 * The caller holds the box's owner locked, so that papers are entered one after the other.
 */
export async function enterPaper(
  tx: Tx,
  box: Box,
  { number, content }: { readonly number: string; readonly content: JsonValue },
): Promise<Decision<EnteredPaper>> {
  const paper = await tx.manager.findOneBy(PaperBallot, { ...ofBox(box), number });
  const me = tx.actor.subject;
  if (!paper) {
    const id = tx.newId('paper');
    const entered = { id, ...ofBox(box), number, state: 'ENTERED' as const, content };
    await wiping(tx.manager, () =>
      tx.insertMany(PaperBallot, [{ ...entered, enteredBy: me, agreedBy: null }]),
    );
    return { ok: true, id, state: 'ENTERED' };
  }
  if (paper.state === 'AGREED')
    return refuse(
      problem.ineligible('This paper was entered by two people and lies in the box.', { path: ['number'] }),
    );
  if (paper.enteredBy === me) {
    await wiping(tx.manager, () => tx.update(Object.assign(paper, { content })));
    return { ok: true, id: paper.id, state: 'ENTERED' };
  }
  if (canonicalJson(paper.content) !== canonicalJson(content))
    return refuse(
      problem.ineligible(
        'The two entries of this paper do not agree. Look at it together; whoever misread it enters it again.',
        { path: ['choices'] },
      ),
    );
  const counted = await countEnvelopes(tx, box);
  if (counted.agreed >= counted.marked)
    return refuse(
      problem.limitExceeded(
        'There would be more papers in the box than voters marked on the roll as having voted on paper.',
        counted.marked,
        counted.agreed + 1,
        { path: ['number'] },
      ),
    );
  // Its receipt is nobody's: a paper is changed by nobody, and its row in the box looks like any other.
  await putInBox(tx, box, newReceipt(), content);
  const agreed = { state: 'AGREED' as const, content: null, agreedBy: me };
  await wiping(tx.manager, () => tx.update(Object.assign(paper, agreed)));
  return { ok: true, id: paper.id, state: 'AGREED' };
}

/**
 * Discards a paper that was entered once and waits: its number was mistyped, or nobody can tell what it says. A second
 * person does it, and its number can be entered anew.
 *
 * The caller holds the box's owner locked.
 */
export async function discardPaper(
  tx: Tx,
  box: Box,
  number: string,
): Promise<Decision<{ readonly id: string }>> {
  const path = ['number'];
  const paper = await tx.manager.findOneBy(PaperBallot, { ...ofBox(box), number });
  if (!paper) return refuse(problem.notFound('No paper with this number was entered.', { path }));
  if (paper.state === 'AGREED')
    return refuse(problem.ineligible('This paper was entered by two people and lies in the box.', { path }));
  if (paper.enteredBy === tx.actor.subject)
    return refuse(
      problem.ineligible('You have entered this paper yourself: somebody else has to discard it.', { path }),
    );
  const { id } = paper;
  await wiping(tx.manager, () => tx.remove(paper));
  return { ok: true, id };
}

/** How many papers lie in the box, and how many voters the roll says have voted on paper. */
async function countEnvelopes(
  { manager }: Tx,
  box: Box,
): Promise<{ readonly agreed: number; readonly marked: number }> {
  const agreed = await manager.countBy(PaperBallot, { ...ofBox(box), state: 'AGREED' });
  const marked = await manager.countBy(RollEntry, { ...ofBox(box), turnout: 'PAPER' });
  return { agreed, marked };
}

/** How many papers of each of several boxes wait for a second person, by one statement. */
export async function countPapersWaiting(
  manager: EntityManager,
  boxes: readonly Box[],
): Promise<Map<string, number>> {
  const rows = await manager
    .createQueryBuilder(PaperBallot, 'paper')
    .select('paper.box', 'box')
    .addSelect('COUNT(*)', 'waiting')
    .where({ ...inBoxes(boxes), state: 'ENTERED' })
    .groupBy('paper.box')
    .getRawMany<{ box: string; waiting: number | string }>();
  return new Map(rows.map(({ box, waiting }) => [box, Number(waiting)]));
}

/** How many papers were entered once and wait for a second person. */
export function papersWaiting({ manager }: Pick<Tx, 'manager'>, box: Box): Promise<number> {
  return manager.countBy(PaperBallot, { ...ofBox(box), state: 'ENTERED' });
}
