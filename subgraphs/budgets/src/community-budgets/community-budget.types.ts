import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '@coop/shared/graphql';
import { Organisation } from '../stubs';
import { BudgetLeadKind, CommunityBudgetKind } from './community-budget.enums';
import { CommunityBudget } from './community-budget.entity';

/** A page of community budgets. */
export const CommunityBudgetConnection = connectionType(
  CommunityBudget,
  'CommunityBudget',
  'community budgets',
);

/** The body that leads a community budget. */
@ObjectType({ description: 'The body that leads a community budget.' })
export class BudgetLead {
  @Field(() => BudgetLeadKind, { description: 'What kind of body it is.' })
  kind!: BudgetLeadKind;

  @Field(() => String, { description: 'The name it goes by.' })
  name!: string;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Its entry in the directory; null where it has none, or where the directory is away.',
  })
  organisation!: Organisation | null;
}

/** Which community budgets under a parent to list. */
@InputType({ description: 'Which of these community budgets to list; everything that is said must hold.' })
export class CouncilCommunityBudgetFilter {
  @Field(() => CommunityBudgetKind, { nullable: true, description: 'Only of this kind.' })
  kind?: CommunityBudgetKind | null;
}

/** Which community budgets to list. */
@InputType({ description: 'Which community budgets to list; everything that is said must hold.' })
export class CommunityBudgetFilter extends CouncilCommunityBudgetFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Only those for the area of the council with this GSS code, or part of it.',
  })
  council?: string | null;
}
