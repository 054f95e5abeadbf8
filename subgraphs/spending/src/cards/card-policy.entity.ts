import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  IntegerColumn,
  JsonColumn,
  PenceColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';

/** A council's own rules for purchasing cards, from a day on. What has held is never changed: a new row follows. */
@Entity('card_policy')
@Index(['gssCode', 'fromOn'])
@NodeId('cardpolicy')
@ObjectType({
  implements: [Node],
  description:
    "A council's own rules for purchasing cards, from a day on: what purchases are checked against. Open data.",
})
export class CardPolicy {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @Field(() => LocalDateScalar, { description: 'The first day on which it holds.' })
  @DayColumn()
  fromOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day; null while no end is known.' })
  @DayColumn({ nullable: true })
  untilOn!: LocalDate | null;

  @Field(() => String, { description: 'Name of the policy, as breaches cite it.' })
  @TextColumn(200)
  title!: string;

  @Field(() => String, { description: 'Where in it the rules stand.' })
  @TextColumn(100)
  section!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where it can be read; null where it is not published.',
  })
  @TextColumn(1000, { nullable: true })
  url!: string | null;

  /** The most for one purchase. */
  @PenceColumn()
  transactionPence!: number;

  /** The most for a calendar month. */
  @PenceColumn()
  monthPence!: number;

  @Field(() => Int, { description: 'Within how many days of the purchase the receipt must come.' })
  @IntegerColumn()
  receiptDays!: number;

  @Field(() => [String], {
    description: 'Merchant categories, or words in them, that cards must not be used with.',
  })
  @JsonColumn()
  blockedCategories!: readonly string[];

  @Field(() => Boolean, { description: 'Whether purchases at weekends are looked into.' })
  @FlagColumn()
  noWeekends!: boolean;

  @Field(() => Int, {
    description: 'Purchases from one merchant within so many days are looked at together.',
  })
  @IntegerColumn()
  splitDays!: number;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes.' })
  @VersionColumn()
  version!: number;
}
