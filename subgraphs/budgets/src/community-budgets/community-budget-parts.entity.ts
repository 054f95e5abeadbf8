import { Field, ID, Int, ObjectType } from 'type-graphql';
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
import { AccountabilityDuty, BudgetPartnerState, type CommunityBudgetKind } from './community-budget.enums';

/** That a community budget is for the area of a council, or part of it: a whole place may lie in several. */
@Entity('community_budget_council')
@Index(['councilGssCode', 'nameSort', 'id'])
@Index(['councilGssCode', 'kind', 'nameSort', 'id'])
@Index(['budgetId'])
export class CommunityBudgetCouncil {
  /** Code and id together. */
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  councilGssCode!: string;

  @RefColumn()
  budgetId!: string;

  /** The budget's name in its normal form and its kind, repeated so that a council's list is one index range. */
  @TextColumn(191)
  nameSort!: string;

  @CodeColumn(32)
  kind!: CommunityBudgetKind;
}

/** A body that takes part in a community budget: contributes, agrees to its plan. */
@Entity('community_budget_partner')
@Index(['gssCode', 'budgetId', 'position'])
@Index(['budgetId', 'position'])
@Index(['organisationId', 'budgetId'])
@ObjectType({
  description:
    'A body that takes part in a community budget: it agrees to the plan, and puts in money, time or things.',
})
export class CommunityBudgetPartner {
  @Field(() => ID, { description: 'Its id, `budgetpartner_…`: what a contribution or an agreement names.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  budgetId!: string;

  @IntegerColumn()
  position!: number;

  @Field(() => String, { description: 'The name it goes by.' })
  @TextColumn(300)
  name!: string;

  @RefColumn({ nullable: true })
  organisationId!: string | null;

  @Field(() => BudgetPartnerState, { description: 'Where its part in the budget stands.' })
  @CodeColumn(16, { default: 'JOINED' })
  state!: BudgetPartnerState;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which it agreed to take part; null before, or where that is not on record.',
  })
  @DayColumn({ nullable: true })
  joinedOn!: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who agreed for it: a name or an office, as it is published; null before.',
  })
  @TextColumn(300, { nullable: true })
  agreedBy!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which it left, or said that it does not take part; null before.',
  })
  @DayColumn({ nullable: true })
  leftOn!: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it left, or does not take part, where it said so.',
  })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What becomes of what it had in the budget when it left; null where that was nothing.',
  })
  @TextColumn('long', { nullable: true })
  balanceStatement!: string | null;

  @Field(() => Boolean, {
    description: 'True when it is made up for demonstration that this body takes part, whatever body it is.',
  })
  @FlagColumn({ default: 0 })
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @IntegerColumn({ default: 1 })
  version!: number;
}

/** What a community budget is to change first. */
@Entity('community_budget_priority')
@Index(['gssCode', 'budgetId', 'rank'])
@Index(['budgetId', 'rank'])
@ObjectType({ description: 'One of the things that a community budget is to change first.' })
export class CommunityBudgetPriority {
  @Field(() => ID, { description: 'Its id, `budgetpriority_…`: what an allocation names.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  budgetId!: string;

  @Field(() => Int, { description: 'Its place among the priorities, from 1. No two have the same.' })
  @IntegerColumn()
  rank!: number;

  @Field(() => String, {
    description: 'The theme in a word or two, as residents chose it: `Community safety`.',
  })
  @TextColumn(200)
  theme!: string;
}

/** Who answers for what in a community budget. */
@Entity('community_budget_duty')
@Index(['gssCode', 'budgetId', 'position'])
@Index(['budgetId', 'position'])
@ObjectType({ description: 'Who answers for what in a community budget.' })
export class BudgetAccountability {
  @Field(() => ID, { description: 'Its id, `budgetduty_…`.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  budgetId!: string;

  @IntegerColumn()
  position!: number;

  @Field(() => AccountabilityDuty, { description: 'What it answers for.' })
  @CodeColumn(16)
  duty!: AccountabilityDuty;

  @Field(() => String, { description: 'Who: a body, a board, an office.' })
  @TextColumn(300)
  name!: string;

  /** The partner that it is; null where it is none of them. */
  @RefColumn({ nullable: true })
  partnerId!: string | null;

  @Field(() => String, { description: 'How, to whom and how often.' })
  @TextColumn('long')
  statement!: string;
}
