import { Field, ID, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  IdColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { CompensationClaimState } from './disposal.enums';

/** An owner's claim for the loss that the listing of land brought about. Not public: no reference leads to it. */
@Entity('compensation_claim')
@Index(['gssCode', 'receivedOn'])
@Index(['assetId'])
@ObjectType({
  description:
    "An owner's claim for the loss or expense that the listing of land brought about (Localism Act 2011 s. 99; SI 2012/2421 regs. 14–17). For officers and auditors of the council and whoever made it.",
})
export class CompensationClaim {
  @Field(() => ID, { description: 'Its id, `claim_…`.' })
  @IdColumn()
  id!: string;

  /** The council that keeps the list, and pays. */
  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  assetId!: string;

  @Field(() => String, { description: "The claimant's name." })
  @TextColumn(300)
  claimant!: string;

  /** The issuer's id of whoever handed it in. Never shown. */
  @TextColumn(200)
  submittedBy!: string;

  @Field(() => LocalDateScalar, { description: 'Day on which the council received it.' })
  @DayColumn()
  receivedOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'First day on which loss or expense was incurred.' })
  @DayColumn()
  lossBeganOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    description: 'Last day on which it was incurred; the claim is due within thirteen weeks after it.',
  })
  @DayColumn()
  lossEndedOn!: LocalDate;

  @PenceColumn()
  amountPence!: number;

  @Field(() => String, { description: 'The supporting evidence, or where it is.' })
  @TextColumn('long')
  evidence!: string;

  @Field(() => CompensationClaimState, { description: 'Where it stands.' })
  @CodeColumn(32)
  state!: CompensationClaimState;

  @PenceColumn({ nullable: true })
  awardedPence!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The council's written reasons; null while it is undecided.",
  })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the decision; null before it.' })
  @DayColumn({ nullable: true })
  decidedOn!: LocalDate | null;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
