import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  IntegerColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { BudgetCommitmentState, BudgetPanelVerdict } from './ledger.enums';

/** Spending out of an allocation: asked for, approved by the panel, paid. */
@Entity('commitment')
@Index(['fundId', 'requestedOn'])
@Index(['fundId', 'state', 'requestedOn'])
@Index(['gssCode', 'requestedOn'])
@Index(['allocationId', 'requestedOn'])
@NodeId('budgetcommitment')
@ObjectType({
  implements: [Node],
  description:
    'Spending out of an allocation: asked for, approved by several of the panel, then paid. Public, but for the name of a payee who is a person.',
})
export class BudgetCommitment {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  fundId!: string;

  @RefColumn()
  allocationId!: string;

  @Field(() => BudgetCommitmentState, { description: 'Where it stands.' })
  @CodeColumn(16)
  state!: BudgetCommitmentState;

  @Field(() => String, { description: 'What the money is for.' })
  @TextColumn(500)
  purpose!: string;

  @TextColumn(300)
  payeeName!: string;

  @TextColumn(191)
  payeeNameSort!: string;

  @RefColumn({ nullable: true })
  payeeOrganisationId!: string | null;

  /** The issuer's id of a payee who is a person; '' where it is not known. Never shown. */
  @TextColumn(200)
  payeeAccount!: string;

  @FlagColumn()
  payeeIsPerson!: boolean;

  @PenceColumn()
  amountPence!: number;

  @PenceColumn()
  paidPence!: number;

  @PenceColumn()
  releasedPence!: number;

  @Field(() => Int, { description: 'How many of the panel have to approve it.' })
  @IntegerColumn()
  approvalsNeeded!: number;

  @Field(() => LocalDateScalar, { description: 'Day of the request.' })
  @DayColumn()
  requestedOn!: LocalDate;

  /** Whoever asked, in the capacity in which they did (`actorKey`). Never shown. */
  @TextColumn(200)
  requestedBy!: string;

  /** Whoever asked, in every capacity (`personKey`); '' for requests from before it was kept. Never shown. */
  @CodeColumn(43, { default: '' })
  requestedByPerson!: string;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}

/** What one member of the panel said to a request. */
@Entity('commitment_verdict')
@Index(['commitmentId', 'memberId'], { unique: true })
@Index(['commitmentId', 'memberKey'], { unique: true })
@Index(['gssCode', 'givenOn'])
@ObjectType({ description: 'What one member of the panel said to a request for spending.' })
export class BudgetCommitmentVerdict {
  @Field(() => ID, { description: 'Its id, `verdict_…`.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  commitmentId!: string;

  @RefColumn()
  memberId!: string;

  /** The account of the member within the council or organisation (`seatKey`): who leaves and returns is the same. */
  @CodeColumn(43)
  memberKey!: string;

  @Field(() => String, { description: 'Name or office of the member.' })
  @TextColumn(300)
  memberName!: string;

  @Field(() => BudgetPanelVerdict, { description: 'For or against.' })
  @CodeColumn(16)
  verdict!: BudgetPanelVerdict;

  @Field(() => String, { nullable: true, description: "The member's reasons, where given." })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  @Field(() => LocalDateScalar, { description: 'Day on which it was said.' })
  @DayColumn()
  givenOn!: LocalDate;
}

/** Somebody who may approve spending of a community budget. */
@Entity('panel_member')
@Index(['fundId', 'account'], { unique: true })
@Index(['gssCode', 'fundId'])
@ObjectType({ description: 'Somebody who may approve spending of a community budget.' })
export class BudgetPanelMember {
  @Field(() => ID, { description: 'The id, `panelmember_…`.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  fundId!: string;

  /** The issuer's id of the person, within the organisation, or within the council where there is none. Never shown. */
  @TextColumn(191)
  account!: string;

  @Field(() => String, { description: 'Name, or office, as it is published.' })
  @TextColumn(300)
  name!: string;

  @TextColumn(191)
  nameSort!: string;

  @RefColumn({ nullable: true })
  organisationId!: string | null;
}
