import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@coop/shared/graphql';
import { keepBudget, speakForPartner } from '../access';
import {
  CommunityBudgetPartner,
  CommunityBudgetPriority,
} from '../community-budgets/community-budget-parts.entity';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import {
  communityBudgetById,
  partnerById,
  partnersOf,
  priorityById,
} from '../community-budgets/community-budget.queries';
import { OperationalPlan, PlanAgreement, PlanResource, PlanService } from './plan.entity';
import { planLifecycle } from './plan.lifecycle';
import { agreementsOf, planById, plansOf, resourcesOf, servicesOf } from './plan.queries';
import { OperationalPlanViewerCan } from './plan.types';

/** Operational plans. */
@Resolver(() => OperationalPlan)
export class OperationalPlanResolver {
  @Query(() => OperationalPlan, {
    nullable: true,
    description: 'The operational plan with an id; null when there is none.',
  })
  operationalPlan(
    @Arg('id', () => ID, { description: 'Its id, `plan_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<OperationalPlan | null> {
    return planById.load(context, id);
  }

  @FieldResolver(() => CommunityBudget, { nullable: true, description: 'The budget that it is for.' })
  communityBudget(
    @Root() { fundId }: OperationalPlan,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudget | null> {
    return communityBudgetById.load(context, fundId);
  }

  @FieldResolver(() => [PlanService], { description: 'The package of services.' })
  async services(@Root() { id }: OperationalPlan, @Ctx() context: RequestContext): Promise<PlanService[]> {
    return (await servicesOf.load(context, id)) ?? [];
  }

  @FieldResolver(() => [PlanResource], { description: 'The funds and other resources that it rests on.' })
  async resources(@Root() { id }: OperationalPlan, @Ctx() context: RequestContext): Promise<PlanResource[]> {
    return (await resourcesOf.load(context, id)) ?? [];
  }

  @FieldResolver(() => [PlanAgreement], { description: 'The agreements to it as it stands.' })
  agreements(@Root() plan: OperationalPlan, @Ctx() context: RequestContext): Promise<PlanAgreement[]> {
    return agreementsOf(context, plan);
  }

  @FieldResolver(() => [CommunityBudgetPartner], {
    description: 'Partners that have not agreed to it as it stands.',
  })
  async awaiting(
    @Root() plan: OperationalPlan,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPartner[]> {
    const agreed = new Set((await agreementsOf(context, plan)).map(({ partnerId }) => partnerId));
    const partners = await partnersOf(context, plan.fundId);
    return partners.filter(({ id }) => !agreed.has(id));
  }

  @FieldResolver(() => OperationalPlanViewerCan, {
    description: 'What the viewer may do with it as it stands now.',
  })
  async viewerCan(
    @Root() plan: OperationalPlan,
    @Ctx() context: RequestContext,
  ): Promise<OperationalPlanViewerCan> {
    const { gssCode, state } = plan;
    const officer = keepBudget.allows(context.actor, plan);
    const agreed = new Set((await agreementsOf(context, plan)).map(({ partnerId }) => partnerId));
    const partners = (await partnersOf(context, plan.fundId)).filter(({ id }) => !agreed.has(id));
    const open = (action: (typeof planLifecycle.actions)[number]) => planLifecycle.permit(action, state).ok;
    return {
      amend: officer && open('amend'),
      agree:
        open('agree') &&
        partners.some(({ organisationId }) =>
          speakForPartner.allows(context.actor, { gssCode, organisationId }),
        ),
      goLive: officer && open('goLive'),
      close: officer && open('close'),
    };
  }
}

/** Who runs a service, and what it serves. */
@Resolver(() => PlanService)
export class PlanServiceResolver {
  @FieldResolver(() => CommunityBudgetPartner, {
    nullable: true,
    description: 'The partner that runs it; null where several do.',
  })
  partner(
    @Root() { partnerId }: PlanService,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPartner | null> | null {
    return partnerId === null ? null : partnerById.load(context, partnerId);
  }

  @FieldResolver(() => CommunityBudgetPriority, {
    nullable: true,
    description: 'The priority that it serves; null where it serves several.',
  })
  priority(
    @Root() { priorityId }: PlanService,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPriority | null> | null {
    return priorityId === null ? null : priorityById.load(context, priorityId);
  }
}

/** Who gives a resource. */
@Resolver(() => PlanResource)
export class PlanResourceResolver {
  @FieldResolver(() => CommunityBudgetPartner, {
    nullable: true,
    description: 'The partner that gives it; null where several do.',
  })
  partner(
    @Root() { partnerId }: PlanResource,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPartner | null> | null {
    return partnerId === null ? null : partnerById.load(context, partnerId);
  }
}

/** Who agreed. */
@Resolver(() => PlanAgreement)
export class PlanAgreementResolver {
  @FieldResolver(() => CommunityBudgetPartner, { nullable: true, description: 'The partner that agreed.' })
  partner(
    @Root() { partnerId }: PlanAgreement,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPartner | null> {
    return partnerById.load(context, partnerId);
  }
}

/** The plans of a community budget. */
@Resolver(() => CommunityBudget)
export class BudgetPlansResolver {
  @FieldResolver(() => OperationalPlan, {
    nullable: true,
    description: 'The plan that is open, or else the last one; null where none was written.',
  })
  async operationalPlan(
    @Root() { id }: CommunityBudget,
    @Ctx() context: RequestContext,
  ): Promise<OperationalPlan | null> {
    const plans = (await plansOf.load(context, id)) ?? [];
    return plans.find(({ state }) => state !== 'CLOSED') ?? plans[0] ?? null;
  }

  @FieldResolver(() => [OperationalPlan], { description: 'Every plan that it has had, the latest first.' })
  async operationalPlans(
    @Root() { id }: CommunityBudget,
    @Ctx() context: RequestContext,
  ): Promise<OperationalPlan[]> {
    return (await plansOf.load(context, id)) ?? [];
  }
}
