import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { Council, Organisation } from '../stubs';
import { grantsOfBudget, grantsOfCouncil, grantsOfOrganisation } from './grant.queries';
import { GrantConnection, ParentGrantFilter } from './grant.types';

/** The grants of a council. */
@Resolver(() => Council)
export class CouncilGrantsResolver {
  @ListSize()
  @FieldResolver(() => GrantConnection, {
    nullable: true,
    description: 'Grants that it gave, the latest first.',
  })
  async grants(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ParentGrantFilter, { nullable: true, description: 'Which of them.' })
    filter: ParentGrantFilter | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(GrantConnection, await grantsOfCouncil.load(context, gssCode, { ...args, filter }));
  }
}

/** The grants out of a community budget. */
@Resolver(() => CommunityBudget)
export class BudgetGrantsResolver {
  @ListSize()
  @FieldResolver(() => GrantConnection, { description: 'Grants out of it, the latest first.' })
  async grants(
    @Root() { id }: CommunityBudget,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ParentGrantFilter, { nullable: true, description: 'Which of them.' })
    filter: ParentGrantFilter | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(GrantConnection, await grantsOfBudget.load(context, id, { ...args, filter }));
  }
}

/** The grants that an organisation got. */
@Resolver(() => Organisation)
export class OrganisationGrantsResolver {
  @ListSize()
  @FieldResolver(() => GrantConnection, {
    nullable: true,
    description: 'Grants that it got, of those whose record names its entry in the directory.',
  })
  async grants(
    @Root() { id }: Organisation,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ParentGrantFilter, { nullable: true, description: 'Which of them.' })
    filter: ParentGrantFilter | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(GrantConnection, await grantsOfOrganisation.load(context, id, { ...args, filter }));
  }
}
