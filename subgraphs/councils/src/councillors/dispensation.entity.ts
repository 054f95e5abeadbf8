import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { DispensationGround, DispensedRestriction } from './councillor.enums';

/** Leave for a councillor with an interest to take part. */
@Entity('dispensation')
@Index(['councilGssCode', 'fromOn', 'id'])
@Index(['councillorId', 'fromOn', 'id'])
@NodeId('dispensation')
@ObjectType({
  implements: Node,
  description:
    'Leave for a councillor with a disclosable pecuniary interest to take part all the same (Localism Act 2011 s. 33). Public.',
})
export class Dispensation {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  councilGssCode!: string;

  @RefColumn()
  councillorId!: string;

  @Field(() => String, { description: 'The cases in which it holds, in words.' })
  @TextColumn(1000)
  matter!: string;

  @Field(() => DispensationGround, { description: 'On what ground it was granted.' })
  @CodeColumn(40)
  ground!: DispensationGround;

  @Field(() => [DispensedRestriction], { description: 'What it lifts: discussion, vote or both.' })
  @JsonColumn()
  restrictions!: DispensedRestriction[];

  @Field(() => LocalDateScalar, { description: 'First day on which it holds.' })
  @DayColumn()
  fromOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    description: 'Last day on which it holds, at most four years after the first.',
  })
  @DayColumn()
  untilOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day on which it no longer held, since the council took it back; null unless it did.',
  })
  @DayColumn({ nullable: true })
  withdrawnOn!: LocalDate | null;

  @Field(() => Boolean, { description: 'True for a row of the demo world that is made up.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => Int, { description: 'How often it was written; send it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
