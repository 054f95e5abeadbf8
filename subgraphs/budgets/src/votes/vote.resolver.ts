import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, Money, toConnection, type RequestContext } from '@coop/shared/graphql';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { communityBudgetById } from '../community-budgets/community-budget.queries';
import { holdVote, proposeProject } from '../access';
import { Council, Ward } from '../stubs';
import { ballotsCastIn, turnoutOf } from './ballot.queries';
import { VoteOrder, VoteProjectOrder, VoteState } from './vote.enums';
import { Vote } from './vote.entity';
import { outcomeOf } from './vote-outcome.queries';
import { projectsOfVote, voteById, votePage } from './vote.queries';
import { viewerCanIn, voteStateAt } from './vote-viewer.queries';
import {
  VoteConnection,
  VoteFilter,
  VoteOutcome,
  VoteProjectConnection,
  VoteProjectFilter,
  VoteTurnout,
  VoteViewerCan,
} from './vote.types';

/** Participatory votes, and what is worked out of them. */
@Resolver(() => Vote)
export class VoteResolver {
  @Query(() => Vote, { nullable: true, description: 'The vote with an id; null when there is none.' })
  vote(
    @Arg('id', () => ID, { description: 'Its id, `vote_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Vote | null> {
    return voteById.load(context, id);
  }

  @ListSize()
  @Query(() => VoteConnection, { description: 'Participatory votes, from calls for proposals to delivery.' })
  async votes(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => VoteFilter, { nullable: true, description: 'Which of them.' })
    filter: VoteFilter | null,
    @Arg('orderBy', () => VoteOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: VoteOrder,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(VoteConnection, await votePage(context, args, filter ?? {}, orderBy));
  }

  @FieldResolver(() => VoteState, {
    description: 'Where it stands. The close comes by the clock: from that instant it is TALLY.',
  })
  state(@Root() vote: Vote, @Ctx() context: RequestContext): VoteState {
    return voteStateAt(vote, context);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that holds it.' })
  council(@Root() { gssCode }: Vote): Council {
    return { gssCode };
  }

  @FieldResolver(() => CommunityBudget, {
    nullable: true,
    description: 'The community budget whose money it decides on; null when it is none.',
  })
  communityBudget(
    @Root() { communityBudgetId }: Vote,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudget | null> | null {
    return communityBudgetId === null ? null : communityBudgetById.load(context, communityBudgetId);
  }

  @FieldResolver(() => [Ward], {
    nullable: true,
    description: "The wards whose residents may vote; empty for the council's whole area.",
  })
  wards(@Root() { wards }: Vote): Ward[] {
    return wards.map((gssCode) => ({ gssCode }));
  }

  @FieldResolver(() => Money, { description: 'The money that it decides on.' })
  budget(@Root() { budgetPence }: Vote): Money {
    return Money.of(budgetPence);
  }

  @FieldResolver(() => Int, {
    description: 'Ballots that were counted; before the tally those in the box, withdrawn ones apart.',
  })
  ballotsCast(@Root() vote: Vote, @Ctx() context: RequestContext): Promise<number> {
    return ballotsCastIn(context, vote);
  }

  @FieldResolver(() => VoteTurnout, { description: 'How many may vote, and how many have.' })
  async turnout(@Root() vote: Vote, @Ctx() context: RequestContext): Promise<VoteTurnout> {
    const count = (await turnoutOf.load(context, vote)) ?? { entitled: 0, online: 0, paper: 0 };
    const { entitled, online, paper } = count;
    return { ...count, share: entitled === 0 ? 0 : (online + paper) / entitled };
  }

  @ListSize()
  @FieldResolver(() => VoteProjectConnection, {
    description: 'Its projects, from proposals to what was delivered.',
  })
  async projects(
    @Root() { id }: Vote,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => VoteProjectFilter, { nullable: true, description: 'Which of them.' })
    filter: VoteProjectFilter | null,
    @Arg('orderBy', () => VoteProjectOrder, { defaultValue: 'NUMBER', description: 'In which order.' })
    orderBy: VoteProjectOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await projectsOfVote.load(context, id, { ...args, filter, orderBy });
    return toConnection(VoteProjectConnection, page);
  }

  @FieldResolver(() => VoteOutcome, {
    nullable: true,
    description: 'What it decided, project by project; null before the tally.',
  })
  outcome(@Root() vote: Vote, @Ctx() context: RequestContext): Promise<VoteOutcome | null> {
    return outcomeOf(context, vote);
  }

  @FieldResolver(() => VoteViewerCan, { description: 'What the viewer may do in it as it stands now.' })
  viewerCan(@Root() vote: Vote, @Ctx() context: RequestContext): Promise<VoteViewerCan> {
    const { actor } = context;
    const rights = { hold: holdVote.allows(actor, vote), propose: proposeProject.allows(actor, vote) };
    return viewerCanIn(context, vote, rights);
  }
}
