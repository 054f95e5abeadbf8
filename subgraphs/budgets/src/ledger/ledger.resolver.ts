import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Money, type RequestContext } from '@coop/shared/graphql';
import { CommunityBudgetPartner } from '../community-budgets/community-budget-parts.entity';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { communityBudgetById, partnerById } from '../community-budgets/community-budget.queries';
import { Allocation } from './allocation.entity';
import { LedgerPeriod, LedgerPosting } from './ledger.entity';
import { allocationById, correctionOf, linesOfPosting, postingById } from './ledger.queries';
import {
  LedgerAccountType,
  LedgerLine,
  LedgerPeriodType,
  LedgerPostingType,
  LedgerStatement,
} from './ledger.types';
import { statementOf } from './pool.queries';

/** Postings and their lines. */
@Resolver(() => LedgerPostingType)
export class LedgerPostingResolver {
  @FieldResolver(() => Money, { description: 'Sum of its debits, which is that of its credits.' })
  amount(@Root() { amountPence }: LedgerPosting): Money {
    return Money.of(amountPence);
  }

  @FieldResolver(() => [LedgerLine], { description: 'Its lines.' })
  async lines(@Root() { id }: LedgerPosting, @Ctx() context: RequestContext): Promise<LedgerLine[]> {
    return (await linesOfPosting.load(context, id)) ?? [];
  }

  @FieldResolver(() => LedgerPostingType, {
    nullable: true,
    description: 'The posting that it turns round; null unless it is a correction.',
  })
  reverses(
    @Root() { reverses }: LedgerPosting,
    @Ctx() context: RequestContext,
  ): Promise<LedgerPosting | null> | null {
    return reverses === null ? null : postingById.load(context, reverses);
  }

  @FieldResolver(() => LedgerPostingType, {
    nullable: true,
    description: 'The posting by which it was turned round; null where it stands.',
  })
  correction(@Root() { id }: LedgerPosting, @Ctx() context: RequestContext): Promise<LedgerPosting | null> {
    return correctionOf.load(context, id);
  }

  @FieldResolver(() => CommunityBudget, {
    nullable: true,
    description: "The community budget in whose book it is; null for a ward councillor's budget.",
  })
  communityBudget(
    @Root() { fundId }: LedgerPosting,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudget | null> {
    return communityBudgetById.load(context, fundId);
  }
}

/** Whose account it is. */
@Resolver(() => LedgerAccountType)
export class LedgerAccountResolver {
  @FieldResolver(() => CommunityBudgetPartner, {
    nullable: true,
    description: 'The partner whose account it is; null for any other account.',
  })
  partner(
    @Root() { owner }: LedgerAccountType,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudgetPartner | null> | null {
    return owner.startsWith('budgetpartner_') ? partnerById.load(context, owner) : null;
  }

  @FieldResolver(() => Allocation, {
    nullable: true,
    description: 'The allocation whose account it is; null for any other account.',
  })
  allocation(
    @Root() { owner }: LedgerAccountType,
    @Ctx() context: RequestContext,
  ): Promise<Allocation | null> | null {
    return owner.startsWith('allocation_') ? allocationById.load(context, owner) : null;
  }
}

/** What the accounts came to when a period was closed. */
@Resolver(() => LedgerPeriodType)
export class LedgerPeriodResolver {
  @FieldResolver(() => LedgerStatement, { description: 'The accounts as of its last day.' })
  statement(
    @Root() { fundId, untilOn }: LedgerPeriod,
    @Ctx() context: RequestContext,
  ): Promise<LedgerStatement> {
    return statementOf(context, fundId, untilOn);
  }

  @FieldResolver(() => Boolean, {
    description: 'True when the accounts still come to what was kept as it was closed.',
  })
  async isUnchanged(
    @Root() { fundId, untilOn, closing }: LedgerPeriod,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const { accounts } = await statementOf(context, fundId, untilOn);
    const now = new Map(accounts.map(({ id, balance }) => [id, Math.abs(balance.pence)]));
    return (
      now.size === closing.length &&
      closing.every(({ accountId, balancePence }) => now.get(accountId) === Math.abs(balancePence))
    );
  }
}
