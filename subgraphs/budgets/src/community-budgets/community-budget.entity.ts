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
import { BudgetLeadKind, CommunityBudgetKind, CommunityBudgetState } from './community-budget.enums';

/** A community budget: what several bodies spend on one place, looked at and decided on together. */
@Entity('community_budget')
@Index(['gssCode', 'nameSort'])
@Index(['nameSort'])
@Index(['kind', 'nameSort'])
@Index(['neighbourhoodId', 'nameSort'])
@NodeId('communitybudget')
@ObjectType({
  implements: [Node],
  description:
    'A community budget: what several bodies spend on a neighbourhood or a whole place, pooled or aligned, with a plan that all of them agreed to. Public.',
})
export class CommunityBudget {
  @IdColumn()
  id!: string;

  /** The council in whose trail and accounts it is kept. */
  @CodeColumn(9)
  gssCode!: string;

  @Field(() => String, { description: 'What it is called.' })
  @TextColumn(300)
  name!: string;

  @TextColumn(191)
  nameSort!: string;

  @Field(() => CommunityBudgetKind, { description: 'For a neighbourhood, or for a whole place.' })
  @CodeColumn(32)
  kind!: CommunityBudgetKind;

  @Field(() => CommunityBudgetState, { description: 'Where it stands.' })
  @CodeColumn(16, { default: 'OPEN' })
  state!: CommunityBudgetState;

  /** Null for a whole place. */
  @RefColumn({ nullable: true })
  neighbourhoodId!: string | null;

  @CodeColumn(32)
  leadKind!: BudgetLeadKind;

  /** The body that leads, by the name it goes by. */
  @TextColumn(300)
  leadName!: string;

  @RefColumn({ nullable: true })
  leadOrganisationId!: string | null;

  /** Whether the lead only stands for the one there was, whom the demo world's source does not name. */
  @FlagColumn({ default: 0 })
  leadIsIllustrative!: boolean;

  @Field(() => Boolean, {
    description: 'True for a pilot of the programme that was announced in December 2011.',
  })
  @FlagColumn()
  isPilot!: boolean;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which it was announced; null where it was not.',
  })
  @DayColumn({ nullable: true })
  announcedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which it was opened; null where that is not on record.',
  })
  @DayColumn({ nullable: true })
  openedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on which it was closed; null before.' })
  @DayColumn({ nullable: true })
  closedOn!: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Why it was closed; null before.' })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What becomes of what was left in it when it was closed; null where nothing was.',
  })
  @TextColumn('long', { nullable: true })
  balanceStatement!: string | null;

  @Field(() => String, { description: 'What it is about, in a sentence or two.' })
  @TextColumn('long')
  description!: string;

  /** How many of the panel's members have to approve before money is committed. */
  @IntegerColumn()
  approvalsNeeded!: number;

  @Field(() => Boolean, {
    description:
      'True when its figures, plan and measures are made up for demonstration; its name and place are not, and `lead` says it of itself.',
  })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
