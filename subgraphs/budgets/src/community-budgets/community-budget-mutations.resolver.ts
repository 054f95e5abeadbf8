import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import {
  declineBudgetInvitation,
  joinCommunityBudget,
  leaveCommunityBudget,
} from './answer-for-partner.command';
import {
  arrangeAccountability,
  closeCommunityBudget,
  describeCommunityBudget,
  prioritiseCommunityBudget,
} from './change-community-budget.command';
import {
  BudgetPartnerDeclineInput,
  BudgetPartnerInviteInput,
  BudgetPartnerJoinInput,
  BudgetPartnerLeaveInput,
  CommunityBudgetArrangeAccountabilityInput,
  CommunityBudgetCloseInput,
  CommunityBudgetDescribeInput,
  CommunityBudgetOpenInput,
  CommunityBudgetPrioritiseInput,
} from './community-budget-inputs.types';
import { communityBudgetById, partnerById } from './community-budget.queries';
import {
  BudgetPartnerDeclinePayload,
  BudgetPartnerInvitePayload,
  BudgetPartnerJoinPayload,
  BudgetPartnerLeavePayload,
  CommunityBudgetArrangeAccountabilityPayload,
  CommunityBudgetClosePayload,
  CommunityBudgetDescribePayload,
  CommunityBudgetOpenPayload,
  CommunityBudgetPrioritisePayload,
} from './community-budget.types';
import { lookUp } from './directory.queries';
import { invitePartner } from './invite-partner.command';
import { openCommunityBudget } from './open-community-budget.command';

/** What is done about a community budget itself: opening, keeping and closing it. */
@Resolver()
export class CommunityBudgetMutations {
  @Mutation(() => CommunityBudgetOpenPayload, {
    description:
      'Opens a community budget for a neighbourhood or a whole place: for an officer or a manager of the council. The body that leads takes part from the first day; councils, neighbourhood and organisation have to be in the directory, which is asked.',
  })
  async communityBudgetOpen(
    @Arg('input', () => CommunityBudgetOpenInput, { description: 'For where, for what, and who leads.' })
    input: CommunityBudgetOpenInput,
    @Ctx() context: RequestContext,
  ) {
    const councils = [input.council, ...(input.otherCouncils ?? [])].map((code) => `council_${code}`);
    const named = [input.lead.organisationId, input.neighbourhoodId, ...councils];
    const command = openCommunityBudget(await lookUp(context, named));
    return answer(context, command, input, 'communityBudget', communityBudgetById);
  }

  @Mutation(() => CommunityBudgetDescribePayload, {
    description:
      'Says anew what a community budget is called and what it is for: for an officer of the council.',
  })
  communityBudgetDescribe(
    @Arg('input', () => CommunityBudgetDescribeInput, { description: 'Which budget, and what it is.' })
    input: CommunityBudgetDescribeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, describeCommunityBudget, input, 'communityBudget', communityBudgetById);
  }

  @Mutation(() => CommunityBudgetPrioritisePayload, {
    description:
      'Puts the priorities of a community budget in their order: for an officer of the council. A priority that money or a plan goes by stays in the list.',
  })
  communityBudgetPrioritise(
    @Arg('input', () => CommunityBudgetPrioritiseInput, { description: 'Of which budget, and the list.' })
    input: CommunityBudgetPrioritiseInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, prioritiseCommunityBudget, input, 'communityBudget', communityBudgetById);
  }

  @Mutation(() => CommunityBudgetArrangeAccountabilityPayload, {
    description:
      'Says who answers for what in a community budget: for an officer of the council. One of the partners keeps the accounts.',
  })
  communityBudgetArrangeAccountability(
    @Arg('input', () => CommunityBudgetArrangeAccountabilityInput, {
      description: 'In which budget, who, and for what.',
    })
    input: CommunityBudgetArrangeAccountabilityInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, arrangeAccountability, input, 'communityBudget', communityBudgetById);
  }

  @Mutation(() => CommunityBudgetClosePayload, {
    description:
      'Closes a community budget in which nothing is open: for an officer of the council. Where something is left, it is said what becomes of it.',
  })
  communityBudgetClose(
    @Arg('input', () => CommunityBudgetCloseInput, {
      description: 'Which budget, why, and what becomes of what is left.',
    })
    input: CommunityBudgetCloseInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, closeCommunityBudget, input, 'communityBudget', communityBudgetById);
  }
}

/** What is done about who takes part. */
@Resolver()
export class BudgetPartnerMutations {
  @Mutation(() => BudgetPartnerInvitePayload, {
    description:
      'Asks a body to take part in a community budget: for an officer of the council. An organisation that is named has to be in the directory, which is asked.',
  })
  async budgetPartnerInvite(
    @Arg('input', () => BudgetPartnerInviteInput, { description: 'In which budget, and who.' })
    input: BudgetPartnerInviteInput,
    @Ctx() context: RequestContext,
  ) {
    const command = invitePartner(await lookUp(context, [input.organisationId]));
    return answer(context, command, input, 'partner', partnerById);
  }

  @Mutation(() => BudgetPartnerJoinPayload, {
    description:
      'Agrees to take part: for somebody who acts for the body, or an officer who records it. Where the partners have agreed to a plan, joining is agreeing to it.',
  })
  budgetPartnerJoin(
    @Arg('input', () => BudgetPartnerJoinInput, { description: 'Which body, and who agrees for it.' })
    input: BudgetPartnerJoinInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, joinCommunityBudget, input, 'partner', partnerById);
  }

  @Mutation(() => BudgetPartnerDeclinePayload, {
    description:
      'Says that a body that was asked does not take part: for somebody who acts for it, or an officer who records it.',
  })
  budgetPartnerDecline(
    @Arg('input', () => BudgetPartnerDeclineInput, { description: 'Which body.' })
    input: BudgetPartnerDeclineInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, declineBudgetInvitation, input, 'partner', partnerById);
  }

  @Mutation(() => BudgetPartnerLeavePayload, {
    description:
      'Says that a partner leaves: for somebody who acts for it, or an officer who records it. Nothing of its pledges is still to come, and it is said what becomes of what it put in.',
  })
  budgetPartnerLeave(
    @Arg('input', () => BudgetPartnerLeaveInput, {
      description: 'Which partner, why, and what becomes of what it put in.',
    })
    input: BudgetPartnerLeaveInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, leaveCommunityBudget, input, 'partner', partnerById);
  }
}
