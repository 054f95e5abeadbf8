import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  PenceColumn,
  RealColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { CardBreachKind, CardBreachState } from './cards.enums';

/** The policy that was broken, as it stood. */
export interface KeptRule {
  readonly title: string;
  readonly section: string;
  readonly url: string | null;
}

/**
 * A breach of a council's rules for cards. Not public, no node, and no reference leads to it. The checks write what
 * they found; what people made of it stays.
 */
@Entity('card_breach')
@Index(['gssCode', 'breachKey'], { unique: true })
@Index(['gssCode', 'isCurrent', 'boughtOn', 'id'])
@Index(['gssCode', 'isCurrent', 'amountPence', 'id'])
@ObjectType({
  description:
    "A breach of a council's rules for purchasing cards, as the checks found it. For finance officers and auditors of the council alone.",
})
export class CardBreach {
  @Field(() => ID, { description: 'Its id, `breach_…`.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  /** Hash of its kind and purchases, by which the checks recognise it. */
  @CodeColumn(26)
  breachKey!: string;

  @Field(() => CardBreachKind, { description: 'What it is a breach of.' })
  @CodeColumn(32)
  kind!: CardBreachKind;

  @RefColumn({ nullable: true })
  cardId!: string | null;

  @Field(() => LocalDateScalar, {
    description: 'The day of the purchase; of the last one where there are several.',
  })
  @DayColumn()
  boughtOn!: LocalDate;

  /** What was bought, of all purchases together. */
  @PenceColumn()
  amountPence!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'What was found: pence for limits, days for receipts; null where nothing is measured.',
  })
  @RealColumn({ nullable: true })
  figure!: number | null;

  @Field(() => Float, { nullable: true, description: 'What would have been allowed, in the same unit.' })
  @RealColumn({ nullable: true })
  fence!: number | null;

  @JsonColumn()
  rule!: KeptRule;

  /** Ids of the published payments. */
  @JsonColumn()
  paymentIds!: readonly string[];

  /** Ids of the details of the purchases. */
  @JsonColumn()
  transactionIds!: readonly string[];

  @Field(() => LocalDateScalar, { description: 'The day on which the checks found it first.' })
  @DayColumn()
  foundOn!: LocalDate;

  @Field(() => Boolean, {
    description: 'False where the checks find it no more; kept for what people made of it.',
  })
  @FlagColumn()
  isCurrent!: boolean;

  @Field(() => CardBreachState, { description: 'Where it stands.' })
  @CodeColumn(16)
  state!: CardBreachState;

  @Field(() => String, {
    nullable: true,
    description: "The cardholder's explanation; null while there is none.",
  })
  @TextColumn('long', { nullable: true })
  explanation!: string | null;

  /** Subject of whoever put the explanation on record. Never shown. */
  @TextColumn(200, { nullable: true })
  explainedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided or settled so; null before.' })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the last decision; null before.' })
  @DayColumn({ nullable: true })
  decidedOn!: LocalDate | null;

  @PenceColumn({ nullable: true })
  recoveredPence!: number | null;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
