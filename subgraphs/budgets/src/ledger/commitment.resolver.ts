import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Money, type RequestContext } from '@coop/shared/graphql';
import { keepLedger, ownRequest, readPersons, sitOnPanel } from '../access';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { communityBudgetById } from '../community-budgets/community-budget.queries';
import { Organisation } from '../stubs';
import { Allocation } from './allocation.entity';
import { BudgetCommitment, BudgetCommitmentVerdict, BudgetPanelMember } from './commitment.entity';
import { commitmentLifecycle } from './commitment.lifecycle';
import { allocationById, commitmentById, panelOf, verdictsOf } from './ledger.queries';
import { BudgetPayee } from './ledger.types';
import { BudgetCommitmentViewerCan } from './viewer-can.types';
import { maySpeak } from './speak-on-panel.command';

/** Spending out of allocations. */
@Resolver(() => BudgetCommitment)
export class BudgetCommitmentResolver {
  @Query(() => BudgetCommitment, {
    nullable: true,
    description: 'The commitment with an id; null when there is none.',
  })
  budgetCommitment(
    @Arg('id', () => ID, { description: 'Its id, `budgetcommitment_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<BudgetCommitment | null> {
    return commitmentById.load(context, id);
  }

  @FieldResolver(() => CommunityBudget, { nullable: true, description: 'The budget that it is of.' })
  communityBudget(
    @Root() { fundId }: BudgetCommitment,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudget | null> {
    return communityBudgetById.load(context, fundId);
  }

  @FieldResolver(() => Allocation, { nullable: true, description: 'What it is paid out of.' })
  allocation(
    @Root() { allocationId }: BudgetCommitment,
    @Ctx() context: RequestContext,
  ): Promise<Allocation | null> {
    return allocationById.load(context, allocationId);
  }

  @FieldResolver(() => BudgetPayee, { description: 'Who is to be paid.' })
  payee(@Root() commitment: BudgetCommitment, @Ctx() context: RequestContext): BudgetPayee {
    const { payeeName, payeeIsPerson, payeeOrganisationId } = commitment;
    const isShown = !payeeIsPerson || readPersons.allows(context.actor, commitment);
    return {
      name: isShown ? payeeName : 'An individual',
      isPerson: payeeIsPerson,
      organisation: payeeOrganisationId === null ? null : { id: payeeOrganisationId },
    };
  }

  @FieldResolver(() => Money, { description: 'What was asked for.' })
  amount(@Root() { amountPence }: BudgetCommitment): Money {
    return Money.of(amountPence);
  }

  @FieldResolver(() => Money, { description: 'What of it is paid.' })
  paid(@Root() { paidPence }: BudgetCommitment): Money {
    return Money.of(paidPence);
  }

  @FieldResolver(() => Money, { description: 'What of it went back into the allocation.' })
  released(@Root() { releasedPence }: BudgetCommitment): Money {
    return Money.of(releasedPence);
  }

  @FieldResolver(() => [BudgetCommitmentVerdict], {
    description: 'What members of the panel said, in that order.',
  })
  async verdicts(
    @Root() { id }: BudgetCommitment,
    @Ctx() context: RequestContext,
  ): Promise<BudgetCommitmentVerdict[]> {
    return (await verdictsOf.load(context, id)) ?? [];
  }

  @FieldResolver(() => BudgetCommitmentViewerCan, {
    description: 'What the viewer may do with it as it stands now.',
  })
  async viewerCan(
    @Root() commitment: BudgetCommitment,
    @Ctx() context: RequestContext,
  ): Promise<BudgetCommitmentViewerCan> {
    const { actor } = context;
    const panel = (await panelOf.load(context, commitment.fundId)) ?? [];
    const onPanel = sitOnPanel.allows(actor, { gssCode: commitment.gssCode, members: panel });
    const verdicts = onPanel ? ((await verdictsOf.load(context, commitment.id)) ?? []) : [];
    const speaks = onPanel && maySpeak(actor, commitment, panel, verdicts);
    const treasurer = keepLedger.allows(actor, commitment);
    const open = (action: (typeof commitmentLifecycle.actions)[number]) =>
      commitmentLifecycle.permit(action, commitment.state).ok;
    return {
      approve: speaks && open('approve'),
      reject: speaks && open('reject'),
      withdraw: ownRequest.allows(actor, commitment) && open('withdraw'),
      pay: treasurer && open('pay'),
      release: treasurer && open('release'),
    };
  }
}

/** For whom a member of the panel sits there. */
@Resolver(() => BudgetPanelMember)
export class PanelMemberResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description:
      'The organisation that the member acts for; null where it is none, or where the directory is away.',
  })
  organisation(@Root() { organisationId }: BudgetPanelMember): Organisation | null {
    return organisationId === null ? null : { id: organisationId };
  }
}
