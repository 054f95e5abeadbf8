import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { keysetPage, type Page, type PageArgs } from '../persistence';
import { Ballot, CountedBallot } from './ballot.entity';
import { inBoxes, ofBox, type Box } from './box';

/** Rows read at a time, so that memory stays flat however many ballots there are. */
const CHUNK = 2_000;

/** What the ballots of a closed box said, in the random order of their keys: for counting. */
export async function* countedBallots(manager: EntityManager, box: Box): AsyncGenerator<CountedBallot> {
  for (let after = ''; ;) {
    const rows = await under(manager.createQueryBuilder(CountedBallot, 'counted'), 'counted', box)
      .andWhere('counted.id > :after', { after })
      .orderBy('counted.id', 'ASC')
      .limit(CHUNK)
      .getMany();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK) return;
    after = last.id;
  }
}

function under<Row extends Ballot | CountedBallot>(
  query: SelectQueryBuilder<Row>,
  alias: string,
  box: Box,
): SelectQueryBuilder<Row> {
  return query.where(`${alias}.council = :council AND ${alias}.box = :box`, { ...ofBox(box) });
}

/** A page of what the ballots of a closed box said. */
export function countedPage(manager: EntityManager, box: Box, args: PageArgs): Promise<Page<CountedBallot>> {
  return keysetPage({
    query: under(manager.createQueryBuilder(CountedBallot, 'counted'), 'counted', box),
    alias: 'counted',
    ordering: { name: 'RANDOM', column: 'counted.id', direction: 'ASC' },
    args,
  });
}

/** A page of the marks of the ballots that were counted: each voter finds the mark of their own receipt among them. */
export function markPage(manager: EntityManager, box: Box, args: PageArgs): Promise<Page<Ballot>> {
  const query = under(manager.createQueryBuilder(Ballot, 'mark'), 'mark', box).andWhere(
    'mark.isCounted = :isCounted',
    { isCounted: true },
  );
  return keysetPage({
    query,
    alias: 'mark',
    ordering: { name: 'MARK', column: 'mark.id', direction: 'ASC' },
    args,
  });
}

/** How many ballots lie in each of several boxes, withdrawn ones apart, by one statement. */
export async function countBallots(
  manager: EntityManager,
  boxes: readonly Box[],
): Promise<Map<string, number>> {
  if (boxes.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(Ballot, 'ballot')
    .select('ballot.box', 'box')
    .addSelect('COUNT(*)', 'ballots')
    .where(inBoxes(boxes))
    .andWhere('(ballot.content IS NOT NULL OR ballot.isCounted = :isCounted)', { isCounted: true })
    .groupBy('ballot.box')
    .getRawMany<{ box: string; ballots: string | number }>();
  const found = new Map(rows.map(({ box, ballots }) => [box, Number(ballots)]));
  return new Map(boxes.map(({ box }) => [box, found.get(box) ?? 0]));
}
