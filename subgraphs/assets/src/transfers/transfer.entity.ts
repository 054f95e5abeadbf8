import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  IntegerColumn,
  JsonColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import {
  HoldingPower,
  TransferInterest,
  TransferState,
  TransferWellbeing,
  UndervalueBasis,
} from './transfer.enums';

/** Sorts behind every day: no review is due. */
export const NO_REVIEW_DUE = '9999-12-31';

/** A community asset transfer, from the first enquiry to the reviews after completion. */
@Entity('transfer')
@Index(['assetId', 'enquiredOn'])
@Index(['gssCode', 'enquiredOn'])
@Index(['gssCode', 'state', 'enquiredOn'])
@Index(['gssCode', 'nextReviewDueBy'])
@Index(['enquiredOn'])
@Index(['nextReviewDueBy'])
@Index(['recipientOrganisationId', 'enquiredOn'])
@NodeId('transfer')
@ObjectType({
  implements: [Node],
  description:
    "A community asset transfer: the way of a council's land or building into the care of a community body, from the first enquiry to the reviews after completion. Public, but for the body's business case.",
})
export class Transfer {
  @IdColumn()
  id!: string;

  /** The council that holds the asset. */
  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  assetId!: string;

  /** The name of the community body, as it was when it asked. */
  @TextColumn(300)
  recipientName!: string;

  @RefColumn({ nullable: true })
  recipientOrganisationId!: string | null;

  /** The issuer's id of whoever asked. Never shown. */
  @TextColumn(200)
  submittedBy!: string;

  @Field(() => TransferState, { description: 'Where it stands.' })
  @CodeColumn(32)
  state!: TransferState;

  @Field(() => LocalDateScalar, { description: 'Day of the first enquiry.' })
  @DayColumn()
  enquiredOn!: LocalDate;

  @Field(() => String, { nullable: true, description: 'What the body wants the asset for.' })
  @TextColumn('long', { nullable: true })
  purpose!: string | null;

  /** The business case. Not public: see `businessCase` of the resolver. */
  @TextColumn('long', { nullable: true })
  businessCaseText!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The council's reasons for its decision, for declining, or how the transfer ended.",
  })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  @Field(() => String, { nullable: true, description: 'The heads of terms that were agreed.' })
  @TextColumn('long', { nullable: true })
  headsOfTerms!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which the council approved or declined it; null before.',
  })
  @DayColumn({ nullable: true })
  decidedOn!: LocalDate | null;

  @PenceColumn({ nullable: true })
  unrestrictedValuePence!: number | null;

  @PenceColumn({ nullable: true })
  considerationPence!: number | null;

  @PenceColumn({ nullable: true })
  undervaluePence!: number | null;

  @Field(() => UndervalueBasis, {
    nullable: true,
    description: 'What covers the price; null before the decision.',
  })
  @CodeColumn(32, { nullable: true })
  undervalueBasis!: UndervalueBasis | null;

  @Field(() => HoldingPower, {
    nullable: true,
    description: 'Under which powers the council holds the land, as found at the decision.',
  })
  @CodeColumn(32, { nullable: true })
  heldUnder!: HoldingPower | null;

  @Field(() => [TransferWellbeing], {
    description:
      'What the council considers the transfer likely to promote or improve; empty before the decision.',
  })
  @JsonColumn()
  wellbeing!: TransferWellbeing[];

  @Field(() => String, { nullable: true, description: 'The written case for that.' })
  @TextColumn('long', { nullable: true })
  wellbeingCase!: string | null;

  @DayColumn({ nullable: true })
  consentGivenOn!: LocalDate | null;

  @TextColumn(200, { nullable: true })
  consentReference!: string | null;

  @Field(() => TransferInterest, {
    nullable: true,
    description: 'What the body got; null before completion.',
  })
  @CodeColumn(32, { nullable: true })
  interest!: TransferInterest | null;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Years of the lease, as approved; null for the freehold, and before the decision.',
  })
  @IntegerColumn({ nullable: true })
  leaseYears!: number | null;

  @PenceColumn({ nullable: true })
  rentPence!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the land is, or is part of, an open space; null before completion.',
  })
  @FlagColumn({ nullable: true })
  isOpenSpace!: boolean | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which the second notice of the disposal of open space appeared.',
  })
  @DayColumn({ nullable: true })
  openSpaceAdvertisedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which the lease was granted or the freehold transferred; null before.',
  })
  @DayColumn({ nullable: true })
  completedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which it ended; null while it stands.',
  })
  @DayColumn({ nullable: true })
  endedOn!: LocalDate | null;

  /** Last day for the next review; `NO_REVIEW_DUE` where none is due, so that it can be sorted by. */
  @DayColumn()
  nextReviewDueBy!: LocalDate;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
