import { Field, ID, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { TransferReviewKind } from './transfer.enums';

/** A review of a completed transfer. */
@Entity('transfer_review')
@Index(['transferId', 'year'], { unique: true })
@ObjectType({ description: 'A review of a completed transfer. Open data.' })
export class TransferReview {
  @Field(() => ID, { description: 'Its id, `transferreview_…`.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  transferId!: string;

  @Field(() => SafeIntScalar, { description: 'The year since completion that it is of, counted from 1.' })
  @IntegerColumn()
  year!: number;

  @Field(() => TransferReviewKind, { description: 'What kind of review it is.' })
  @CodeColumn(32)
  kind!: TransferReviewKind;

  @Field(() => LocalDateScalar, { description: 'Day of the review.' })
  @DayColumn()
  reviewedOn!: LocalDate;

  @Field(() => String, { description: 'What it found.' })
  @TextColumn('long')
  findings!: string;

  @Field(() => Boolean, { description: 'True when it came after the last day for it.' })
  @FlagColumn()
  isLate!: boolean;
}
