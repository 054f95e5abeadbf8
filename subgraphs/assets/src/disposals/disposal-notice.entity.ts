import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { DisposalKind, DisposalRecipient } from './disposal.enums';

/** An owner's notice of a wish to dispose of listed land, and the three clocks that it started. */
@Entity('disposal_notice')
@Index(['assetId', 'noticeReceivedOn'])
@Index(['gssCode', 'noticeReceivedOn'])
@Index(['gssCode', 'runsUntil'])
@Index(['noticeReceivedOn'])
@Index(['runsUntil'])
@NodeId('disposal')
@ObjectType({
  implements: [Node],
  description:
    "An owner's notice of a wish to dispose of listed land (Localism Act 2011 s. 95(2)), and the three clocks that its receipt started. That it came, when, and the ends of the clocks are published (s. 97(2)).",
})
export class DisposalNotice {
  @IdColumn()
  id!: string;

  /** The council that keeps the list. */
  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  assetId!: string;

  /** The owner's name. Of a person it is for the council alone: see `owner` of the resolver. */
  @TextColumn(300)
  ownerName!: string;

  @RefColumn({ nullable: true })
  ownerOrganisationId!: string | null;

  /** The issuer's id of whoever handed the notice in. Never shown. */
  @TextColumn(200)
  submittedBy!: string;

  @Field(() => Boolean, {
    description:
      'False once the land has changed hands: the notice then serves nobody, since it must be that of the present owner (s. 95(2)).',
  })
  @FlagColumn()
  isByCurrentOwner!: boolean;

  @Field(() => LocalDateScalar, {
    description: 'Day on which the council received it: the first day of all three clocks (s. 95(6)).',
  })
  @DayColumn()
  noticeReceivedOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    description:
      'Last day of the interim moratorium, six weeks: to this day a community interest group may ask to be treated as a potential bidder (s. 95(3)(a)).',
  })
  @DayColumn()
  interimMoratoriumEndsOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    description:
      'Last day of the full moratorium, six months, which holds if a group asked in time (s. 95(3)(b)).',
  })
  @DayColumn()
  fullMoratoriumEndsOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    description:
      'Last day of the protected period, eighteen months, in which the owner needs no new notice (s. 95(4)).',
  })
  @DayColumn()
  protectedPeriodEndsOn!: LocalDate;

  /** Last day on which any clock runs: the protected period's, or the day before the notice was used or taken back. */
  @DayColumn()
  runsUntil!: LocalDate;

  @Field(() => DisposalKind, { description: 'What the owner wishes to dispose of.' })
  @CodeColumn(32)
  disposalKind!: DisposalKind;

  @Field(() => Boolean, { description: 'Whether the land is to pass empty.' })
  @FlagColumn()
  withVacantPossession!: boolean;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Of a lease: the whole years that it has, or had, to run when it is, or was, granted.',
  })
  @IntegerColumn({ nullable: true })
  leaseYearsAtGrant!: number | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which the owner took it back; null when not.',
  })
  @DayColumn({ nullable: true })
  withdrawnOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which the owner entered into a disposal on it; null when not.',
  })
  @DayColumn({ nullable: true })
  disposedOn!: LocalDate | null;

  @Field(() => DisposalRecipient, {
    nullable: true,
    description: 'To whom the land was disposed of on it; null when it was not.',
  })
  @CodeColumn(32, { nullable: true })
  disposedTo!: DisposalRecipient | null;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
