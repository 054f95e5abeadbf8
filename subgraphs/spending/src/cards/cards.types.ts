import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType, payloadType, ProblemType, WHY_REFUSED } from '@coop/shared/graphql';
import { CardBreach } from './card-breach.entity';
import { CardPolicy } from './card-policy.entity';
import { Card } from './card.entity';

/** A page of cards. */
export const CardConnection = connectionType(Card, 'Card', 'purchasing cards');

/** A page of breaches. */
export const CardBreachConnection = connectionType(
  CardBreach,
  'CardBreach',
  'breaches of the rules for purchasing cards',
);

/** What the viewer may do with a breach. */
@ObjectType({ description: 'What the viewer may do with a breach as it stands now.' })
export class CardBreachViewerCan {
  @Field(() => Boolean, { description: 'Put an explanation on record (`cardBreachExplain`).' })
  explain!: boolean;

  @Field(() => Boolean, { description: 'Decide on it (`cardBreachDecide`).' })
  decide!: boolean;

  @Field(() => Boolean, { description: 'Record how it was made good (`cardBreachSettle`).' })
  settle!: boolean;
}

/** What a run of the checks did. */
@ObjectType({ description: 'What a run of the card controls did.' })
export class CardControlsReport {
  @Field(() => Int, { description: 'Purchases that were checked.' })
  purchases!: number;

  @Field(() => Int, { description: 'Breaches that stand now.' })
  found!: number;
}

/** What `cardControlsRun` answers. */
@ObjectType({ description: 'What `cardControlsRun` answers.' })
export class CardControlsRunPayload {
  @Field(() => CardControlsReport, {
    nullable: true,
    description: 'What was done; null when there are problems.',
  })
  report!: CardControlsReport | null;

  @Field(() => [ProblemType], {
    description: WHY_REFUSED,
  })
  problems!: readonly ProblemType[];
}

/** What `cardPolicyAdopt` answers. */
export const CardPolicyAdoptPayload = payloadType('CardPolicyAdoptPayload', 'policy', CardPolicy);
/** What `cardLimitSet` answers. */
export const CardLimitSetPayload = payloadType('CardLimitSetPayload', 'card', Card);
/** What `cardBreachExplain` answers. */
export const CardBreachExplainPayload = payloadType('CardBreachExplainPayload', 'breach', CardBreach);
/** What `cardBreachDecide` answers. */
export const CardBreachDecidePayload = payloadType('CardBreachDecidePayload', 'breach', CardBreach);
/** What `cardBreachSettle` answers. */
export const CardBreachSettlePayload = payloadType('CardBreachSettlePayload', 'breach', CardBreach);
