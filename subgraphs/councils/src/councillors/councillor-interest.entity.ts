import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { InterestHolder, InterestKind } from './councillor.enums';

/** An entry in the public register of members' interests. */
@Entity('councillor_interest')
@Index(['councillorId', 'heldFrom', 'id'])
@NodeId('councillorinterest')
@ObjectType({
  implements: Node,
  description:
    'An entry in the register of members’ interests, which the council publishes (Localism Act 2011 s. 29). Details of a sensitive interest are not kept here at all (s. 32).',
})
export class CouncillorInterest {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  councilGssCode!: string;

  @RefColumn()
  councillorId!: string;

  @Field(() => InterestKind, { description: 'What kind of interest it is.' })
  @CodeColumn(40)
  kind!: InterestKind;

  @Field(() => InterestHolder, { description: 'Whose it is; a partner is not named.' })
  @CodeColumn(20)
  holder!: InterestHolder;

  @Field(() => String, {
    nullable: true,
    description: 'What it is; null where the details are withheld.',
  })
  @TextColumn(2000, { nullable: true })
  details!: string | null;

  @Field(() => Boolean, {
    description: 'True where the details are withheld (Localism Act 2011 s. 32(2)).',
  })
  @FlagColumn()
  isSensitive!: boolean;

  @Field(() => LocalDateScalar, { description: 'Day from which it is held.' })
  @DayColumn()
  heldFrom!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null while it is held.' })
  @DayColumn({ nullable: true })
  heldUntil!: LocalDate | null;

  @Field(() => LocalDateScalar, { description: 'Day on which the monitoring officer was told.' })
  @DayColumn()
  notifiedOn!: LocalDate;

  @Field(() => Boolean, { description: 'True for a row of the demo world that is made up.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => Int, { description: 'How often it was written; send it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
