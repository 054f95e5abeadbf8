import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { speakForPartner } from '../access';
import { Council, Neighbourhood, Organisation } from '../stubs';
import { budgetPartnerLifecycle } from './budget-partner.lifecycle';
import {
  BudgetAccountability,
  CommunityBudgetPartner,
  CommunityBudgetPriority,
} from './community-budget-parts.entity';
import { CommunityBudgetOrder } from './community-budget.enums';
import { CommunityBudget } from './community-budget.entity';
import {
  accountabilityOf,
  communityBudgetById,
  communityBudgetPage,
  councilCodesOf,
  partnerById,
  partnersOf,
  prioritiesOf,
} from './community-budget.queries';
import {
  BudgetLead,
  BudgetPartnerViewerCan,
  CommunityBudgetConnection,
  CommunityBudgetFilter,
} from './community-budget.types';

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
  lead(@Root() { leadKind, leadName, leadOrganisationId, leadIsIllustrative }: CommunityBudget): BudgetLead {
    return {
      kind: leadKind,
      name: leadName,
      organisation: leadOrganisationId === null ? null : { id: leadOrganisationId },
      illustrative: leadIsIllustrative,
    };
  }

  @FieldResolver(() => [CommunityBudgetPartner], {
    description: 'The bodies that take part, each of which has to agree to the plan.',
  })
  partners(
    @Root() { id }: CommunityBudget,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPartner[]> {
    return partnersOf(context, id);
  }

  @FieldResolver(() => [CommunityBudgetPartner], {
    description: 'The bodies that are asked to take part and have not said yet.',
  })
  invitedPartners(
    @Root() { id }: CommunityBudget,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPartner[]> {
    return partnersOf(context, id, 'INVITED');
  }

  @FieldResolver(() => [CommunityBudgetPartner], {
    description: 'The bodies that took part and left, or were asked and declined.',
  })
  formerPartners(
    @Root() { id }: CommunityBudget,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPartner[]> {
    return partnersOf(context, id, 'LEFT', 'DECLINED');
  }

  @FieldResolver(() => [BudgetAccountability], {
    description:
      'Who answers for what in it, whatever plan it has; what a plan adds is in `operationalPlan`. Empty where nothing was said.',
  })
  async accountability(
    @Root() { id }: CommunityBudget,
    @Ctx() context: RequestContext,
  ): Promise<BudgetAccountability[]> {
    return (await accountabilityOf.load(context, id)) ?? [];
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

/** Which of the partners somebody with a duty is. */
@Resolver(() => BudgetAccountability)
export class BudgetAccountabilityResolver {
  @FieldResolver(() => CommunityBudgetPartner, {
    nullable: true,
    description: 'The partner that it is; null where it is none of them.',
  })
  partner(
    @Root() { partnerId }: BudgetAccountability,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPartner | null> | null {
    return partnerId === null ? null : partnerById.load(context, partnerId);
  }
}

/** The body behind a partner, and who may speak for it. */
@Resolver(() => CommunityBudgetPartner)
export class CommunityBudgetPartnerResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'Its entry in the directory; null where it has none, or where the directory is away.',
  })
  organisation(@Root() { organisationId }: CommunityBudgetPartner): Organisation | null {
    return organisationId === null ? null : { id: organisationId };
  }
  @FieldResolver(() => BudgetPartnerViewerCan, {
    description: 'What the viewer may do with its entry as it stands now.',
  })
  async viewerCan(
    @Root() partner: CommunityBudgetPartner,
    @Ctx() context: RequestContext,
  ): Promise<BudgetPartnerViewerCan> {
    const speaks = speakForPartner.allows(context.actor, partner);
    const budget = await communityBudgetById.load(context, partner.budgetId);
    const open = (action: (typeof budgetPartnerLifecycle.actions)[number]) =>
      speaks && budgetPartnerLifecycle.permit(action, partner.state).ok;
    const stands = budget?.state === 'OPEN';
    return {
      join: stands && open('join'),
      decline: open('decline'),
      leave: stands && open('leave') && partner.position > 0,
    };
  }
}
