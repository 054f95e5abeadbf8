import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Ballot } from './ballot.entity';
import { ofBox, type Box } from './box';

/** Ballots read or written at a time; between two such lots others get their turn. */
const LOT = 2_000;

/** What lies in a box at one moment, withdrawn ballots apart: for counting, and for finding that nothing has changed. */
export interface Pile {
  readonly box: Box;
  /** What each ballot says, as JSON text, in an order that has nothing to do with that of casting. */
  readonly contents: readonly string[];
  /** The last mark of each lot in which it was read, so that it can be wiped in the same lots. */
  readonly ends: readonly string[];
  /** Is the same for the same ballots saying the same, and for no others. */
  readonly fingerprint: string;
}

/** Reads what lies in a box. Only under a lock on the box's owner is it sure to stay so. */
export async function pileOf(manager: EntityManager, box: Box): Promise<Pile> {
  const hash = createHash('sha256');
  const contents: string[] = [];
  const ends: string[] = [];
  for await (const lot of lotsOf(manager, box)) {
    for (const { id, content } of lot) {
      hash.update(`${id}\n${content}\n`);
      contents.push(content);
    }
    ends.push(...lot.slice(-1).map(({ id }) => id));
  }
  return { box: ofBox(box), contents, ends, fingerprint: hash.digest('hex') };
}

interface Said {
  readonly id: string;
  readonly content: string;
}

/** The ballots of a box that say something, in the order of their marks, lot by lot. */
async function* lotsOf(manager: EntityManager, box: Box): AsyncGenerator<readonly Said[]> {
  for (let after = ''; ;) {
    const lot = await manager
      .createQueryBuilder(Ballot, 'ballot')
      .select('ballot.id', 'id')
      .addSelect('ballot.content', 'content')
      .where('ballot.council = :council AND ballot.box = :box', { ...ofBox(box) })
      .andWhere('ballot.content IS NOT NULL AND ballot.id > :after', { after })
      .orderBy('ballot.id', 'ASC')
      .limit(LOT)
      .getRawMany<Said>();
    yield lot;
    const last = lot.at(-1);
    if (!last || lot.length < LOT) return;
    after = last.id;
    await letOthersRun();
  }
}

/** An array in pieces of one lot each. */
export function* inLots<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += LOT) yield rows.slice(from, from + LOT);
}

/** Lets whatever else waits in this process run: an embedded database answers at once and would keep it waiting. */
export const letOthersRun = (): Promise<void> => new Promise((go) => setImmediate(go));
