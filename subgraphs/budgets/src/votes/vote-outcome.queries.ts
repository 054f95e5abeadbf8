import { Money, type RequestContext } from '@coop/shared/graphql';
import type { VoteAction, VoteState } from './vote.lifecycle';
import type { VoteProject } from './vote-project.entity';
import { ballotPaperOf } from './vote.queries';
import type { Vote } from './vote.entity';
import { permitInVote, stateAt } from './vote.rules';
import { VoteOutcome, VoteProjectOutcome } from './vote.types';

/** Where a vote stands now. */
export const stateNow = (vote: Vote, now: Date): VoteState => stateAt(vote, now);

/** Whether something can be done in a vote now. */
export const permittedNow = (vote: Vote, action: VoteAction, now: Date): boolean =>
  permitInVote(vote, action, now).ok;

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
