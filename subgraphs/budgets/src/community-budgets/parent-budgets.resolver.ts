import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { Council, Neighbourhood } from '../stubs';
import { CommunityBudgetOrder } from './community-budget.enums';
import { communityBudgetsOfCouncil, communityBudgetsOfNeighbourhood } from './community-budget.queries';
import { CommunityBudgetConnection, CouncilCommunityBudgetFilter } from './community-budget.types';

/** The community budgets in a council's area. */
@Resolver(() => Council)
export class CouncilCommunityBudgetsResolver {
  @ListSize()
  @FieldResolver(() => CommunityBudgetConnection, {
    nullable: true,
    description: 'Community budgets for its area or part of it, those that other councils keep too.',
  })
  async communityBudgets(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CouncilCommunityBudgetFilter, { nullable: true, description: 'Which of them.' })
    filter: CouncilCommunityBudgetFilter | null,
    @Arg('orderBy', () => CommunityBudgetOrder, { defaultValue: 'NAME', description: 'In which order.' })
    _orderBy: CommunityBudgetOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await communityBudgetsOfCouncil.load(context, gssCode, { ...args, filter });
    return toConnection(CommunityBudgetConnection, page);
  }
}

/** The community budgets of a neighbourhood. */
@Resolver(() => Neighbourhood)
export class NeighbourhoodCommunityBudgetsResolver {
  @ListSize()
  @FieldResolver(() => CommunityBudgetConnection, {
    nullable: true,
    description: 'Community budgets for this neighbourhood, by name.',
  })
  async communityBudgets(
    @Root() { id }: Neighbourhood,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    const page = await communityBudgetsOfNeighbourhood.load(context, id, { ...args });
    return toConnection(CommunityBudgetConnection, page);
  }
}
