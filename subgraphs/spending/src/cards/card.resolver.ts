import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import {
  answer,
  ConnectionArgs,
  ListSize,
  LongWork,
  Money,
  toConnection,
  toProblem,
  type RequestContext,
} from '@coop/shared/graphql';
import { examinePayments } from '../access';
import { assertMayRead } from '../duplicates/restricted.queries';
import { Council } from '../stubs';
import { adoptCardPolicy } from './adopt-card-policy.command';
import {
  CardBreachFilter,
  CardControlsRunInput,
  CardLimitSetInput,
  CardPolicyAdoptInput,
} from './card-inputs.types';
import { CardPolicy } from './card-policy.entity';
import {
  cardBreachPage,
  cardById,
  cardPage,
  cardPoliciesOfCouncil,
  cardPolicyById,
  limitsOfCard,
} from './card.queries';
import { Card, CardLimit } from './card.entity';
import { CardBreachOrder } from './cards.enums';
import {
  CardBreachConnection,
  CardConnection,
  CardControlsRunPayload,
  CardLimitSetPayload,
  CardPolicyAdoptPayload,
  type CardControlsReport,
} from './cards.types';
import { runCardControls } from './run-card-controls.command';
import { setCardLimit } from './set-card-limit.command';

/** A council's own rules for cards: open data. */
@Resolver(() => CardPolicy)
export class CardPolicyResolver {
  @Mutation(() => CardPolicyAdoptPayload, {
    description: "Adopts a council's own rules for cards: for its officers and administrators.",
  })
  cardPolicyAdopt(
    @Arg('input', () => CardPolicyAdoptInput, { description: 'Whose rules, from when, and what they are.' })
    input: CardPolicyAdoptInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, adoptCardPolicy, input, 'policy', cardPolicyById);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council whose rules they are.' })
  council(@Root() { gssCode }: CardPolicy): Council {
    return { gssCode };
  }

  @FieldResolver(() => Money, { description: 'The most for one purchase.' })
  transactionLimit(@Root() { transactionPence }: CardPolicy): Money {
    return Money.of(transactionPence);
  }

  @FieldResolver(() => Money, { description: 'The most for a calendar month.' })
  monthlyLimit(@Root() { monthPence }: CardPolicy): Money {
    return Money.of(monthPence);
  }
}

/** Cards: for the council's finance officers and auditors. */
@Resolver(() => Card)
export class CardResolver {
  @Mutation(() => CardLimitSetPayload, {
    description: 'Sets the limits of one card: for a finance officer of the council.',
  })
  cardLimitSet(
    @Arg('input', () => CardLimitSetInput, { description: 'Which card, from when, and what limits.' })
    input: CardLimitSetInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, setCardLimit, input, 'card', cardById);
  }

  @FieldResolver(() => [CardLimit], {
    description: 'Its own limits, the latest first; empty where the policy holds.',
  })
  async limits(@Root() { id }: Card, @Ctx() context: RequestContext): Promise<CardLimit[]> {
    return (await limitsOfCard.load(context, id)) ?? [];
  }
}

/** The sums of a limit. */
@Resolver(() => CardLimit)
export class CardLimitResolver {
  @FieldResolver(() => Money, { description: 'The most for one purchase.' })
  transactionLimit(@Root() { transactionPence }: CardLimit): Money {
    return Money.of(transactionPence);
  }

  @FieldResolver(() => Money, { description: 'The most for a calendar month.' })
  monthlyLimit(@Root() { monthPence }: CardLimit): Money {
    return Money.of(monthPence);
  }
}

/** What a council's cards are held to, and where they were not. */
@Resolver(() => Council)
export class CouncilCardsResolver {
  @LongWork()
  @Mutation(() => CardControlsRunPayload, {
    description: "Has a council's purchases by card checked: for its finance officers and auditors.",
  })
  async cardControlsRun(
    @Arg('input', () => CardControlsRunInput, { description: 'Of which council.' })
    input: CardControlsRunInput,
    @Ctx() context: RequestContext,
  ): Promise<CardControlsRunPayload> {
    const result = await runCardControls.run(context, input);
    context.cache.clear();
    return result.ok
      ? { report: result.receipt as unknown as CardControlsReport, problems: [] }
      : { report: null, problems: result.problems.map(toProblem) };
  }

  @FieldResolver(() => [CardPolicy], {
    nullable: true,
    description: 'Its own rules for purchasing cards, the latest first. Open data.',
  })
  cardPolicies(@Root() { gssCode }: Council, @Ctx() context: RequestContext): Promise<CardPolicy[] | null> {
    return cardPoliciesOfCouncil.load(context, gssCode);
  }

  @ListSize()
  @FieldResolver(() => CardConnection, {
    nullable: true,
    description:
      'Its purchasing cards by label: for its finance officers and auditors, FORBIDDEN for others.',
  })
  async cards(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    assertMayRead(examinePayments, context, { gssCode });
    return toConnection(CardConnection, await cardPage(context, gssCode, args));
  }

  @ListSize()
  @FieldResolver(() => CardBreachConnection, {
    nullable: true,
    description:
      'Breaches of its rules for purchasing cards: for its finance officers and auditors, FORBIDDEN for others.',
  })
  async cardBreaches(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CardBreachFilter, { nullable: true, description: 'Which of them.' })
    filter: CardBreachFilter | null,
    @Arg('orderBy', () => CardBreachOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: CardBreachOrder,
    @Ctx() context: RequestContext,
  ) {
    assertMayRead(examinePayments, context, { gssCode });
    return toConnection(CardBreachConnection, await cardBreachPage(context, gssCode, filter, orderBy, args));
  }
}
