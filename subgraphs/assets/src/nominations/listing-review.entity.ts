import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { ListingReviewState } from './listing.enums';

/** An owner's request that the council review a listing, and the appeal from it (Localism Act 2011 s. 92). */
@Entity('listing_review')
@Index(['listingId', 'requestedOn', 'id'])
@Index(['gssCode', 'state', 'decisionDueBy', 'id'])
@NodeId('listingreview')
@ObjectType({
  implements: [Node],
  description:
    "An owner's request that the council review a listing (Localism Act 2011 s. 92; SI 2012/2421 regs. 10–11 and Sch. 2), and the appeal from it. Who the owner is stays unsaid.",
})
export class ListingReview {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  listingId!: string;

  @RefColumn()
  assetId!: string;

  @Field(() => ListingReviewState, { description: 'Where it stands.' })
  @CodeColumn(32)
  state!: ListingReviewState;

  @Field(() => LocalDateScalar, { description: 'The day on which the council received the request.' })
  @DayColumn()
  requestedOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    description:
      'The last day for the decision: eight weeks beginning with the day of the request, or the later day that council and owner agreed on in writing.',
  })
  @DayColumn()
  decisionDueBy!: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The later day until which the council allowed the request in writing; null when it did not.',
  })
  @DayColumn({ nullable: true })
  allowedUntil!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The later day for the decision that council and owner agreed on in writing.',
  })
  @DayColumn({ nullable: true })
  agreedUntil!: LocalDate | null;

  @Field(() => Boolean, {
    description: 'Whether the owner asked for an oral hearing, which must then be held.',
  })
  @FlagColumn()
  hearingRequested!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the oral hearing.' })
  @DayColumn({ nullable: true })
  hearingHeldOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was decided.' })
  @DayColumn({ nullable: true })
  decidedOn!: LocalDate | null;

  /** The issuer's id of the officer who decided. Never shown. */
  @TextColumn(200, { nullable: true })
  decidedBy!: string | null;

  /** The reasons given to the owner: not published, they may speak of the owner's affairs. */
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day on which notice of the decision was sent to the owner; the time for an appeal runs from it.',
  })
  @DayColumn({ nullable: true })
  decisionSentOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The last day for an appeal to the First-tier Tribunal: 28 days after the decision was sent; null before, and when the owner won.',
  })
  @DayColumn({ nullable: true })
  appealDueBy!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the tribunal received an appeal.',
  })
  @DayColumn({ nullable: true })
  appealReceivedOn!: LocalDate | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True when the appeal came after its last day; the tribunal may admit it all the same.',
  })
  @FlagColumn({ nullable: true })
  appealIsLate!: boolean | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the end of the appeal was recorded.',
  })
  @DayColumn({ nullable: true })
  appealConcludedOn!: LocalDate | null;

  /** The issuer's id of whoever asked. Never shown. */
  @TextColumn(200)
  submittedBy!: string;

  @InstantColumn()
  createdAt!: Date;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
