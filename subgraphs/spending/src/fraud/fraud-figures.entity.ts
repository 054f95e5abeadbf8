import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  IntegerColumn,
  PenceColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';

/** What a council publishes of a financial year's work against fraud: sums only, and nothing of any case. */
@Entity('fraud_figures')
@Index(['gssCode', 'yearFrom'], { unique: true })
@NodeId('fraudfigures')
@ObjectType({
  implements: [Node],
  description:
    "A council's published figures on a financial year's work against fraud (Local Government Transparency Code 2015, part 2). Open data.",
})
export class FraudFigures {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @Field(() => LocalDateScalar, { description: 'The first day of the financial year, a 1 April.' })
  @DayColumn()
  yearFrom!: LocalDate;

  @Field(() => Int, {
    description:
      'How often powers under the Prevention of Social Housing Fraud (Power to Require Information) (England) Regulations 2014, or similar ones, were used.',
  })
  @IntegerColumn()
  powersUsedCount!: number;

  @Field(() => Int, { description: 'Employees who investigate and prosecute fraud.' })
  @IntegerColumn()
  investigatorCount!: number;

  /** Their full-time equivalent, in hundredths. */
  @IntegerColumn()
  investigatorFteHundredths!: number;

  @Field(() => Int, { description: 'Professionally accredited counter-fraud specialists.' })
  @IntegerColumn()
  specialistCount!: number;

  /** Their full-time equivalent, in hundredths. */
  @IntegerColumn()
  specialistFteHundredths!: number;

  @PenceColumn()
  spentPence!: number;

  @Field(() => Int, { description: 'Fraud cases investigated.' })
  @IntegerColumn()
  caseCount!: number;

  @PenceColumn({ nullable: true })
  detectedPence!: number | null;

  @PenceColumn({ nullable: true })
  recoveredPence!: number | null;

  @Field(() => LocalDateScalar, { description: 'The day on which they were published last.' })
  @DayColumn()
  publishedOn!: LocalDate;

  @Field(() => Boolean, { description: 'True when they are made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
