import { Money, type RequestContext } from '@coop/shared/graphql';
import { ballotPaperOf } from './ballot-paper.queries';
import type { VoteProject } from './vote-project.entity';
import type { Vote } from './vote.entity';
import { VoteOutcome, VoteProjectOutcome } from './vote.types';

const placeOf = ({ fundedOrder, number }: VoteProject): number => fundedOrder ?? 1_000_000 + number;

/** What a vote decided; null before the tally. */
export async function outcomeOf(context: RequestContext, vote: Vote): Promise<VoteOutcome | null> {
  const { spentPence, budgetPence, id } = vote;
  if (spentPence === null) return null;
  const paper = (await ballotPaperOf.load(context, id)) ?? [];
  const projects = [...paper]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((project) =>
      Object.assign(new VoteProjectOutcome(), {
        project,
        funded: project.fundedOrder !== null,
        order: project.fundedOrder,
        support: project.support ?? 0,
        ballots: project.votes ?? 0,
        explanation: project.explanation ?? '',
      }),
    );
  return Object.assign(new VoteOutcome(), {
    spent: Money.of(spentPence),
    left: Money.of(budgetPence - spentPence),
    projects,
  });
}
