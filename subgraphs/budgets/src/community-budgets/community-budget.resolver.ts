import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { Council, Neighbourhood, Organisation } from '../stubs';
import { CommunityBudgetPartner, CommunityBudgetPriority } from './community-budget-parts.entity';
import { CommunityBudgetOrder } from './community-budget.enums';
import { CommunityBudget } from './community-budget.entity';
import {
  communityBudgetById,
  communityBudgetPage,
  councilCodesOf,
  partnersOf,
  prioritiesOf,
} from './community-budget.queries';
import { BudgetLead, CommunityBudgetConnection, CommunityBudgetFilter } from './community-budget.types';

/** Community budgets, who leads them and who takes part. */
@Resolver(() => CommunityBudget)
export class CommunityBudgetResolver {
  @Query(() => CommunityBudget, {
    nullable: true,
    description: 'The community budget with an id; null when there is none.',
  })
  communityBudget(
    @Arg('id', () => ID, { description: 'Its id, `communitybudget_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudget | null> {
    return communityBudgetById.load(context, id);
  }

  @ListSize()
  @Query(() => CommunityBudgetConnection, {
    description: 'Community budgets of neighbourhoods and whole places.',
  })
  async communityBudgets(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CommunityBudgetFilter, { nullable: true, description: 'Which of them.' })
    filter: CommunityBudgetFilter | null,
    @Arg('orderBy', () => CommunityBudgetOrder, { defaultValue: 'NAME', description: 'In which order.' })
    _orderBy: CommunityBudgetOrder,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(CommunityBudgetConnection, await communityBudgetPage(context, args, filter ?? {}));
  }

  @FieldResolver(() => Council, {
    nullable: true,
    description: 'The council that keeps it and its ledger; null where the directory is away.',
  })
  council(@Root() { gssCode }: CommunityBudget): Council {
    return { gssCode };
  }

  @FieldResolver(() => [Council], {
    nullable: true,
    description: 'The councils in whose areas it is: one, or several for a whole place.',
  })
  async councils(@Root() { id }: CommunityBudget, @Ctx() context: RequestContext): Promise<Council[]> {
    return ((await councilCodesOf.load(context, id)) ?? []).map((gssCode) => ({ gssCode }));
  }

  @FieldResolver(() => Neighbourhood, {
    nullable: true,
    description: 'The neighbourhood that it is for; null for a whole place, or where the directory is away.',
  })
  neighbourhood(@Root() { neighbourhoodId }: CommunityBudget): Neighbourhood | null {
    return neighbourhoodId === null ? null : { id: neighbourhoodId };
  }

  @FieldResolver(() => BudgetLead, { description: 'The body that leads it.' })
  lead(@Root() { leadKind, leadName, leadOrganisationId }: CommunityBudget): BudgetLead {
    return {
      kind: leadKind,
      name: leadName,
      organisation: leadOrganisationId === null ? null : { id: leadOrganisationId },
    };
  }

  @FieldResolver(() => [CommunityBudgetPartner], {
    description: 'The bodies that take part, each of which has to agree to the plan.',
  })
  async partners(
    @Root() { id }: CommunityBudget,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPartner[]> {
    return (await partnersOf.load(context, id)) ?? [];
  }

  @FieldResolver(() => [CommunityBudgetPriority], {
    description: 'What it is to change first, in the order that residents and partners gave.',
  })
  async priorities(
    @Root() { id }: CommunityBudget,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPriority[]> {
    return (await prioritiesOf.load(context, id)) ?? [];
  }

  @FieldResolver(() => Int, {
    description: "How many of the panel's members have to approve before money is committed.",
  })
  approvalsNeeded(@Root() { approvalsNeeded }: CommunityBudget): number {
    return approvalsNeeded;
  }
}

/** The body behind a partner. */
@Resolver(() => CommunityBudgetPartner)
export class CommunityBudgetPartnerResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'Its entry in the directory; null where it has none, or where the directory is away.',
  })
  organisation(@Root() { organisationId }: CommunityBudgetPartner): Organisation | null {
    return organisationId === null ? null : { id: organisationId };
  }
}
