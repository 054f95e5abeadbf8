import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import { CodeColumn, DayColumn, FlagColumn, IdColumn, RefColumn } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { DisposalKind, DisposalRecipient, DisposalStanding } from './disposal.enums';

/** A disposal that was lawfully entered into. It is never changed: what happened, happened. */
@Entity('disposal_record')
@Index(['assetId', 'disposedOn'])
@NodeId('disposalrecord')
@ObjectType({
  implements: [Node],
  description:
    'A disposal of land that was lawfully entered into, as an officer recorded it: on what footing it was permitted, and what followed for the list.',
})
export class DisposalRecord {
  @IdColumn()
  id!: string;

  /** The council that keeps the list. */
  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  assetId!: string;

  /** The notice on which it was made; null when it needed none. */
  @RefColumn({ nullable: true })
  noticeId!: string | null;

  /** The exemption under which it was made; null when it was not exempt. */
  @RefColumn({ nullable: true })
  exemptDisposalId!: string | null;

  @Field(() => LocalDateScalar, {
    description:
      'Day on which it was entered into: that of the binding agreement, if there was one (Localism Act 2011 s. 96(4)).',
  })
  @DayColumn()
  disposedOn!: LocalDate;

  @Field(() => DisposalRecipient, { description: 'To whom.' })
  @CodeColumn(32)
  recipient!: DisposalRecipient;

  @Field(() => DisposalKind, { description: 'What was disposed of.' })
  @CodeColumn(32)
  kind!: DisposalKind;

  @Field(() => DisposalStanding, { description: 'On what footing it was permitted.' })
  @CodeColumn(32)
  standing!: DisposalStanding;

  @Field(() => Boolean, {
    description:
      'True when the entry on the list was removed on account of it: a relevant disposal that was no exempt one (SI 2012/2421 reg. 2(b)).',
  })
  @FlagColumn()
  listingRemoved!: boolean;

  @Field(() => LocalDateScalar, { description: 'Day on which it was recorded.' })
  @DayColumn()
  recordedOn!: LocalDate;
}
