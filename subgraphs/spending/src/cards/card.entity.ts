import { Field, ID, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  IdColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';

/** A purchasing card. Not public, no node, and no reference leads to it: it names a member of staff. */
@Entity('card')
@Index(['gssCode', 'labelSort', 'id'])
@ObjectType({
  description: 'A purchasing card and who holds it. For finance officers and auditors of the council alone.',
})
export class Card {
  @Field(() => ID, { description: 'Its id, `card_…`.' })
  @IdColumn()
  id!: string;

  /** The council that issued it. */
  @CodeColumn(9)
  gssCode!: string;

  @Field(() => String, {
    description: "What tells it from others: the council's own name for it, or the last four digits.",
  })
  @TextColumn(100)
  label!: string;

  /** The label in its normal form, to sort by. */
  @TextColumn(191)
  labelSort!: string;

  @Field(() => String, { description: 'Who holds it, as the first purchase by it was imported.' })
  @TextColumn(200)
  cardholder!: string;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}

/** The limits of one card from a day on, where they differ from the council's policy. */
@Entity('card_limit')
@Index(['cardId', 'fromOn'])
@Index(['gssCode'])
@ObjectType({
  description:
    "The limits of one card from a day on, where they differ from the council's policy. Restricted as the card is.",
})
export class CardLimit {
  @Field(() => ID, { description: 'Its id, `cardlimit_…`.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  cardId!: string;

  @Field(() => LocalDateScalar, { description: 'The first day on which it holds.' })
  @DayColumn()
  fromOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day; null while no end is known.' })
  @DayColumn({ nullable: true })
  untilOn!: LocalDate | null;

  /** The most for one purchase. */
  @PenceColumn()
  transactionPence!: number;

  /** The most for a calendar month. */
  @PenceColumn()
  monthPence!: number;

  @VersionColumn()
  version!: number;
}
