import { countPapersWaiting } from '@coop/shared/ballots';
import { defineLoader, type RequestContext } from '@coop/shared/graphql';
import { In } from 'typeorm';
import { boxOf } from './ballot.queries';
import { openDeliveries } from './vote-project.rules';
import { VoteProject } from './vote-project.entity';
import type { VoteProjectState } from './vote-project.lifecycle';
import type { VoteAction, VoteState } from './vote.lifecycle';
import type { Vote } from './vote.entity';
import { mayTally, paperProblems, permitInVote, stateAt } from './vote.rules';
import type { VoteViewerCan } from './vote.types';

/** Where the projects of a vote stand: a state for each. */
const projectStatesOf = defineLoader<string, VoteProjectState[]>(async (ids, { database }) => {
  const rows = await database.reader.find(VoteProject, {
    select: { id: true, voteId: true, state: true },
    where: { voteId: In([...ids]) },
  });
  return ids.map((id) => rows.filter(({ voteId }) => voteId === id).map(({ state }) => state));
});

/** How many papers of a vote wait for a second person. */
const papersWaitingOf = defineLoader<Vote, number>(
  async (votes, { database }) => {
    const found = await countPapersWaiting(database.reader, votes.map(boxOf));
    return votes.map(({ id }) => found.get(id) ?? 0);
  },
  ({ id }) => id,
);

/** The rights of the viewer in a vote. */
export interface VoteRights {
  readonly hold: boolean;
  readonly propose: boolean;
}

/** Where a vote stands now. */
export const voteStateAt = (vote: Vote, { now }: RequestContext): VoteState => stateAt(vote, now);

/**
 * What a viewer with these rights may do in a vote: by the rules of the commands, as far as they do not turn on what is
 * typed in. What only somebody with a right is told is not even read for others.
 */
export async function viewerCanIn(
  context: RequestContext,
  vote: Vote,
  rights: VoteRights,
): Promise<VoteViewerCan> {
  const { now } = context;
  const open = (action: VoteAction) => permitInVote(vote, action, now).ok;
  const holds = (action: VoteAction) => rights.hold && open(action);
  const states = async () => (await projectStatesOf.load(context, vote.id)) ?? [];
  return {
    propose: rights.propose && open('propose'),
    closeProposals: holds('closeProposals'),
    assess: holds('assess'),
    keepRoll: holds('keepRoll'),
    openVoting: holds('openVoting') && paperProblems(standingOf(await states()), now).length === 0,
    enterPaper: holds('enterPaper'),
    tally: holds('tally') && mayTally(vote, (await papersWaitingOf.load(context, vote)) ?? 0, now).ok,
    report: holds('report'),
    complete: holds('complete') && openDeliveries(await states()) === 0,
    cancel: holds('cancel'),
  };
}

const standingOf = (states: readonly VoteProjectState[]) => ({
  undecided: states.filter((state) => state === 'PROPOSED').length,
  feasible: states.filter((state) => state === 'FEASIBLE').length,
});
