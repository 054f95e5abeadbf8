import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';

/** Somebody's term as a councillor. Public by office; nothing private is kept. */
@Entity('councillor')
@Index(['councilGssCode', 'nameSort', 'id'])
@Index(['councilGssCode', 'fromOn', 'id'])
@Index(['nameSort', 'id'])
@Index(['fromOn', 'id'])
@NodeId('councillor')
@ObjectType({
  implements: Node,
  description:
    'Somebody’s term as a councillor. Only what is public by the office: no address, no contact, no age.',
})
export class Councillor {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  councilGssCode!: string;

  @CodeColumn(9, { nullable: true })
  wardGssCode!: string | null;

  @Field(() => String, { description: 'The name that he or she is known by on the council.' })
  @TextColumn(200)
  name!: string;

  /** The name in its normal form, to sort by. */
  @TextColumn(191)
  nameSort!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Office on the council, in words: `Leader`, `Chair of planning`; null for none.',
  })
  @TextColumn(200, { nullable: true })
  role!: string | null;

  @Field(() => LocalDateScalar, { description: 'First day in office.' })
  @DayColumn()
  fromOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in office; null while in office.' })
  @DayColumn({ nullable: true })
  untilOn!: LocalDate | null;

  /** Subject of the tokens by which the councillor signs in; never shown. */
  @TextColumn(191, { nullable: true })
  account!: string | null;

  @Field(() => Boolean, { description: 'True for an invented person of the demo world.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => Int, { description: 'How often it was written; send it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
