import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  IntegerColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { SharedServiceState } from './shared-service.enums';

/** A service or senior post that several councils share. */
@Entity('shared_service')
@Index(['nameSort', 'id'])
@Index(['councilGssCode', 'nameSort', 'id'])
@Index(['state', 'nameSort', 'id'])
@NodeId('sharedservice')
@ObjectType({
  implements: Node,
  description: 'A service or senior post that several councils share, run by one of them. Public.',
})
export class SharedService {
  @IdColumn()
  id!: string;

  /** Code of the council that runs it. */
  @CodeColumn(9)
  councilGssCode!: string;

  @Field(() => String, { description: 'What is shared: `Legal services`, `One monitoring officer`.' })
  @TextColumn(300)
  service!: string;

  /** What is shared, in its normal form, to sort by. */
  @TextColumn(191)
  nameSort!: string;

  @Field(() => SharedServiceState, { description: 'How it stands.' })
  @CodeColumn(20)
  state!: SharedServiceState;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on which it started; null before.' })
  @DayColumn({ nullable: true })
  startedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which it ended, or was given up; null while it did not.',
  })
  @DayColumn({ nullable: true })
  endedOn!: LocalDate | null;

  /** What the partners together spent on it in the year before, in pence. */
  @PenceColumn()
  baselineCostPence!: number;

  /** What it costs them together in a year now, in pence; null until it runs. */
  @PenceColumn({ nullable: true })
  presentCostPence!: number | null;

  @Field(() => Boolean, { description: 'True for a row of the demo world whose figures are made up.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => Int, { description: 'How often it was written; send it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}

/** A council in a shared service, with its share of the cost. */
@Entity('shared_service_partner')
@Index(['councilGssCode', 'nameSort', 'id'])
@Index(['sharedServiceId', 'position'])
@ObjectType({ description: 'A council in a shared service.' })
export class SharedServicePartner {
  @IdColumn()
  id!: string;

  @RefColumn()
  sharedServiceId!: string;

  @CodeColumn(9)
  councilGssCode!: string;

  /** What is shared, in its normal form: so that a council's shared services are read in order. */
  @TextColumn(191)
  nameSort!: string;

  @Field(() => Int, {
    description: 'Its share of the cost as a whole number beside the others’: 3 where they say 3 : 2.',
  })
  @IntegerColumn()
  weight!: number;

  /** Place among the partners, from 0. */
  @IntegerColumn()
  position!: number;
}
