import { Field, ID, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { FraudCaseSource, FraudCaseState } from './fraud.enums';

/** A suspicion of fraud and what became of it. For auditors of the council alone: no node, no reference leads to it. */
@Entity('fraud_case')
@Index(['gssCode', 'openedOn', 'id'])
@Index(['gssCode', 'state', 'openedOn', 'id'])
@ObjectType({
  description: 'A suspicion of fraud and what became of it. For auditors of the council alone.',
})
export class FraudCase {
  @Field(() => ID, { description: 'Its id, `fraudcase_…`.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @Field(() => String, { description: 'What it is called in the register.' })
  @TextColumn(300)
  title!: string;

  @Field(() => String, { description: 'What is suspected, and on what grounds.' })
  @TextColumn('long')
  allegation!: string;

  @Field(() => FraudCaseSource, { description: 'How it came up.' })
  @CodeColumn(16)
  source!: FraudCaseSource;

  @RefColumn({ nullable: true })
  supplierId!: string | null;

  @PenceColumn()
  suspectedPence!: number;

  @PenceColumn({ nullable: true })
  provenPence!: number | null;

  @PenceColumn({ nullable: true })
  recoveredPence!: number | null;

  @Field(() => FraudCaseState, { description: 'Where it stands.' })
  @CodeColumn(20)
  state!: FraudCaseState;

  /** The issuer's id of whoever opened it, who may not close it. Never shown. */
  @TextColumn(200)
  openedBy!: string;

  @Field(() => LocalDateScalar, { description: 'The day on which it was opened.' })
  @DayColumn()
  openedOn!: LocalDate;

  /** The issuer's id of whoever looks into it. Never shown. */
  @TextColumn(200, { nullable: true })
  investigatedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'To whom it was handed; null where it was not.' })
  @TextColumn(300, { nullable: true })
  referredTo!: string | null;

  @Field(() => String, { nullable: true, description: 'What the investigation found; null before its end.' })
  @TextColumn('long', { nullable: true })
  findings!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was closed; null before.' })
  @TextColumn('long', { nullable: true })
  closingReasons!: string | null;

  /** The issuer's id of whoever closed it. Never shown. */
  @TextColumn(200, { nullable: true })
  closedBy!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it was closed; null before.',
  })
  @DayColumn({ nullable: true })
  closedOn!: LocalDate | null;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
