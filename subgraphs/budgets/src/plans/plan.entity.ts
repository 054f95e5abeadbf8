import { Field, ID, Int, ObjectType } from 'type-graphql';
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
import { OperationalPlanState, PlanResourceKind } from './plan.enums';

/** An operational plan of a community budget. */
@Entity('operational_plan')
@Index(['fundId', 'draftedOn'])
@Index(['gssCode', 'state', 'goesLiveOn'])
@NodeId('plan')
@ObjectType({
  implements: [Node],
  description:
    'An operational plan of a community budget: a package of services, the funds and other resources for it, and who answers to whom. It holds when every partner has agreed to it. Public.',
})
export class OperationalPlan {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  /** The community budget. */
  @RefColumn()
  fundId!: string;

  @Field(() => OperationalPlanState, { description: 'Where it stands.' })
  @CodeColumn(16)
  state!: OperationalPlanState;

  @Field(() => String, {
    description: 'Who answers to whom: who decides, who reports, who looks at the accounts.',
  })
  @TextColumn('long')
  accountability!: string;

  @Field(() => LocalDateScalar, { description: 'Day from which services are to be run by it.' })
  @DayColumn()
  goesLiveOn!: LocalDate;

  @Field(() => Int, { description: 'Counts its wordings, from 1: partners agree to one of them.' })
  @IntegerColumn()
  revision!: number;

  @Field(() => LocalDateScalar, { description: 'Day on which it was first written.' })
  @DayColumn()
  draftedOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which the last partner agreed to it as it stands; null before.',
  })
  @DayColumn({ nullable: true })
  agreedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on which it went live; null before.' })
  @DayColumn({ nullable: true })
  wentLiveOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on which it was closed; null before.' })
  @DayColumn({ nullable: true })
  closedOn!: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Why it was closed; null before.' })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}

/** A service of a plan's package. */
@Entity('plan_service')
@Index(['planId', 'position'])
@Index(['gssCode', 'planId'])
@ObjectType({ description: "A service of a plan's package." })
export class PlanService {
  @Field(() => ID, { description: 'Its id, `planservice_…`: what an allocation names.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  budgetId!: string;

  @RefColumn()
  planId!: string;

  @IntegerColumn()
  position!: number;

  @Field(() => String, { description: 'What it is called.' })
  @TextColumn(300)
  name!: string;

  @Field(() => String, { description: 'What it does.' })
  @TextColumn('long')
  description!: string;

  /** The partner that runs it; null where several do. */
  @RefColumn({ nullable: true })
  partnerId!: string | null;

  /** The priority that it serves; null where it serves several. */
  @RefColumn({ nullable: true })
  priorityId!: string | null;
}

/** Something that a plan's services are run with. */
@Entity('plan_resource')
@Index(['planId', 'position'])
@Index(['gssCode', 'planId'])
@ObjectType({ description: "Funds, or another resource, that a plan's services are run with." })
export class PlanResource {
  @Field(() => ID, { description: 'Its id, `planresource_…`.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  budgetId!: string;

  @RefColumn()
  planId!: string;

  @IntegerColumn()
  position!: number;

  @Field(() => PlanResourceKind, { description: 'What kind of resource it is.' })
  @CodeColumn(16)
  kind!: PlanResourceKind;

  @Field(() => String, { description: 'What it is.' })
  @TextColumn(500)
  description!: string;

  /** The partner that gives it; null where several do. */
  @RefColumn({ nullable: true })
  partnerId!: string | null;
}

/** That a partner has agreed to one wording of a plan. */
@Entity('plan_agreement')
@Index(['planId', 'revision', 'partnerId'], { unique: true })
@Index(['gssCode', 'planId'])
@ObjectType({ description: 'That a partner has agreed to one wording of a plan.' })
export class PlanAgreement {
  @Field(() => ID, { description: 'Its id, `planagreement_…`.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  planId!: string;

  @Field(() => Int, { description: 'The wording that was agreed to.' })
  @IntegerColumn()
  revision!: number;

  @RefColumn()
  partnerId!: string;

  @Field(() => LocalDateScalar, { description: 'Day of the agreement.' })
  @DayColumn()
  agreedOn!: LocalDate;

  @Field(() => String, {
    description: 'Who agreed for the partner: a name or an office, as it is published.',
  })
  @TextColumn(300)
  agreedBy!: string;
}
