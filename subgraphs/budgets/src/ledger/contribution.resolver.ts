import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, Money, toConnection, type RequestContext } from '@coop/shared/graphql';
import { keepLedger, speakForPartner } from '../access';
import {
  CommunityBudgetPartner,
  CommunityBudgetPriority,
} from '../community-budgets/community-budget-parts.entity';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import {
  communityBudgetById,
  partnerById,
  priorityById,
} from '../community-budgets/community-budget.queries';
import { PlanService } from '../plans/plan.entity';
import { serviceById } from '../plans/plan.queries';
import { Allocation } from './allocation.entity';
import { Contribution } from './contribution.entity';
import { contributionLifecycle } from './contribution.lifecycle';
import type { LedgerAccountKind } from './ledger.enums';
import { allocationById, balancesOfOwner, commitmentsOfAllocation, contributionById } from './ledger.queries';
import { BudgetCommitmentConnection, BudgetCommitmentFilter } from './ledger-lists.types';
import { ContributionViewerCan } from './viewer-can.types';

/** Contributions of partners. */
@Resolver(() => Contribution)
export class ContributionResolver {
  @Query(() => Contribution, {
    nullable: true,
    description: 'The contribution with an id; null when there is none.',
  })
  contribution(
    @Arg('id', () => ID, { description: 'Its id, `contribution_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Contribution | null> {
    return contributionById.load(context, id);
  }

  @FieldResolver(() => CommunityBudget, { nullable: true, description: 'The budget that it is put into.' })
  communityBudget(
    @Root() { fundId }: Contribution,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudget | null> {
    return communityBudgetById.load(context, fundId);
  }

  @FieldResolver(() => CommunityBudgetPartner, { nullable: true, description: 'The partner whose it is.' })
  partner(
    @Root() { partnerId }: Contribution,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPartner | null> {
    return partnerById.load(context, partnerId);
  }

  @FieldResolver(() => Money, { description: 'What was promised, in kind at its value.' })
  pledged(@Root() { pledgedPence }: Contribution): Money {
    return Money.of(pledgedPence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What an hour of it is worth; null where it is no time.',
  })
  hourlyRate(@Root() { hourlyRatePence }: Contribution): Money | null {
    return Money.orNull(hourlyRatePence);
  }

  @FieldResolver(() => Money, { description: 'What of it has arrived.' })
  received(@Root() { receivedPence }: Contribution): Money {
    return Money.of(receivedPence);
  }

  @FieldResolver(() => Money, { description: 'What of it was given back.' })
  returned(@Root() { returnedPence }: Contribution): Money {
    return Money.of(returnedPence);
  }

  @FieldResolver(() => ContributionViewerCan, {
    description: 'What the viewer may do with it as it stands now.',
  })
  async viewerCan(
    @Root() contribution: Contribution,
    @Ctx() context: RequestContext,
  ): Promise<ContributionViewerCan> {
    const { gssCode, partnerId, state } = contribution;
    const partner = await partnerById.load(context, partnerId);
    const treasurer = keepLedger.allows(context.actor, contribution);
    const open = (action: (typeof contributionLifecycle.actions)[number]) =>
      contributionLifecycle.permit(action, state).ok;
    return {
      receive: treasurer && open('receive'),
      withdraw:
        open('withdraw') &&
        speakForPartner.allows(context.actor, { gssCode, organisationId: partner?.organisationId ?? null }),
      return: treasurer && open('return'),
    };
  }
}

/** Allocations, and where their money is. */
@Resolver(() => Allocation)
export class AllocationResolver {
  @Query(() => Allocation, {
    nullable: true,
    description: 'The allocation with an id; null when there is none.',
  })
  allocation(
    @Arg('id', () => ID, { description: 'Its id, `allocation_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Allocation | null> {
    return allocationById.load(context, id);
  }

  @FieldResolver(() => CommunityBudget, { nullable: true, description: 'The budget that it is of.' })
  communityBudget(
    @Root() { fundId }: Allocation,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudget | null> {
    return communityBudgetById.load(context, fundId);
  }

  @FieldResolver(() => CommunityBudgetPriority, {
    nullable: true,
    description: 'The priority that it serves.',
  })
  priority(
    @Root() { priorityId }: Allocation,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPriority | null> | null {
    return priorityId === null ? null : priorityById.load(context, priorityId);
  }

  @FieldResolver(() => PlanService, { nullable: true, description: "The service of the plan's package." })
  service(
    @Root() { serviceId }: Allocation,
    @Ctx() context: RequestContext,
  ): Promise<PlanService | null> | null {
    return serviceId === null ? null : serviceById.load(context, serviceId);
  }

  @FieldResolver(() => Money, { description: 'What is left of it: neither committed nor spent.' })
  left(@Root() allocation: Allocation, @Ctx() context: RequestContext): Promise<Money> {
    return this.balance(context, allocation, 'ALLOCATED');
  }

  @FieldResolver(() => Money, { description: 'What of it is approved for a payee, and not yet paid.' })
  committed(@Root() allocation: Allocation, @Ctx() context: RequestContext): Promise<Money> {
    return this.balance(context, allocation, 'COMMITTED');
  }

  @FieldResolver(() => Money, { description: 'What of it is paid out, or used.' })
  spent(@Root() allocation: Allocation, @Ctx() context: RequestContext): Promise<Money> {
    return this.balance(context, allocation, 'SPENT');
  }

  @ListSize()
  @FieldResolver(() => BudgetCommitmentConnection, {
    description: 'Spending out of it, the latest request first.',
  })
  async commitments(
    @Root() { id }: Allocation,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => BudgetCommitmentFilter, { nullable: true, description: 'Which of it.' })
    filter: BudgetCommitmentFilter | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(
      BudgetCommitmentConnection,
      await commitmentsOfAllocation.load(context, id, { ...args, filter }),
    );
  }

  private async balance(
    context: RequestContext,
    { id }: Allocation,
    kind: LedgerAccountKind,
  ): Promise<Money> {
    const balances = (await balancesOfOwner.load(context, id)) ?? [];
    return Money.of(balances.find((one) => one.kind === kind)?.balancePence ?? 0);
  }
}
