import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  IdColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { ExemptionGround } from './disposal.enums';

/** A disposal that the moratorium does not hold back, as the council put it on record. */
@Entity('exempt_disposal')
@Index(['assetId'])
@NodeId('exemptdisposal')
@ObjectType({
  implements: [Node],
  description:
    'A disposal of listed land that the moratorium does not hold back, with its ground (Localism Act 2011 s. 95(5); SI 2012/2421 Sch. 3). It frees that one disposal and leaves the land listed.',
})
export class ExemptDisposal {
  @IdColumn()
  id!: string;

  /** The council that keeps the list. */
  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  assetId!: string;

  @Field(() => ExemptionGround, { description: 'On what ground it is exempt.' })
  @CodeColumn(32)
  ground!: ExemptionGround;

  /** What makes the ground out. It may tell of a family or an estate: see `evidence` of the resolver. */
  @TextColumn('long')
  evidence!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day of the obligation or agreement, for the grounds that rest on one.',
  })
  @DayColumn({ nullable: true })
  agreedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { description: 'Day from which it is on record.' })
  @DayColumn()
  recordedOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day on which it is off again, having been made or given up; null while it stands.',
  })
  @DayColumn({ nullable: true })
  endedOn!: LocalDate | null;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
