import {
  countBallots,
  countedBallots,
  countedPage,
  countRolls,
  markPage,
  standingOf,
  type Ballot,
  type Box,
  type RollCount,
} from '@coop/shared/ballots';
import { defineLoader, mapPage, type RequestContext } from '@coop/shared/graphql';
import type { Page, PageArgs } from '@coop/shared/persistence';
import { londonDate } from '@coop/shared/time';
import type { EntityManager } from 'typeorm';
import { standingMessage, type BallotContent } from './ballot.rules';
import type { BallotStanding } from './vote.enums';
import { ballotPaperOf } from './ballot-paper.queries';
import { voteById } from './vote.queries';
import { Vote } from './vote.entity';
import { publishesBallots } from './vote.rules';
import type { PublishedBallot } from './ballot.types';

/** The box of a vote. */
export const boxOf = ({ id, gssCode }: Pick<Vote, 'id' | 'gssCode'>): Box => ({ box: id, council: gssCode });

/** How many stand on the roll of a vote and how many have voted. */
export const turnoutOf = defineLoader<Vote, RollCount>(
  async (votes, { database }) => {
    const found = await countRolls(database.reader, votes.map(boxOf));
    return votes.map(({ id }) => found.get(id) ?? null);
  },
  ({ id }) => id,
);

/** How many ballots lie in the box of a vote. */
export const ballotsIn = defineLoader<Vote, number>(
  async (votes, { database }) => {
    const found = await countBallots(database.reader, votes.map(boxOf));
    return votes.map(({ id }) => found.get(id) ?? null);
  },
  ({ id }) => id,
);

/** Everything that the ballots of a vote said, in the random order of their keys. */
export async function contentsOf(manager: EntityManager, vote: Vote): Promise<BallotContent[]> {
  const contents: BallotContent[] = [];
  for await (const { content } of countedBallots(manager, boxOf(vote)))
    contents.push(content as BallotContent);
  return contents;
}

/** True when the ballots of a vote are published one by one. */
export function arePublished({ ballotsCounted, talliedAt }: Vote): boolean {
  return talliedAt !== null && publishesBallots(ballotsCounted, londonDate(talliedAt));
}

/** A page of a vote's ballots as they are published. */
export async function publishedPage(
  context: RequestContext,
  vote: Vote,
  args: PageArgs,
): Promise<Page<PublishedBallot>> {
  const page = await countedPage(context.database.reader, boxOf(vote), args);
  const paper = (await ballotPaperOf.load(context, vote.id)) ?? [];
  const byNumber = new Map(paper.map((project) => [project.number, project]));
  return mapPage(page, async (rows) =>
    rows.map(({ id, content }) => {
      const { choices, points } = content as BallotContent;
      return {
        id,
        choices: choices.map((number, index) => ({
          number,
          points: points?.[index] ?? null,
          project: byNumber.get(number) ?? null,
        })),
      };
    }),
  );
}

/** A page of the marks of a vote's counted ballots. */
export const marksOf = ({ database }: RequestContext, vote: Vote, args: PageArgs): Promise<Page<Ballot>> =>
  markPage(database.reader, boxOf(vote), args);

/** How many ballots a vote has: counted ones after the tally, those in the box before. */
export async function ballotsCastIn(context: RequestContext, vote: Vote): Promise<number> {
  return vote.ballotsCounted ?? (await ballotsIn.load(context, vote)) ?? 0;
}

/** What became of the ballot of a receipt, and the vote it is in; null when no ballot has it. */
export async function checkReceipt(
  context: RequestContext,
  receipt: string,
): Promise<{ readonly standing: BallotStanding; readonly message: string; readonly vote: Vote } | null> {
  const found = await standingOf(context.database.reader, receipt);
  const vote = found && (await voteById.load(context, found.box));
  if (!vote) return null;
  const { standing } = found;
  return { standing, message: standingMessage(standing, vote, context.now), vote };
}
