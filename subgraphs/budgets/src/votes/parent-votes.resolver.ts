import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { Council } from '../stubs';
import { VoteOrder } from './vote.enums';
import { votesOfCommunityBudget, votesOfCouncil } from './vote.queries';
import { ParentVoteFilter, VoteConnection } from './vote.types';

/** The votes on a community budget's money. */
@Resolver(() => CommunityBudget)
export class CommunityBudgetVotesResolver {
  @ListSize()
  @FieldResolver(() => VoteConnection, { description: 'Votes in which residents decide on its money.' })
  async votes(
    @Root() { id }: CommunityBudget,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ParentVoteFilter, { nullable: true, description: 'Which of them.' })
    filter: ParentVoteFilter | null,
    @Arg('orderBy', () => VoteOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: VoteOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await votesOfCommunityBudget.load(context, id, { ...args, filter, orderBy });
    return toConnection(VoteConnection, page);
  }
}

/** The votes that a council holds. */
@Resolver(() => Council)
export class CouncilVotesResolver {
  @ListSize()
  @FieldResolver(() => VoteConnection, {
    nullable: true,
    description: 'Participatory votes that it holds.',
  })
  async votes(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ParentVoteFilter, { nullable: true, description: 'Which of them.' })
    filter: ParentVoteFilter | null,
    @Arg('orderBy', () => VoteOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: VoteOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await votesOfCouncil.load(context, gssCode, { ...args, filter, orderBy });
    return toConnection(VoteConnection, page);
  }
}
