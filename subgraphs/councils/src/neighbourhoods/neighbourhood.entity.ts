import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import { NOUN_DESCRIPTIONS } from '@coop/shared/nouns';
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
import { NeighbourhoodState } from './neighbourhood.enums';

/** A neighbourhood that its people name. It is never redrawn in place: a successor is. */
@Entity('neighbourhood')
@Index(['state', 'nameSort', 'id'])
@Index(['nameSort', 'id'])
@Index(['supersededById'])
@NodeId('neighbourhood')
@ObjectType({ implements: Node, description: NOUN_DESCRIPTIONS.Neighbourhood })
export class Neighbourhood {
  @IdColumn()
  id!: string;

  /** Code of the council that keeps it on record. */
  @CodeColumn(9)
  councilGssCode!: string;

  @Field(() => String, { description: 'What its people call it.' })
  @TextColumn(200)
  name!: string;

  /** The name in its normal form, to sort and search by. */
  @TextColumn(191)
  nameSort!: string;

  @Field(() => NeighbourhoodState, { description: 'Whether it is in use.' })
  @CodeColumn(20)
  state!: NeighbourhoodState;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day on which it was drawn so; null where it is not known.',
  })
  @DayColumn({ nullable: true })
  validFrom!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day on which it was drawn so; null while it is in use.',
  })
  @DayColumn({ nullable: true })
  validUntil!: LocalDate | null;

  /** The neighbourhood that took its place; null while it is in use, or where it was given up. */
  @RefColumn({ nullable: true })
  supersededById!: string | null;

  @Field(() => Boolean, {
    description: 'True for a row of the demo world whose wards are not on record and stand for the place.',
  })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => Int, { description: 'Counts its changes; send it as `expectedVersion` when you change it.' })
  @VersionColumn()
  version!: number;
}
