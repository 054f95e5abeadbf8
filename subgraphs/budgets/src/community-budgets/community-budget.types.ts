import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, payloadType } from '@coop/shared/graphql';
import { Organisation } from '../stubs';
import { CommunityBudgetPartner } from './community-budget-parts.entity';
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

  @Field(() => Boolean, {
    description:
      'True where it is made up for demonstration that this body leads, whatever body it is: the source of the demo world does not say who did.',
  })
  illustrative!: boolean;
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

/** What the viewer may do with a partner's entry. */
@ObjectType({ description: "What the viewer may do with a partner's entry as it stands now." })
export class BudgetPartnerViewerCan {
  @Field(() => Boolean, { description: 'Agree to take part for it (`budgetPartnerJoin`).' })
  join!: boolean;

  @Field(() => Boolean, { description: 'Say for it that it does not take part (`budgetPartnerDecline`).' })
  decline!: boolean;

  @Field(() => Boolean, {
    description: 'Say for it that it leaves (`budgetPartnerLeave`), once its balance is settled.',
  })
  leave!: boolean;
}

/** What `communityBudgetOpen` answers. */
export const CommunityBudgetOpenPayload = payloadType(
  'CommunityBudgetOpenPayload',
  'communityBudget',
  CommunityBudget,
);
/** What `communityBudgetDescribe` answers. */
export const CommunityBudgetDescribePayload = payloadType(
  'CommunityBudgetDescribePayload',
  'communityBudget',
  CommunityBudget,
);
/** What `communityBudgetPrioritise` answers. */
export const CommunityBudgetPrioritisePayload = payloadType(
  'CommunityBudgetPrioritisePayload',
  'communityBudget',
  CommunityBudget,
);
/** What `communityBudgetArrangeAccountability` answers. */
export const CommunityBudgetArrangeAccountabilityPayload = payloadType(
  'CommunityBudgetArrangeAccountabilityPayload',
  'communityBudget',
  CommunityBudget,
);
/** What `communityBudgetClose` answers. */
export const CommunityBudgetClosePayload = payloadType(
  'CommunityBudgetClosePayload',
  'communityBudget',
  CommunityBudget,
);
/** What `budgetPartnerInvite` answers. */
export const BudgetPartnerInvitePayload = payloadType(
  'BudgetPartnerInvitePayload',
  'partner',
  CommunityBudgetPartner,
);
/** What `budgetPartnerJoin` answers. */
export const BudgetPartnerJoinPayload = payloadType(
  'BudgetPartnerJoinPayload',
  'partner',
  CommunityBudgetPartner,
);
/** What `budgetPartnerDecline` answers. */
export const BudgetPartnerDeclinePayload = payloadType(
  'BudgetPartnerDeclinePayload',
  'partner',
  CommunityBudgetPartner,
);
/** What `budgetPartnerLeave` answers. */
export const BudgetPartnerLeavePayload = payloadType(
  'BudgetPartnerLeavePayload',
  'partner',
  CommunityBudgetPartner,
);
