import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  IdColumn,
  IntegerColumn,
  JsonColumn,
  RealColumn,
  RefColumn,
  TextColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { FraudIndicatorKind } from './fraud.enums';

/**
 * An indicator that is beyond its fence for one supplier. Not public, no node, and no reference leads to it: it proves
 * nothing, and a wrong public accusation is a harm. Worked out anew by every run.
 */
@Entity('fraud_indicator')
@Index(['gssCode', 'kind', 'supplierId'], { unique: true })
@ObjectType({
  description:
    'An indicator that is beyond its fence for one supplier: a reason to look, and proof of nothing. For finance officers and auditors of the council alone.',
})
export class FraudIndicator {
  @Field(() => ID, { description: 'Its id, `indicator_…`; another one after every run.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @Field(() => FraudIndicatorKind, { description: 'What it measures.' })
  @CodeColumn(20)
  kind!: FraudIndicatorKind;

  @RefColumn()
  supplierId!: string;

  @Field(() => Float, {
    description: 'What was measured: payments, a share, a mean deviation, days or records.',
  })
  @RealColumn()
  figure!: number;

  @Field(() => Float, { description: 'Where it begins to point at something, in the same unit.' })
  @RealColumn()
  fence!: number;

  @Field(() => String, { description: 'In words, without a judgement.' })
  @TextColumn(1000)
  detail!: string;

  /** Ids of the payments that it rests on, where it rests on single ones: at most 200. */
  @JsonColumn()
  paymentIds!: readonly string[];

  @Field(() => LocalDateScalar, { description: 'The day of the run.' })
  @DayColumn()
  computedOn!: LocalDate;
}

/** How far an indicator could be worked out for the suppliers of a council. */
@Entity('fraud_indicator_run')
export class FraudIndicatorRun {
  @CodeColumn(9, { primary: true })
  gssCode!: string;

  @CodeColumn(20, { primary: true })
  kind!: FraudIndicatorKind;

  /** Suppliers for which it could be worked out. */
  @IntegerColumn()
  computed!: number;

  @IntegerColumn()
  notComputable!: number;

  @IntegerColumn()
  flagged!: number;

  /** Why it could not be worked out: the reason and for how many suppliers. */
  @JsonColumn()
  reasons!: Readonly<Record<string, number>>;

  @DayColumn()
  computedOn!: LocalDate;
}
