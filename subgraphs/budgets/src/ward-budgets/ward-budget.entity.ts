import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
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
import { WardAwardState } from './ward-budget.enums';

/** What a councillor may spend in his or her ward in one financial year. */
@Entity('ward_budget')
@Index(['gssCode', 'fromOn'])
@Index(['wardGssCode', 'fromOn'])
@Index(['fromOn'])
@Index(['gssCode', 'councillorAccount', 'fromOn'], { unique: true })
@NodeId('wardbudget')
@ObjectType({
  implements: [Node],
  description: 'What a ward councillor may spend in the ward in one financial year, with its limit. Public.',
})
export class WardBudget {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @CodeColumn(9)
  wardGssCode!: string;

  @Field(() => String, { description: 'The councillor whose it is.' })
  @TextColumn(300)
  councillorName!: string;

  /** The issuer's id of the councillor. Never shown. */
  @TextColumn(150)
  councillorAccount!: string;

  @Field(() => LocalDateScalar, { description: 'First day of the financial year.' })
  @DayColumn()
  fromOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day of the financial year.' })
  @DayColumn()
  untilOn!: LocalDate;

  @PenceColumn()
  limitPence!: number;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes.' })
  @VersionColumn()
  version!: number;
}

/** Something that a councillor wants paid out of a ward budget. */
@Entity('ward_award')
@Index(['fundId', 'proposedOn'])
@Index(['gssCode', 'proposedOn'])
@NodeId('wardaward')
@ObjectType({
  implements: [Node],
  description:
    "An award out of a ward councillor's budget. Public, but for the name of a payee who is a person.",
})
export class WardAward {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  /** The ward budget. */
  @RefColumn()
  fundId!: string;

  @Field(() => WardAwardState, { description: 'Where it stands.' })
  @CodeColumn(16)
  state!: WardAwardState;

  @Field(() => String, { description: 'What it is for.' })
  @TextColumn(500)
  purpose!: string;

  @TextColumn(300)
  payeeName!: string;

  @Field(() => Boolean, {
    description: 'True for a payee who is a person, whose name is shown to officers and auditors only.',
  })
  @FlagColumn({ default: 0 })
  payeeIsPerson!: boolean;

  @RefColumn({ nullable: true })
  payeeOrganisationId!: string | null;

  @PenceColumn()
  amountPence!: number;

  @Field(() => LocalDateScalar, { description: 'Day on which the councillor proposed it.' })
  @DayColumn()
  proposedOn!: LocalDate;

  @Field(() => String, { nullable: true, description: "The officer's reasons for refusing it." })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
