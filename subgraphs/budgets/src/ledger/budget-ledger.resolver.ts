import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  ConnectionArgs,
  ListSize,
  LocalDateScalar,
  toConnection,
  type RequestContext,
} from '@coop/shared/graphql';
import { londonDate, type LocalDate } from '@coop/shared/time';
import { keepBudget, keepLedger, requestSpending, sitOnPanel, speakForPartner } from '../access';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { communityBudgetLifecycle } from '../community-budgets/community-budget.lifecycle';
import { partnersOf } from '../community-budgets/community-budget.queries';
import { BudgetPanelMember } from './commitment.entity';
import { checkOfFund } from './fund-check.queries';
import {
  accountsOfFund,
  accountView,
  allocationsOf,
  commitmentsOf,
  contributionsOf,
  panelOf,
  periodsOf,
  postingsOf,
} from './ledger.queries';
import {
  AllocationConnection,
  AllocationFilter,
  BudgetCommitmentConnection,
  BudgetCommitmentFilter,
  ContributionConnection,
  ContributionFilter,
  LedgerPeriodConnection,
  LedgerPostingConnection,
  LedgerPostingFilter,
} from './ledger-lists.types';
import { LedgerAccountType, LedgerCheck, LedgerStatement } from './ledger.types';
import { CommunityPool, CommunityPoolOutlook } from './pool.types';
import { CommunityBudgetViewerCan } from './viewer-can.types';
import { outlookOfFund, poolOf, poolOfFund, statementOf } from './pool.queries';

/** The ledger of a community budget. */
@Resolver(() => CommunityBudget)
export class BudgetLedgerResolver {
  @FieldResolver(() => CommunityPool, {
    description: 'What partners have put in and where it is now, out of the ledger.',
  })
  async pool(@Root() { id }: CommunityBudget, @Ctx() context: RequestContext): Promise<CommunityPool> {
    return (await poolOfFund.load(context, id)) ?? poolOf([]);
  }

  @FieldResolver(() => CommunityPoolOutlook, {
    description:
      'What shows beside the balance: pledges that have not arrived, requests that wait for the panel.',
  })
  outlook(
    @Root() { id }: CommunityBudget,
    @Ctx() context: RequestContext,
  ): Promise<CommunityPoolOutlook | null> {
    return outlookOfFund.load(context, id);
  }

  @ListSize()
  @FieldResolver(() => ContributionConnection, { description: 'What partners promised, the latest first.' })
  async contributions(
    @Root() { id }: CommunityBudget,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ContributionFilter, { nullable: true, description: 'Which of them.' })
    filter: ContributionFilter | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(ContributionConnection, await contributionsOf.load(context, id, { ...args, filter }));
  }

  @ListSize()
  @FieldResolver(() => AllocationConnection, {
    description: 'What is set aside for priorities and services, the latest first.',
  })
  async allocations(
    @Root() { id }: CommunityBudget,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => AllocationFilter, { nullable: true, description: 'Which of them.' })
    filter: AllocationFilter | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(AllocationConnection, await allocationsOf.load(context, id, { ...args, filter }));
  }

  @ListSize()
  @FieldResolver(() => BudgetCommitmentConnection, { description: 'Spending, the latest request first.' })
  async commitments(
    @Root() { id }: CommunityBudget,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => BudgetCommitmentFilter, { nullable: true, description: 'Which of it.' })
    filter: BudgetCommitmentFilter | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(
      BudgetCommitmentConnection,
      await commitmentsOf.load(context, id, { ...args, filter }),
    );
  }

  @ListSize()
  @FieldResolver(() => LedgerPostingConnection, {
    description: 'Its book: every posting, the latest number first.',
  })
  async postings(
    @Root() { id }: CommunityBudget,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => LedgerPostingFilter, { nullable: true, description: 'Which of them.' })
    filter: LedgerPostingFilter | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(
      LedgerPostingConnection,
      (await postingsOf.load(context, id, { ...args, filter })) as never,
    );
  }

  @ListSize()
  @FieldResolver(() => LedgerPeriodConnection, {
    description: 'The periods that are closed, the latest first.',
  })
  async closedPeriods(
    @Root() { id }: CommunityBudget,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(LedgerPeriodConnection, (await periodsOf.load(context, id, { ...args })) as never);
  }

  @FieldResolver(() => [LedgerAccountType], {
    description: 'Its accounts with their balances as they are now.',
  })
  async accounts(
    @Root() { id }: CommunityBudget,
    @Ctx() context: RequestContext,
  ): Promise<LedgerAccountType[]> {
    const accounts = (await accountsOfFund.load(context, id)) ?? [];
    return accounts.map((account) => accountView(account, account.balancePence));
  }

  @FieldResolver(() => LedgerStatement, {
    description: 'The accounts as of the end of a day, worked out of the postings up to it.',
  })
  statement(
    @Root() { id }: CommunityBudget,
    @Arg('on', () => LocalDateScalar, { nullable: true, description: 'The day; today unless told.' })
    on: LocalDate | null,
    @Ctx() context: RequestContext,
  ): Promise<LedgerStatement> {
    return statementOf(context, id, on ?? londonDate(context.now));
  }

  @FieldResolver(() => LedgerCheck, {
    description:
      'Recomputes the whole book: whether every posting balances, and every kept balance is what its entries come to.',
  })
  ledgerCheck(@Root() { id }: CommunityBudget, @Ctx() context: RequestContext): Promise<LedgerCheck | null> {
    return checkOfFund.load(context, id);
  }

  @FieldResolver(() => [BudgetPanelMember], { description: 'Who may approve its spending.' })
  async panel(@Root() { id }: CommunityBudget, @Ctx() context: RequestContext): Promise<BudgetPanelMember[]> {
    return (await panelOf.load(context, id)) ?? [];
  }

  @FieldResolver(() => CommunityBudgetViewerCan, { description: 'What the viewer may do with it.' })
  async viewerCan(
    @Root() budget: CommunityBudget,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetViewerCan> {
    const { gssCode, id } = budget;
    const { actor } = context;
    const partners = await partnersOf(context, id);
    const panel = (await panelOf.load(context, id)) ?? [];
    const speakFor = partners.filter(({ organisationId }) =>
      speakForPartner.allows(actor, { gssCode, organisationId }),
    );
    const isOpen = communityBudgetLifecycle.permit('use', budget.state).ok;
    return {
      keepBudget: keepBudget.allows(actor, budget),
      close: keepBudget.allows(actor, budget) && communityBudgetLifecycle.permit('close', budget.state).ok,
      keepLedger: keepLedger.allows(actor, budget),
      pledge: isOpen && speakFor.length > 0,
      requestSpending:
        isOpen &&
        requestSpending.allows(actor, {
          gssCode,
          partnerOrganisationIds: partners.map(({ organisationId }) => organisationId),
        }),
      approveSpending: sitOnPanel.allows(actor, { gssCode, members: panel }),
      speakFor,
    };
  }
}
