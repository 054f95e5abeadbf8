import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer, Money, RuleType, type RequestContext } from '@coop/shared/graphql';
import { examinePayments } from '../access';
import { readRestricted } from '../duplicates/restricted.queries';
import { Payment } from '../payments/payment.entity';
import { paymentById } from '../payments/payment.queries';
import { Council } from '../stubs';
import { CardBreach } from './card-breach.entity';
import { cardBreachLifecycle } from './card-breach.lifecycle';
import { CardBreachDecideInput, CardBreachExplainInput, CardBreachSettleInput } from './card-inputs.types';
import { CardTransaction } from './card-transaction.entity';
import { Card } from './card.entity';
import { cardBreachById, cardById, cardTransactionById } from './card.queries';
import {
  CardBreachDecidePayload,
  CardBreachExplainPayload,
  CardBreachSettlePayload,
  CardBreachViewerCan,
} from './cards.types';
import { decideCardBreach, explainCardBreach, settleCardBreach } from './decide-card-breach.command';

/** Breaches of the rules for cards: for the council's finance officers and auditors alone. */
@Resolver(() => CardBreach)
export class CardBreachResolver {
  @Query(() => CardBreach, {
    nullable: true,
    description:
      'The breach with an id: for finance officers and auditors of the council. Null for those of another council, as when there is none; FORBIDDEN for others.',
  })
  cardBreach(
    @Arg('id', () => ID, { description: 'Its id, `breach_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<CardBreach | null> {
    return readRestricted(examinePayments, context, () => cardBreachById.load(context, id));
  }

  @Mutation(() => CardBreachExplainPayload, {
    description:
      "Puts a cardholder's explanation on record: for a finance officer or auditor of the council.",
  })
  cardBreachExplain(
    @Arg('input', () => CardBreachExplainInput, { description: 'Which breach, and what is said of it.' })
    input: CardBreachExplainInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, explainCardBreach, input, 'breach', cardBreachById);
  }

  @Mutation(() => CardBreachDecidePayload, {
    description:
      'Decides on a breach: for a finance officer or auditor of the council who did not put its explanation on record.',
  })
  cardBreachDecide(
    @Arg('input', () => CardBreachDecideInput, { description: 'Which breach, what it is, and why.' })
    input: CardBreachDecideInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, decideCardBreach, input, 'breach', cardBreachById);
  }

  @Mutation(() => CardBreachSettlePayload, {
    description:
      'Records how an upheld breach was made good: for a finance officer or auditor of the council.',
  })
  cardBreachSettle(
    @Arg('input', () => CardBreachSettleInput, { description: 'Which breach, and what was done.' })
    input: CardBreachSettleInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, settleCardBreach, input, 'breach', cardBreachById);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council whose card it was.' })
  council(@Root() { gssCode }: CardBreach): Council {
    return { gssCode };
  }

  @FieldResolver(() => Card, { nullable: true, description: 'The card; null where no detail was imported.' })
  async card(@Root() { cardId }: CardBreach, @Ctx() context: RequestContext): Promise<Card | null> {
    return cardId === null ? null : cardById.load(context, cardId);
  }

  @FieldResolver(() => Money, { description: 'What was bought, of all purchases together.' })
  amount(@Root() { amountPence }: CardBreach): Money {
    return Money.of(amountPence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What was paid back; null before it is settled.',
  })
  recovered(@Root() { recoveredPence }: CardBreach): Money | null {
    return Money.orNull(recoveredPence);
  }

  @FieldResolver(() => RuleType, {
    description: "The council's own policy that was broken, as it stood on the day.",
  })
  rule(@Root() { rule }: CardBreach): RuleType {
    return Object.assign(new RuleType(), rule);
  }

  @FieldResolver(() => [Payment], { description: 'The published payments of the purchases.' })
  async payments(@Root() { paymentIds }: CardBreach, @Ctx() context: RequestContext): Promise<Payment[]> {
    return (await paymentById.loadMany(context, paymentIds)).filter((one) => one !== null);
  }

  @FieldResolver(() => [CardTransaction], { description: 'Who bought, who approved, when the receipt came.' })
  async details(
    @Root() { transactionIds }: CardBreach,
    @Ctx() context: RequestContext,
  ): Promise<CardTransaction[]> {
    return (await cardTransactionById.loadMany(context, transactionIds)).filter((one) => one !== null);
  }

  @FieldResolver(() => CardBreachViewerCan, {
    description: 'What the viewer may do with it as it stands now.',
  })
  viewerCan(@Root() breach: CardBreach, @Ctx() { actor }: RequestContext): CardBreachViewerCan {
    const may = examinePayments.allows(actor, breach);
    const open = (action: (typeof cardBreachLifecycle.actions)[number]) =>
      may && cardBreachLifecycle.permit(action, breach.state).ok;
    return {
      explain: open('explain'),
      decide: open('uphold') && breach.explainedBy !== actor.subject,
      settle: open('settle'),
    };
  }
}
