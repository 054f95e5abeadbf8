import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, Money, toConnection, type RequestContext } from '@coop/shared/graphql';
import { keepLedger, ownWardBudget, readPersons } from '../access';
import { LedgerPostingConnection } from '../ledger/ledger-lists.types';
import { postingsOf } from '../ledger/ledger.queries';
import { poolOf, poolOfFund } from '../ledger/pool.queries';
import { Council, Organisation, Ward } from '../stubs';
import { wardAwardLifecycle } from './ward-award.lifecycle';
import { standingOf } from './stand-to-award.command';
import { WardAward, WardBudget } from './ward-budget.entity';
import { WardBudgetOrder } from './ward-budget.enums';
import {
  awardsOfWardBudget,
  wardBudgetById,
  wardBudgetPage,
  wardBudgetsOfCouncil,
  wardBudgetsOfWard,
} from './ward-budget.queries';
import {
  ParentWardBudgetFilter,
  WardAwardConnection,
  WardAwardFilter,
  WardAwardViewerCan,
  WardBudgetConnection,
  WardBudgetFilter,
} from './ward-budget.types';

/** Ward councillors' budgets. */
@Resolver(() => WardBudget)
export class WardBudgetResolver {
  @Query(() => WardBudget, {
    nullable: true,
    description: 'The ward budget with an id; null when there is none.',
  })
  wardBudget(
    @Arg('id', () => ID, { description: 'Its id, `wardbudget_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<WardBudget | null> {
    return wardBudgetById.load(context, id);
  }

  @ListSize()
  @Query(() => WardBudgetConnection, { description: "Ward councillors' budgets." })
  async wardBudgets(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => WardBudgetFilter, { nullable: true, description: 'Which of them.' })
    filter: WardBudgetFilter | null,
    @Arg('orderBy', () => WardBudgetOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    _orderBy: WardBudgetOrder,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(WardBudgetConnection, await wardBudgetPage(context, args, filter ?? {}));
  }

  @FieldResolver(() => Council, {
    nullable: true,
    description: 'The council; null where the directory is away.',
  })
  council(@Root() { gssCode }: WardBudget): Council {
    return { gssCode };
  }

  @FieldResolver(() => Ward, { nullable: true, description: 'The ward; null where the directory is away.' })
  ward(@Root() { wardGssCode }: WardBudget): Ward {
    return { gssCode: wardGssCode };
  }

  @FieldResolver(() => Money, { description: 'What may be spent in the year.' })
  limit(@Root() { limitPence }: WardBudget): Money {
    return Money.of(limitPence);
  }

  @FieldResolver(() => Money, {
    description: 'What is neither committed nor spent. Never less than nothing.',
  })
  available(@Root() { id }: WardBudget, @Ctx() context: RequestContext): Promise<Money> {
    return this.place(context, id, 'available');
  }

  @FieldResolver(() => Money, { description: 'What is approved and not yet paid.' })
  committed(@Root() { id }: WardBudget, @Ctx() context: RequestContext): Promise<Money> {
    return this.place(context, id, 'committed');
  }

  @FieldResolver(() => Money, { description: 'What is paid.' })
  spent(@Root() { id }: WardBudget, @Ctx() context: RequestContext): Promise<Money> {
    return this.place(context, id, 'spent');
  }

  @ListSize()
  @FieldResolver(() => WardAwardConnection, { description: 'Awards out of it, the latest first.' })
  async awards(
    @Root() { id }: WardBudget,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => WardAwardFilter, { nullable: true, description: 'Which of them.' })
    filter: WardAwardFilter | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(WardAwardConnection, await awardsOfWardBudget.load(context, id, { ...args, filter }));
  }

  @ListSize()
  @FieldResolver(() => LedgerPostingConnection, {
    description: 'Its book: every posting, the latest number first.',
  })
  async postings(
    @Root() { id }: WardBudget,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(LedgerPostingConnection, (await postingsOf.load(context, id, { ...args })) as never);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may propose awards out of it (`wardAwardPropose`).',
  })
  viewerCanPropose(@Root() budget: WardBudget, @Ctx() context: RequestContext): boolean {
    return ownWardBudget.allows(context.actor, budget);
  }

  private async place(
    context: RequestContext,
    id: string,
    place: 'available' | 'committed' | 'spent',
  ): Promise<Money> {
    return ((await poolOfFund.load(context, id)) ?? poolOf([]))[place];
  }
}

/** Awards out of ward councillors' budgets. */
@Resolver(() => WardAward)
export class WardAwardResolver {
  @FieldResolver(() => WardBudget, { nullable: true, description: 'The budget that it is out of.' })
  wardBudget(@Root() { fundId }: WardAward, @Ctx() context: RequestContext): Promise<WardBudget | null> {
    return wardBudgetById.load(context, fundId);
  }

  @FieldResolver(() => Money, { description: 'The sum.' })
  amount(@Root() { amountPence }: WardAward): Money {
    return Money.of(amountPence);
  }

  @FieldResolver(() => String, {
    description:
      'Who is to be paid; `An individual` for a person, but for officers and auditors of the council.',
  })
  payeeName(@Root() award: WardAward, @Ctx() { actor }: RequestContext): string {
    return !award.payeeIsPerson || readPersons.allows(actor, award) ? award.payeeName : 'An individual';
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The payee's entry in the directory; null where none is named, or the directory is away.",
  })
  payeeOrganisation(@Root() { payeeOrganisationId }: WardAward): Organisation | null {
    return payeeOrganisationId === null ? null : { id: payeeOrganisationId };
  }

  @FieldResolver(() => WardAwardViewerCan, {
    description: 'What the viewer may do with it as it stands now.',
  })
  async viewerCan(@Root() award: WardAward, @Ctx() context: RequestContext): Promise<WardAwardViewerCan> {
    const budget = await wardBudgetById.load(context, award.fundId);
    const { actor } = context;
    const standing = budget && standingOf(actor, award, budget);
    const officer = keepLedger.allows(actor, award) && standing?.isProposer === false;
    const open = (action: (typeof wardAwardLifecycle.actions)[number]) =>
      wardAwardLifecycle.permit(action, award.state).ok;
    return {
      approve: officer && standing?.isPayee === false && open('approve'),
      refuse: officer && open('refuse'),
      withdraw: budget !== null && ownWardBudget.allows(actor, budget) && open('withdraw'),
      pay: officer && open('pay'),
    };
  }
}

/** The ward budgets of a council. */
@Resolver(() => Council)
export class CouncilWardBudgetsResolver {
  @ListSize()
  @FieldResolver(() => WardBudgetConnection, {
    nullable: true,
    description: "Its ward councillors' budgets, the latest year first.",
  })
  async wardBudgets(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ParentWardBudgetFilter, { nullable: true, description: 'Which of them.' })
    filter: ParentWardBudgetFilter | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(
      WardBudgetConnection,
      await wardBudgetsOfCouncil.load(context, gssCode, { ...args, filter }),
    );
  }
}

/** The budgets of a ward's councillors. */
@Resolver(() => Ward)
export class WardWardBudgetsResolver {
  @ListSize()
  @FieldResolver(() => WardBudgetConnection, {
    nullable: true,
    description: "Its councillors' budgets, the latest year first.",
  })
  async wardBudgets(
    @Root() { gssCode }: Ward,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ParentWardBudgetFilter, { nullable: true, description: 'Which of them.' })
    filter: ParentWardBudgetFilter | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(
      WardBudgetConnection,
      await wardBudgetsOfWard.load(context, gssCode, { ...args, filter }),
    );
  }
}
