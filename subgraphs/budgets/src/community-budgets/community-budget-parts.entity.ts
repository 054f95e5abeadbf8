import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, IntegerColumn, RefColumn, TextColumn } from '@coop/shared/persistence';
import type { CommunityBudgetKind } from './community-budget.enums';

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
