import { Field, Float, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  IntegerColumn,
  PenceColumn,
  RealColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { MeasureDirection } from './evaluation.enums';

/** Something by which a community budget is judged. */
@Entity('evaluation_measure')
@Index(['fundId', 'position'])
@Index(['gssCode', 'fundId'])
@NodeId('measure')
@ObjectType({
  implements: [Node],
  description:
    'Something by which a community budget is judged: where it stood, where it is to go, where it got to. Public.',
})
export class EvaluationMeasure {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  /** The community budget. */
  @RefColumn()
  fundId!: string;

  @IntegerColumn()
  position!: number;

  @Field(() => String, { description: 'What is measured.' })
  @TextColumn(300)
  name!: string;

  @Field(() => String, { description: 'In which unit: `people`, `% of residents`.' })
  @TextColumn(100)
  unit!: string;

  @Field(() => MeasureDirection, { description: 'Which way is better.' })
  @CodeColumn(16)
  direction!: MeasureDirection;

  @Field(() => Float, { description: 'What it was before, in the unit.' })
  @RealColumn()
  baseline!: number;

  @Field(() => LocalDateScalar, { description: 'Day of the baseline.' })
  @DayColumn()
  baselineOn!: LocalDate;

  @Field(() => Float, { description: 'What it is to be, in the unit.' })
  @RealColumn()
  target!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'What it came to, in the unit; null before it is measured.',
  })
  @RealColumn({ nullable: true })
  outcome!: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the outcome; null before.' })
  @DayColumn({ nullable: true })
  measuredOn!: LocalDate | null;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}

/** What the services of a community budget cost in a full year, before and with it. */
@Entity('evaluation_cost')
@Index(['fundId'], { unique: true })
@Index(['gssCode', 'fundId'])
export class EvaluationCost {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  fundId!: string;

  @PenceColumn()
  costBeforePence!: number;

  @PenceColumn({ nullable: true })
  costAfterPence!: number | null;

  /** How the two were worked out. */
  @TextColumn('long')
  basis!: string;

  @FlagColumn()
  illustrative!: boolean;

  @VersionColumn()
  version!: number;
}
