import { Field, Float, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  PenceColumn,
  RealColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { ContributionState, ResourceForm } from './ledger.enums';

/** What a partner promises to put in, and how far it has arrived. */
@Entity('contribution')
@Index(['fundId', 'pledgedOn'])
@Index(['gssCode', 'pledgedOn'])
@Index(['partnerId', 'pledgedOn'])
@NodeId('contribution')
@ObjectType({
  implements: [Node],
  description:
    'What a partner promises to put into a community budget, and how much of it has arrived. Public.',
})
export class Contribution {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  /** The community budget. */
  @RefColumn()
  fundId!: string;

  @RefColumn()
  partnerId!: string;

  @Field(() => ResourceForm, { description: 'In which form.' })
  @CodeColumn(16)
  form!: ResourceForm;

  @Field(() => ContributionState, { description: 'Where it stands.' })
  @CodeColumn(16)
  state!: ContributionState;

  @Field(() => String, { description: 'What it is: `A youth worker for two evenings a week`.' })
  @TextColumn(500)
  description!: string;

  @Field(() => LocalDateScalar, { description: 'Day on which it was pledged.' })
  @DayColumn()
  pledgedOn!: LocalDate;

  @PenceColumn()
  pledgedPence!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours of work, where it is time of staff; null for anything else.',
  })
  @RealColumn({ nullable: true })
  hours!: number | null;

  @PenceColumn({ nullable: true })
  hourlyRatePence!: number | null;

  @PenceColumn()
  receivedPence!: number;

  @PenceColumn()
  returnedPence!: number;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
